import { DAY_MS } from '../model/day.ts';
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
] as const;

const RECENCY_DAYS = 30;
const TYPICAL_LENGTH = 400;
const FLOOR = 0.02;
const Z_LIMIT = 3;

/** Columns scaled to mean 0 and deviation 1 over the candidates, cut at ±3: relevance is relative to the offer. */
const groupRelative = (rows: readonly ArrayLike<number>[]): Float64Array => {
  const width = rows[0]?.length ?? 0;
  const scaled = new Float64Array(rows.length * width);
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
    for (let at = 0; at < rows.length; at += 1) {
      const value = (rows[at]![column]! - mean) / deviation;
      scaled[at * width + column] = Math.max(-Z_LIMIT, Math.min(Z_LIMIT, value));
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
 * {@link STATIC_FEATURES}, followed by search's own, group-relative.
 */
export const staticFeatures = (candidates: readonly RankCandidate[], now: number): number[][] => {
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  const search = groupRelative(candidates.map(({ features }) => features));
  const width = candidates[0]?.features.length ?? 0;
  return candidates.map(({ score, meta, trust }, at) => {
    const row = [
      Math.log(best > 0 ? Math.max(FLOOR, score / best) : 1),
      ...ofMemory(meta, now),
      trust,
      Math.max(-2, Math.min(2, Math.log((meta.length + 1) / TYPICAL_LENGTH) / 2)),
      meta.hasCode ? 1 : 0,
    ];
    for (let column = at * width; column < (at + 1) * width; column += 1) row.push(search[column]!);
    return row;
  });
};
