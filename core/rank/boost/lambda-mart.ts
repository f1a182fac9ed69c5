import { TEMPERATURE } from '../pairwise-model.ts';
import type { TrainingSet } from './training-set.ts';
import { answerOf, binRows, growTree, type Tree } from './tree.ts';

const ROUNDS = 40;
const SHRINKAGE = 0.15;
const GROW = { depth: 3, minRows: 20, l2: 1 } as const;
/** A smaller difference of gains is no preference. */
const MIN_GAIN = 0.15;

type Pair = { readonly better: number; readonly worse: number; readonly weight: number };

type PreparedList = {
  readonly start: number;
  readonly end: number;
  readonly pairs: readonly Pair[];
  readonly ideal: number;
};

/** Preferences of each list that has any; lists of one query share one query's weight. */
const preparedOf = ({ gains, starts, queries }: TrainingSet): PreparedList[] => {
  const times = new Map<number, number>();
  for (const query of queries) times.set(query, (times.get(query) ?? 0) + 1);
  return [...queries].flatMap((query, list) => {
    const [start, end] = [starts[list]!, starts[list + 1]!];
    const pairs: Pair[] = [];
    for (let better = start; better < end; better += 1)
      for (let worse = start; worse < end; worse += 1) {
        const more = gains[better]! - gains[worse]!;
        if (more >= MIN_GAIN) pairs.push({ better, worse, weight: more / times.get(query)! });
      }
    return pairs.length > 0 ? [{ start, end, pairs, ideal: idealOf(gains.subarray(start, end)) || 1 }] : [];
  });
};

const gainAt = (gain: number): number => 2 ** Math.max(0, gain) - 1;
const DISCOUNT_BY_RANK = Float64Array.from({ length: 256 }, (_, rank) => 1 / Math.log2(rank + 2));
const discountAt = (rank: number): number => DISCOUNT_BY_RANK[rank] ?? 0;

const idealOf = (gains: Float64Array): number =>
  gains.toSorted((a, b) => b - a).reduce((sum, gain, rank) => sum + gainAt(gain) * discountAt(rank), 0);

/** Writes the rank by score of each row of a list; equal scores stand as they were. */
const rankRows = (scores: Float64Array, start: number, end: number, ranks: Uint32Array): void => {
  for (let row = start; row < end; row += 1) {
    const score = scores[row]!;
    let rank = 0;
    for (let other = start; other < end; other += 1)
      if (scores[other]! > score || (scores[other] === score && other < row)) rank += 1;
    ranks[row] = rank;
  }
};

/** Adds a list's lambdas: pairwise logistic slopes times how much NDCG a swap is worth (Burges 2010, section 7). */
const addLambdas = (
  { pairs, ideal }: PreparedList,
  { gains }: TrainingSet,
  scores: Float64Array,
  ranks: Uint32Array,
  slopes: Float64Array,
  bends: Float64Array,
): void => {
  for (const { better, worse, weight } of pairs) {
    const gained = gainAt(gains[better]!) - gainAt(gains[worse]!);
    const moved = Math.abs(discountAt(ranks[better]!) - discountAt(ranks[worse]!));
    // Two results that both earned nothing differ in no NDCG, yet one of them was turned down.
    const worth = weight * Math.max(0.01, (gained * moved) / ideal);
    const wrong = 1 / (1 + Math.exp(scores[better]! - scores[worse]!));
    const slope = worth * wrong;
    slopes[better] = slopes[better]! + slope;
    slopes[worse] = slopes[worse]! - slope;
    bends[better] = bends[better]! + slope * (1 - wrong);
    bends[worse] = bends[worse]! + slope * (1 - wrong);
  }
};

/**
 * LambdaMART (Burges 2010): 40 trees of depth 3 that correct the linear score towards a better NDCG of the lists, each
 * taken in by a sixth. No chance in it: the same lists give the same trees.
 */
export const lambdaMart = (set: TrainingSet): Tree[] => {
  const binned = binRows(set.cells, set.width);
  const scores = set.linear.map((score) => TEMPERATURE * score);
  const lists = preparedOf(set);
  const ranks = new Uint32Array(binned.count);
  const trees: Tree[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = new Float64Array(binned.count);
    const bends = new Float64Array(binned.count);
    for (const list of lists) {
      rankRows(scores, list.start, list.end, ranks);
      addLambdas(list, set, scores, ranks, slopes, bends);
    }
    const tree = growTree(binned, slopes, bends, GROW);
    for (let row = 0; row < binned.count; row += 1)
      scores[row] = scores[row]! + SHRINKAGE * answerOf(tree, set.cells, row * set.width);
    trees.push(tree);
  }
  return trees;
};

/** What trees add to a row's linear score, in the linear score's own units. */
export const correctionOf = (trees: readonly Tree[], cells: ArrayLike<number>, from = 0): number => {
  let sum = 0;
  for (const tree of trees) sum += answerOf(tree, cells, from);
  return (SHRINKAGE * sum) / TEMPERATURE;
};
