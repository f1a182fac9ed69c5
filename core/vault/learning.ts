import type { LearnedPattern, LearningStatus, SignalKind } from '../model/learning-api.ts';
import type { MemoryMeta, Seq } from '../model/memory.ts';
import { RecollectError } from '../model/result.ts';
import {
  type ActivityEvent,
  activityOf,
  type CandidateMeta,
  FEATURES,
  facetsOf,
  gainsOf,
  type Impression,
  type RankCandidate,
  type RankContext,
  Ranker,
  SHIPPED_WEIGHTS,
  type Signal,
  type WhyPart,
  Workflow,
} from '../rank/index.ts';
import type { Candidate } from '../search/index.ts';
import type { BehaviourStore } from '../store/behaviour-store.ts';
import type { VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';
import {
  describePreference,
  describeSequence,
  MIN_EVIDENCE,
  MIN_LEANING,
  projectName,
} from './learned-words.ts';

/** Captures that tell which project the person is in. */
const CAPTURES = 20;
/** Shown lists that can still receive a signal. */
const OPEN_IMPRESSIONS = 200;
const SHOWN = 20;
/** Captured questions whose activities show how the person works. */
const ACTIVITIES = 300;

/** One search on its way through the ranker. */
export type RankedSearch = {
  /** Orders search's candidates as the person would. */
  readonly rerank: (candidates: Candidate[]) => Candidate[];
  /** Why a result stands where it does, as far as learning moved it. */
  readonly why: (seq: Seq) => readonly WhyPart[];
  /** Opens the list as shown for signals; answers its id. */
  readonly shown: (seqs: readonly Seq[]) => string | undefined;
};

/** Learns from what is opened and used. Holds numbers and keyed hashes only, in a store of its own. */
export class LearningService {
  readonly store: BehaviourStore<Impression>;
  readonly #context: () => VaultContext;
  #ranker: Ranker;
  #captures: Seq[] = [];
  #lastCaptureAt: number | undefined;
  #nextId = 1;
  #activities: ActivityEvent[] = [];
  #workflow: Workflow | undefined;
  readonly #open = new Map<number, Impression>();

  constructor(context: () => VaultContext, store: BehaviourStore<Impression>) {
    this.#context = context;
    this.store = store;
    this.#ranker = Ranker.restore([], this.#lookup);
  }

  async open(): Promise<void> {
    const { store, health } = this.#context();
    const newest = [...store.catalog.all()].sort((a, b) => b.capturedAt - a.capturedAt).slice(0, CAPTURES);
    this.#captures = newest.map(({ seq }) => seq);
    this.#lastCaptureAt = newest[0]?.capturedAt;
    this.#activities = [...store.catalog.all()]
      .filter(({ role }) => role === 'user')
      .sort((a, b) => a.createdAt - b.createdAt)
      .slice(-ACTIVITIES)
      .map(activityIn);
    try {
      const impressions = await this.store.impressions();
      this.#ranker = Ranker.restore(impressions, this.#lookup);
      this.#nextId = (impressions.at(-1)?.id ?? 0) + 1;
    } catch (error) {
      await health.add({
        area: 'learning',
        severity: 'warning',
        code: 'learned-unreadable',
        values: { error: nameOf(error) },
        message: `What was learned could not be read (${nameOf(error)}).`,
        action: 'Learning starts anew; memories are not affected.',
      });
      await this.erase();
    }
  }

  readonly #lookup = (seq: Seq): CandidateMeta | undefined => {
    const { store } = this.#context();
    const meta = store.catalog.visible(seq);
    if (!meta) return undefined;
    const conversation = store.catalog.conversationByKey.get(meta.conversationKey);
    return {
      ...meta,
      site: conversation?.site ?? '',
      ...(conversation?.project === undefined ? {} : { project: conversation.project }),
    };
  };

  /** A capture says which project the person is in. */
  noticed(seqs: readonly Seq[]): void {
    this.#captures = [...seqs.toReversed(), ...this.#captures].slice(0, CAPTURES);
    this.#lastCaptureAt = this.#context().now();
    const { catalog } = this.#context().store;
    const said = seqs.flatMap((seq) => catalog.visible(seq) ?? []).filter(({ role }) => role === 'user');
    this.#activities = [...this.#activities, ...said.map(activityIn)].slice(-ACTIVITIES);
    this.#workflow = undefined;
  }

  /** What the ranker does for one query; undefined while learning is off or nothing was asked. */
  async begin(query: string): Promise<RankedSearch | undefined> {
    const { settings, now, trust } = this.#context();
    if (!settings.current.learning || query.trim() === '') return undefined;
    const { phase } = this.#ranker.phase();
    const context: RankContext = {
      now: now(),
      query,
      queryKey: await this.store.queryKey(query),
      situation: {
        captures: this.#captures,
        zoneMinutes: -new Date().getTimezoneOffset(),
        ...(this.#lastCaptureAt === undefined ? {} : { lastCaptureAt: this.#lastCaptureAt }),
      },
    };
    const workflow = this.#currentWorkflow();
    let seen: { candidates: RankCandidate[]; ranking: ReturnType<Ranker['rank']> } | undefined;
    return {
      rerank: (found) => {
        const candidates = found.flatMap(({ seq, score, features }): RankCandidate[] => {
          const meta = this.#lookup(seq);
          const full = this.#context().store.catalog.visible(seq);
          return meta && full
            ? [{ seq, score, features: [...features], meta, trust: trust.rankFactor(full) }]
            : [];
        });
        const workflowFit = (seq: Seq): number => workflow.fit(this.#lookup(seq)?.hasCode ?? false);
        const ranking = this.#ranker.rank(candidates, { ...context, workflowFit });
        seen = { candidates, ranking };
        if (phase === 0) return found;
        const bySeq = new Map(found.map((candidate) => [candidate.seq, candidate]));
        const scores = found.map(({ score }) => score).sort((a, b) => b - a);
        return ranking.order.flatMap((at, place) => {
          const candidate = bySeq.get(candidates[at]?.seq ?? -1);
          return candidate ? [{ ...candidate, score: scores[place] ?? 0 }] : [];
        });
      },
      why: (seq) => {
        const index = seen?.candidates.findIndex((candidate) => candidate.seq === seq) ?? -1;
        return seen?.ranking.why[index] ?? [];
      },
      shown: (seqs) => {
        if (!seen) return undefined;
        const id = this.#nextId++;
        const impression = this.#ranker.impression(seen.candidates, seen.ranking, context, id);
        const indexBySeq = new Map(seen.candidates.map(({ seq }, index) => [seq, index]));
        const items = seqs.slice(0, SHOWN).flatMap((seq) => {
          const index = indexBySeq.get(seq);
          const served = index === undefined ? undefined : seen?.ranking.served[index];
          return served === undefined
            ? []
            : [{ seq, served, trust: seen?.candidates[index ?? 0]?.trust ?? 0 }];
        });
        this.#open.set(id, { ...impression, shown: items });
        for (const old of this.#open.keys()) {
          if (this.#open.size <= OPEN_IMPRESSIONS) break;
          this.#open.delete(old);
        }
        return String(id);
      },
    };
  }

  #currentWorkflow(): Workflow {
    this.#workflow ??= new Workflow(this.#activities, -new Date().getTimezoneOffset());
    return this.#workflow;
  }

  /** Takes in what the person did with a shown result. An impression is kept from its first signal on. */
  async signal(impressionId: string, seq: Seq, kind: SignalKind, value?: number): Promise<void> {
    const { settings, queue, now } = this.#context();
    const id = Number(impressionId);
    if (!settings.current.learning || !this.#open.has(id)) return;
    await queue.run(async () => {
      const known = this.#open.get(id);
      if (!known) return;
      const next = { ...known, signals: [...known.signals, signalOf(kind, seq, now(), value)] };
      this.#open.set(id, next);
      this.#ranker.learn(next);
      await this.store.put(next);
    });
  }

  status(): LearningStatus {
    const { settings, store, now } = this.#context();
    const { phase, signals, queries, next } = this.#ranker.phase();
    const { winner, evidence } = this.#ranker.guess(now(), {
      captures: this.#captures,
      ...(this.#lastCaptureAt === undefined ? {} : { lastCaptureAt: this.#lastCaptureAt }),
    });
    return {
      on: settings.current.learning,
      phase,
      signals,
      queries,
      next: next
        ? `${Math.max(0, next.signals - signals)} more signals${
            next.queries > queries ? ` and ${next.queries - queries} more different searches` : ''
          } until the next phase.`
        : '',
      ...(winner
        ? {
            project: {
              name: projectName(winner.key, store.catalog),
              share: winner.share,
              reasons: evidence
                .filter(({ key }) => key === winner.key)
                .map(
                  ({ source, reliability }) =>
                    `${source}: right ${Math.round(reliability * 100)} % of the time`,
                ),
            },
          }
        : {}),
      patterns: this.#patterns(),
      weights: this.#weights(),
    };
  }

  #weights(): LearningStatus['weights'] {
    const learned = this.#ranker.state.weights;
    return FEATURES.map((feature, column) => ({
      feature,
      value: learned[column] ?? 0,
      shipped: SHIPPED_WEIGHTS[column] ?? 0,
    })).filter(({ value, shipped }) => value !== 0 || shipped !== 0);
  }

  #patterns(): LearnedPattern[] {
    const { store, now } = this.#context();
    const { preferences, projects } = this.#ranker.state.layers;
    const tastes = preferences
      .list(now())
      .filter(({ mean, evidence }) => evidence >= MIN_EVIDENCE && Math.abs(mean - 0.5) >= MIN_LEANING)
      .map(describePreference);
    const habits = projects
      .habits(now())
      .slice(0, 5)
      .map(
        ({ key, weight }): LearnedPattern => ({
          id: `project:${key}`,
          layer: 'project',
          sentence: `You often use what was said in “${projectName(key, store.catalog)}”.`,
          evidence: `from about ${Math.round(weight)} uses`,
          strength: Math.min(1, weight / 20),
          frozen: false,
        }),
      );
    return [...tastes, ...habits, ...this.#currentWorkflow().patterns.slice(0, 5).map(describeSequence)];
  }

  /**
   * Forgets a pattern by forgetting the searches it was learned from: the model is then the one that never saw
   * them.
   */
  async forgetPattern(id: string): Promise<void> {
    const { queue } = this.#context();
    await queue.run(async () => {
      const supports = (impression: Impression): boolean =>
        gainsOf(impression).some((gain, place) => {
          const meta = this.#lookup(impression.shown[place]?.seq ?? -1);
          if (gain === 0 || !meta) return false;
          return [
            ...facetsOf(meta, impression.at),
            `project:${meta.project ?? meta.conversationKey}`,
          ].includes(id);
        });
      await this.store.eraseWhere(supports);
      this.#ranker.unlearn(supports);
    });
  }

  async forgetSignals(from: number, to: number): Promise<number> {
    const { queue } = this.#context();
    return queue.run(async () => {
      this.#open.clear();
      this.#ranker.unlearn(({ at }) => at >= from && at < to);
      return this.store.eraseDay(from, to);
    });
  }

  /** Erases the whole store; ranking falls back to the plain order. Runs inside the mutation queue. */
  async erase(): Promise<void> {
    this.#open.clear();
    this.#ranker = Ranker.restore([], this.#lookup);
    await this.store.erase();
  }

  async export(): Promise<Blob> {
    return new Blob([JSON.stringify(await this.store.export(), null, 1)], { type: 'application/json' });
  }

  /** Memories are gone: what was learned from them goes too. */
  forgetMemories(): void {
    this.#ranker.unlearn(() => false);
  }
}

const activityIn = ({ preview, createdAt }: Pick<MemoryMeta, 'preview' | 'createdAt'>): ActivityEvent => ({
  activity: activityOf(preview),
  at: createdAt,
});

const signalOf = (kind: SignalKind, seq: Seq, at: number, value: number | undefined): Signal => {
  switch (kind) {
    case 'open':
      return { kind: 'open', seq, at };
    case 'dwell':
      return { kind: 'open', seq, at, dwellMs: value ?? 0 };
    case 'worked':
    case 'partly':
    case 'failed':
      return { kind: 'outcome', seq, at, outcome: kind };
    case 'deleted':
      return { kind: 'deleted-after-recall', seq, at };
    default:
      return { kind, seq, at };
  }
};

/** Patterns are forgotten or left; correcting one by hand is not offered yet. */
export const notOffered = (): never => {
  throw new RecollectError(
    'learning/not-offered',
    'A pattern can be forgotten, but not corrected or frozen yet. Nothing was changed.',
  );
};
