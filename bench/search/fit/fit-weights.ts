import { FEATURES } from '../../../core/search/index.ts';
import { minimise } from './minimise.ts';
import { listwise, signed, smoothRanking } from './objectives.ts';
import type { Sample } from './samples.ts';
import { SIGNS } from './signs.ts';
import { trainingSet } from './training-set.ts';

/** Strengths of the pulls towards zero and towards the first fit, in squared deviations. Chosen on held-out figures. */
const L2 = 0.08;
const PULL = 0.05;
const FIRST_ITERATIONS = 60;
const SECOND_ITERATIONS = 30;

/** Weights by feature, in the order of FEATURES: a convex listwise fit, then a smooth NDCG near it, both with {@link SIGNS}. */
export const fitWeights = (samples: readonly Sample[]): Float64Array => {
  const set = trainingSet(samples);
  const first = minimise(
    signed(listwise(set, L2), SIGNS),
    new Float64Array(FEATURES.length),
    FIRST_ITERATIONS,
  );
  const second = minimise(signed(smoothRanking(set, first, PULL), SIGNS), first, SECOND_ITERATIONS);
  return second.map((weight, column) =>
    (SIGNS[column] ?? 0) * weight < 0 ? 0 : weight / (set.deviations[column] as number),
  );
};

/** The candidates of a question, best first. */
export const rank = ({ vectors, count }: Sample, weights: Float64Array): number[] => {
  const columns = weights.length;
  const scores = Float64Array.from({ length: count }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < columns; column++)
      sum += (weights[column] as number) * (vectors[row * columns + column] as number);
    return sum;
  });
  return [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
};

/** The same order with scores whose best is 1 on average, so that trust and learning meet them at one scale. */
export const scaled = (samples: readonly Sample[], weights: Float64Array): Float64Array => {
  const answered = samples.filter(({ count }) => count > 0);
  const best = answered.map((sample) => {
    const top = rank(sample, weights)[0] as number;
    const row = sample.vectors.subarray(top * weights.length, (top + 1) * weights.length);
    return row.reduce((sum, value, column) => sum + value * (weights[column] as number), 0);
  });
  const mean = best.reduce((sum, value) => sum + value, 0) / best.length;
  return weights.map((weight) => weight / mean);
};
