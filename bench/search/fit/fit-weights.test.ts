import { expect, test } from 'vitest';
import { FEATURES } from '../../../core/search/index.ts';
import { seededRandom } from '../large-store.ts';
import { fitWeights, rank } from './fit-weights.ts';
import { minimise } from './minimise.ts';
import { listwise, signed, smoothRanking } from './objectives.ts';
import type { Sample } from './samples.ts';
import { SIGNS } from './signs.ts';
import { trainingSet } from './training-set.ts';

const COLUMNS = FEATURES.length;
const GOOD = FEATURES.indexOf('passage');
const BAD = FEATURES.indexOf('around');

/** The answer is the candidate that has most of one feature and least of another; the rest is noise. */
const made = (questions: number): Sample[] => {
  const random = seededRandom(1);
  return Array.from({ length: questions }, (_, conversation): Sample => {
    const count = 30;
    const vectors = Float32Array.from({ length: count * COLUMNS }, random);
    const worth = Array.from(
      { length: count },
      (_, row) => (vectors[row * COLUMNS + GOOD] as number) - (vectors[row * COLUMNS + BAD] as number),
    );
    const relevant = [worth.indexOf(Math.max(...worth))];
    return {
      corpus: 'made',
      scope: 'store',
      conversation,
      kind: 'made',
      vectors,
      count,
      relevant,
      relevantTotal: 1,
    };
  });
};

test('finds the features that decide, with their signs, on questions it has not seen', () => {
  const samples = made(300);
  const weights = fitWeights(samples.slice(0, 200));
  const others = [...weights].filter((_, column) => column !== GOOD && column !== BAD).map(Math.abs);
  expect(weights[GOOD] as number).toBeGreaterThan(3 * Math.max(...others));
  expect(weights[BAD] as number).toBeLessThan(-3 * Math.max(...others));
  const unseen = samples.slice(200);
  const right = unseen.filter((sample) => rank(sample, weights)[0] === sample.relevant[0]).length;
  expect(right / unseen.length).toBeGreaterThan(0.7);
});

test('a feature that can only speak for a candidate never gets a weight against it', () => {
  const against = made(100).map(
    ({ vectors, ...rest }): Sample => ({
      ...rest,
      vectors: vectors.map((value, at) => (at % COLUMNS === GOOD ? -value : value)),
    }),
  );
  expect(fitWeights(against)[GOOD]).toBe(0);
});

test('the gradients are those of the losses', () => {
  const set = trainingSet(made(20));
  const random = seededRandom(2);
  const point = Float64Array.from({ length: COLUMNS }, () => random() - 0.5);
  for (const objective of [
    listwise(set, 0.1),
    smoothRanking(set, new Float64Array(COLUMNS), 0.1),
    signed(listwise(set, 0.1), SIGNS),
  ]) {
    const gradient = new Float64Array(COLUMNS);
    objective(point, gradient);
    const step = 1e-5;
    for (const column of [0, 1, 5, COLUMNS - 1]) {
      const moved = (by: number): number => {
        const next = Float64Array.from(point);
        next[column] = (next[column] as number) + by;
        return objective(next, new Float64Array(COLUMNS));
      };
      expect(gradient[column]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 5);
    }
  }
});

test('a fit that starts at its minimum stays there', () => {
  const set = trainingSet(made(20));
  const there = minimise(listwise(set, 0.1), new Float64Array(COLUMNS), 200, 1e-12);
  const again = minimise(listwise(set, 0.1), there, 50, 1e-9);
  again.forEach((value, at) => {
    expect(value).toBeCloseTo(there[at] as number, 3);
  });
});
