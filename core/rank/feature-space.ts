import type { Preferences } from './preferences.ts';
import { facetsOf } from './preferences.ts';
import type { ProjectContext } from './project-context.ts';
import { type ProjectGuess, projectOf } from './project-guess.ts';
import { STATIC_FEATURES } from './static-features.ts';
import type { MetaLookup, Situation } from './types.ts';
import type { UseMemory } from './use-memory.ts';

/** Features that follow from what was learned; computed again whenever signals are replayed. */
export const LEARNED_FEATURES = [
  'project',
  'project-short',
  'familiar',
  'reuse',
  'used',
  'preference',
  'workflow',
] as const;

export type FeatureName = (typeof LEARNED_FEATURES)[number] | (typeof STATIC_FEATURES)[number];

/** All named features in the order of a row; search's own follow unnamed. */
export const FEATURES: readonly FeatureName[] = [...LEARNED_FEATURES, ...STATIC_FEATURES];

/**
 * Shipped weights in units of the logarithm of the search score: 0.41 lifts like ×1.5. Features absent here start
 * at 0 and move only with evidence.
 */
const SHIPPED: Partial<Record<FeatureName, number>> = {
  search: 1,
  project: Number(globalThis.process?.env?.WP ?? 0.4),
  'project-short': Number(globalThis.process?.env?.WS ?? 0.6),
  familiar: Number(globalThis.process?.env?.WF ?? 0.2),
  reuse: Number(globalThis.process?.env?.WR ?? 0.7),
  used: Number(globalThis.process?.env?.WU ?? 0.05),
  preference: 0.1,
  workflow: 0.1,
  pinned: 0.1,
  importance: 0.3,
  trust: 0.3,
};

/**
 * What the trust region allows each weight to move, as a part of the whole. Re-use is not learned: asking again would
 * praise it without end, at the cost of what was never asked. Search's own features have the rest.
 */
const FREEDOM: Partial<Record<FeatureName, number>> = { reuse: 0, used: 0 };
const UNNAMED_FREEDOM = Number(globalThis.process?.env?.UF ?? 0.25);

/** How far each weight may move, 0 … 1 of the trust region. */
export const freedom = (width: number): number[] =>
  Array.from({ length: width }, (_, at) =>
    at < FEATURES.length ? (FREEDOM[FEATURES[at] as FeatureName] ?? 1) : UNNAMED_FREEDOM,
  );

/** Weights before anything was learned, for rows of `width` features. */
export const shippedWeights = (width: number): number[] =>
  Array.from({ length: width }, (_, at) => SHIPPED[FEATURES[at] as FeatureName] ?? 0);

export type LearnedLayers = {
  readonly projects: ProjectContext;
  readonly uses: UseMemory;
  readonly preferences: Preferences;
};

const FLOOR = 0.03;
const CEILING = Math.log((1 + FLOOR) / FLOOR);

/** 0 … 1, logarithmic: the step from "hardly" to "perhaps" counts as much as from "perhaps" to "surely". */
export const shareFeature = (share: number): number => Math.log((share + FLOOR) / FLOOR) / CEILING;

export type RowContext = {
  readonly now: number;
  readonly queryKey: string;
  readonly queryTerms: number;
  readonly situation: Situation;
  /** −1 … 1 for a memory: how well it fits what the person usually does next. */
  readonly workflowFit?: (seq: number) => number;
};

/** Completes served features to rows; undefined for memories that are gone. */
export const rowsOf = (
  items: readonly { readonly seq: number; readonly served: readonly number[] }[],
  context: RowContext,
  { projects, uses, preferences }: LearnedLayers,
  lookup: MetaLookup,
  guess: ProjectGuess = projects.guess(context.now, context.situation),
): (number[] | undefined)[] => {
  const { now, queryKey } = context;
  const short = Math.max(0, Math.min(1, (6 - context.queryTerms) / 4));
  const familiar = new Map<string, number>();
  return items.map(({ seq, served }) => {
    const meta = lookup(seq);
    if (!meta) return undefined;
    const key = projectOf(meta);
    if (!familiar.has(key)) familiar.set(key, projects.familiarity(key, now));
    const share = guess.winner ? shareFeature(guess.shares.get(key) ?? 0) : 0;
    return [
      share,
      share * short,
      familiar.get(key)!,
      uses.usedFor(queryKey, seq, now),
      uses.used(seq, now),
      preferences.match(facetsOf(meta, now), now),
      context.workflowFit?.(seq) ?? 0,
      ...served,
    ];
  });
};

/** Column of the plain search order in a row. */
export const PLAIN: number = FEATURES.indexOf('search');
