import type { CandidateMeta, RankCandidate } from './types.ts';

/** Positions in a served vector before search's own features. */
export const STATIC_FEATURES = [
  'search',
  'recency',
  'user',
  'pinned',
  'importance',
  'trust',
  'length',
  'code',
  'affinity',
] as const;

const DAY_MS = 86_400_000;
const RECENCY_DAYS = 30;
const TYPICAL_LENGTH = 400;
const FLOOR = 0.02;
const Z_LIMIT = 3;

/** Columns scaled to mean 0 and deviation 1 over the candidates, cut at ±3: relevance is relative to the offer. */
const groupRelative = (rows: readonly (readonly number[])[]): number[][] => {
  const width = rows[0]?.length ?? 0;
  const scaled = rows.map(() => new Array<number>(width).fill(0));
  for (let column = 0; column < width; column += 1) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      const value = row[column]!;
      sum += value;
      squares += value * value;
    }
    const mean = sum / rows.length;
    const deviation = Math.sqrt(Math.max(0, squares / rows.length - mean * mean));
    if (!(deviation > 1e-9)) continue;
    for (const [at, row] of rows.entries()) {
      const value = (row[column]! - mean) / deviation;
      scaled[at]![column] = Math.max(-Z_LIMIT, Math.min(Z_LIMIT, value));
    }
  }
  return scaled;
};

const ofMemory = (meta: CandidateMeta, now: number): number[] => [
  Math.exp(-Math.max(0, now - meta.createdAt) / DAY_MS / RECENCY_DAYS),
  meta.role === 'assistant' ? 0 : 1,
  meta.pinned ? 1 : 0,
  (meta.importance - 3) / 2,
];

/**
 * The features of each candidate that depend on the query and the memory but on nothing learned: named by
 * {@link STATIC_FEATURES}, followed by search's own, group-relative. `affinity` is how much each candidate's terms
 * overlap the person's recent ones (0 … 1), in the candidates' order.
 */
export const staticFeatures = (
  candidates: readonly RankCandidate[],
  now: number,
  affinity: readonly number[],
): number[][] => {
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  const search = groupRelative(candidates.map(({ features }) => features));
  return candidates.map(({ score, meta, trust }, at) => [
    Math.log(best > 0 ? Math.max(FLOOR, score / best) : 1),
    ...ofMemory(meta, now),
    trust,
    Math.max(-2, Math.min(2, Math.log((meta.length + 1) / TYPICAL_LENGTH) / 2)),
    meta.hasCode ? 1 : 0,
    affinity[at] ?? 0,
    ...search[at]!,
  ]);
};
