import type { LearnedPattern, LearningStatus } from '../model/learning-api.ts';
import { effectOf, FEATURES, type Ranker, SHIPPED_WEIGHTS } from '../rank/index.ts';
import type { Catalog } from '../store/catalog.ts';
import {
  describeContradiction,
  describeCycle,
  describeHabit,
  describePreference,
  describeSequence,
  MIN_EVIDENCE,
  MIN_LEANING,
  projectName,
} from './learned-words.ts';
import type { Whereabouts } from './whereabouts.ts';

const SHOWN_EACH = 5;
/** Uses from which a project counts as used often. */
const MIN_USES = 3;

const SOURCES = {
  front: 'The chat in front',
  captures: 'The chats you were last in',
  queries: 'The results you used last',
  habit: 'What you use most',
  rhythm: 'What you use at this time of day',
} as const;

/** What the Learning page reads. */
export type LearnedSource = {
  readonly ranker: Ranker;
  readonly whereabouts: Whereabouts;
  readonly catalog: Catalog;
  readonly fixed: (pattern: string) => boolean;
  readonly now: number;
};

/** Every pattern in words with its evidence; what the person fixed is always among them. */
export const patternsOf = ({ ranker, whereabouts, catalog, fixed, now }: LearnedSource): LearnedPattern[] => {
  const { preferences, projects } = ranker.state.layers;
  const tastes = preferences.list(now).filter(({ facet, value, mean, evidence }) => {
    const clear = evidence >= MIN_EVIDENCE && Math.abs(mean - 0.5) >= MIN_LEANING;
    return clear || fixed(`${facet}:${value}`);
  });
  const habits = projects
    .habits(now)
    .filter(({ key, weight }) => weight >= MIN_USES || fixed(`project:${key}`))
    .map(({ key, weight }) => describeHabit(key, weight, catalog))
    .filter(({ id }, place) => place < SHOWN_EACH || fixed(id));
  return [
    ...tastes.map(describePreference),
    ...habits,
    ...whereabouts.workflow.cycles.map(describeCycle),
    ...whereabouts.workflow.told.slice(0, SHOWN_EACH).map(describeSequence),
  ].map((pattern) => ({ ...pattern, frozen: fixed(pattern.id) }));
};

const weightsOf = (ranker: Ranker): LearningStatus['weights'] =>
  FEATURES.map((feature, column) => ({
    feature,
    value: ranker.state.weights[column] ?? 0,
    shipped: SHIPPED_WEIGHTS[column] ?? 0,
  })).filter(({ value, shipped }) => value !== 0 || shipped !== 0);

const projectNow = ({ ranker, whereabouts, catalog, now }: LearnedSource) => {
  const { winner, evidence } = ranker.guess(now, whereabouts.situation());
  if (!winner) return {};
  const reasons = evidence
    .filter(({ key }) => key === winner.key)
    .map(({ source, reliability }) => {
      const percent = Math.round(reliability * 100);
      const text = `${SOURCES[source]} (right ${percent} % of the time).`;
      return { code: `project/${source}`, values: { percent }, text };
    });
  return { project: { name: projectName(winner.key, catalog), share: winner.share, reasons } };
};

/** Where learning stands and what it knows, in words. */
export const statusOf = (
  source: LearnedSource,
  switches: { readonly on: boolean; readonly comparing: boolean },
): LearningStatus => {
  const { ranker } = source;
  const { phase, signals, queries, next } = ranker.phase();
  const effect = effectOf(ranker.state.probes);
  const { state, verdict } = ranker.boosted();
  return {
    ...switches,
    phase,
    signals,
    queries,
    ...(next
      ? {
          next: {
            signals: Math.max(0, next.signals - signals),
            queries: Math.max(0, next.queries - queries),
          },
        }
      : {}),
    ...projectNow(source),
    patterns: patternsOf(source),
    contradictions: ranker.state.layers.preferences
      .contradictions()
      .toReversed()
      .slice(0, SHOWN_EACH)
      .map(describeContradiction),
    order: ranker.state.standing,
    trees: { state, ...(verdict && verdict.n > 1 ? { gain: verdict } : {}) },
    ...(effect ? { effect } : {}),
    weights: weightsOf(ranker),
  };
};
