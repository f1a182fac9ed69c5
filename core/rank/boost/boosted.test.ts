import { describe, expect, it } from 'vitest';
import type { TrainingList } from '../pairwise-model.ts';
import { isBetter, trainBoosted } from './boosted.ts';
import { correctionOf } from './lambda-mart.ts';
import { cellsOf, trainingSet } from './training-set.ts';

/** Numbers in [0, 1) that follow from one another (Lehmer). */
const dice = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

/** Lists of ten rows with two traits; the linear score knows nmiddling. */
const lists = (count: number, likes: (row: readonly number[], chance: number) => boolean): TrainingList[] => {
  const next = dice(11);
  return Array.from({ length: count }, (_, at) => {
    const rows = Array.from({ length: 10 }, () => [next() < 0.5 ? 1 : 0, next() < 0.5 ? 1 : 0, next()]);
    const used = rows.findIndex((row) => likes(row, next()));
    return {
      rows,
      gains: rows.map((_row, place) => (place === used ? 0.8 : place < used ? -0.1 : 0)),
      linear: rows.map((_row, place) => -place / 10),
      queryKey: `q${at % 90}`,
    };
  });
};

/** Nmiddling little nor much of the third trait, with the first. */
const middling = ([first, , third]: readonly number[]): boolean =>
  first === 1 && third! > 0.3 && third! < 0.7;

describe('boosted trees', () => {
  it('win the shadow test where a middling value is liked, which no line can say', () => {
    const { verdict, trees } = trainBoosted(trainingSet(lists(400, middling), 'a'));
    expect(isBetter(verdict)).toBe(true);
    expect(verdict.low).toBeGreaterThan(0);
    const rows = [
      [1, 0, 0.5],
      [1, 0, 0.1],
      [1, 0, 0.9],
      [0, 0, 0.5],
    ];
    const [liked, ...others] = cellsOf(rows, [0, 0, 0, 0]).map((cells) => correctionOf(trees, cells));
    expect(liked).toBeGreaterThan(Math.max(...others));
  });

  it('lose it where chance decides, and no trees come back', () => {
    const { verdict, trees } = trainBoosted(
      trainingSet(
        lists(400, (_row, chance) => chance < 0.3),
        'a',
      ),
    );
    expect(isBetter(verdict)).toBe(false);
    expect(trees).toEqual([]);
  });

  it('lose it where tastes turned round before the last lists', () => {
    const all = [...lists(280, middling), ...lists(120, (row) => !middling(row))];
    expect(isBetter(trainBoosted(trainingSet(all, 'a')).verdict)).toBe(false);
  });

  it('are the same to the last bit for the same lists', () => {
    const set = () => trainingSet(lists(300, middling), 'a');
    expect(trainBoosted(set())).toEqual(trainBoosted(set()));
  });

  it('do nothing on no lists', () => {
    expect(trainBoosted(trainingSet([], 'a'))).toMatchObject({ trees: [], verdict: { n: 0 } });
  });
});
