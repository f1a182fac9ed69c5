import type { Preferences } from './preferences.ts';
import { facetsOf } from './preferences.ts';
import type { ProjectContext } from './project-context.ts';
import { type ProjectGuess, projectOf } from './project-guess.ts';
import { STATIC_FEATURES } from './static-features.ts';
import type { MetaLookup, Served, Situation } from './types.ts';
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

/** All features in the order of a row. */
export const FEATURES: readonly FeatureName[] = [...LEARNED_FEATURES, ...STATIC_FEATURES];

/**
 * Shipped weights in units of the logarithm of the search score: 0.41 lifts like ×1.5. Features absent here start
 * at 0 and move only with evidence.
 */
const SHIPPED: Partial<Record<FeatureName, number>> = {
  search: 1,
  project: 0.3,
  'project-short': 0.35,
  familiar: 0.3,
  reuse: 0.7,
  used: 0.2,
  preference: 0.1,
  workflow: 0.2,
  pinned: 0.1,
  importance: 0.3,
  trust: 0.3,
};

/**
 * What the trust region allows each weight to move, as a part of the whole. Only what says where the person is and what
 * they prefer is learned. Weights of re-use would grow without end by asking again, and those of a memory's own traits
 * fit the few targets asked so far: both, and search's own features, measured worse on queries never asked before. The
 * next step begins small and may go far: that a person's steps can be foretold does not say that they search by them.
 */
const FREEDOM: Partial<Record<FeatureName, number>> = {
  project: 1,
  'project-short': 1,
  familiar: 1,
  preference: 1,
  workflow: 2,
  search: 1,
};

/** How far each weight may move, 0 … 1 of the trust region. */
export const FREEDOM_BY_COLUMN: readonly number[] = FEATURES.map((name) => FREEDOM[name] ?? 0);

/** What can be left out by itself: each layer, the memory of uses, and the fitted weights. */
export const LAYERS = ['preferences', 'project', 'workflow', 'reuse', 'weights'] as const;
export type Layer = (typeof LAYERS)[number];

const COLUMNS_BY_LAYER: Readonly<Record<Layer, readonly FeatureName[]>> = {
  preferences: ['preference'],
  project: ['project', 'project-short', 'familiar'],
  workflow: ['workflow'],
  reuse: ['reuse', 'used'],
  weights: [],
};

/** Sets the features of layers that are switched off to 0, in place. */
export const leaveOut = (row: number[], without: readonly Layer[]): number[] => {
  for (const layer of without) for (const name of COLUMNS_BY_LAYER[layer]) row[FEATURES.indexOf(name)] = 0;
  return row;
};

/** Weights before anything was learned. */
export const SHIPPED_WEIGHTS: readonly number[] = FEATURES.map((name) => SHIPPED[name] ?? 0);

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
};

/** Completes served features to rows; undefined for memories that are gone. */
export const rowsOf = (
  items: readonly (Served & { readonly seq: number })[],
  context: RowContext,
  { projects, uses, preferences }: LearnedLayers,
  lookup: MetaLookup,
  guess: ProjectGuess = projects.guess(context.now, context.situation),
): (number[] | undefined)[] => {
  const { now, queryKey } = context;
  const short = Math.max(0, Math.min(1, (6 - context.queryTerms) / 4));
  const familiar = new Map<string, number>();
  return items.map(({ seq, served, fit = 0 }) => {
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
      Math.min(0, uses.used(seq, now)),
      preferences.match(facetsOf(meta, now), now),
      fit,
      ...served.slice(0, STATIC_FEATURES.length),
    ];
  });
};

/** Column of the plain search order in a row. */
export const PLAIN: number = FEATURES.indexOf('search');

/** Weights that leave search's order as it is. */
export const PLAIN_WEIGHTS: readonly number[] = FEATURES.map((name) => (name === 'search' ? 1 : 0));
