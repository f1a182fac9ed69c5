import { correctionOf, lambdaMart } from './lambda-mart.ts';
import { partOf, type TrainingSet } from './training-set.ts';
import type { Tree } from './tree.ts';

/** What the shadow test found: NDCG@10 of the trees less that of the linear order, on lists they never saw. */
export type Verdict = {
  readonly value: number;
  /** 95 % interval over distinct queries. */
  readonly low: number;
  readonly high: number;
  /** Distinct queries. */
  readonly n: number;
};

/** Trees with the test they were put to. */
export type Boosted = {
  /** Of the lists they were trained on. */
  readonly digest: string;
  readonly trees: readonly Tree[];
  readonly verdict: Verdict;
};

/** The last 30 % of the lists are kept from the trees that are tested. */
const TRAINED = 0.7;
const USED = 0.15;
const TOP = 10;
const MIN_QUERIES = 20;

const ndcg = (scores: readonly number[], gains: readonly number[]): number => {
  const dcg = (order: readonly number[]): number =>
    order
      .slice(0, TOP)
      .reduce((sum, at, rank) => sum + (gains[at]! >= USED ? gains[at]! : 0) / Math.log2(rank + 2), 0);
  const places = scores.map((_, at) => at);
  const ideal = dcg(places.toSorted((a, b) => gains[b]! - gains[a]!));
  return ideal > 0 ? dcg(places.toSorted((a, b) => scores[b]! - scores[a]! || a - b)) / ideal : 0;
};

/** Compares on lists later than those the trees saw. The linear order is what was shown, so clicks lean to it. */
const shadowTest = (set: TrainingSet, trees: readonly Tree[]): Verdict => {
  const byQuery = new Map<number, number[]>();
  for (const [list, query] of set.queries.entries()) {
    const rows = Array.from(
      { length: set.starts[list + 1]! - set.starts[list]! },
      (_, at) => set.starts[list]! + at,
    );
    const gains = rows.map((row) => set.gains[row]!);
    if (!gains.some((gain) => gain >= USED)) continue;
    const linear = rows.map((row) => set.linear[row]!);
    const boosted = rows.map((row, at) => linear[at]! + correctionOf(trees, set.cells, row * set.width));
    const known = byQuery.get(query) ?? [];
    byQuery.set(query, [...known, ndcg(boosted, gains) - ndcg(linear, gains)]);
  }
  const differences = [...byQuery.values()].map(
    (own) => own.reduce((sum, difference) => sum + difference, 0) / own.length,
  );
  const n = differences.length;
  if (n < 2) return { value: 0, low: -1, high: 1, n };
  const value = differences.reduce((sum, difference) => sum + difference, 0) / n;
  const variance = differences.reduce((sum, difference) => sum + (difference - value) ** 2, 0) / (n - 1);
  const half = 1.96 * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half, n };
};

/**
 * Trains trees and tests them by time: those tested saw the first 70 % of the lists and are compared with the linear
 * order on the rest; those given back saw all. Deterministic. Made for the analyst: 10,000 lists take seconds.
 */
export const trainBoosted = (set: TrainingSet): Boosted => {
  const lists = set.queries.length;
  const cut = Math.floor(lists * TRAINED);
  const verdict = shadowTest(partOf(set, cut, lists), lambdaMart(partOf(set, 0, cut)));
  return { digest: set.digest, verdict, trees: isBetter(verdict) ? lambdaMart(set) : [] };
};

/** Whether trees won their shadow test: the whole interval is above 0, over 20 queries or more. */
export const isBetter = ({ low, n }: Verdict): boolean => n >= MIN_QUERIES && low > 0;
