import { describe, expect, it } from 'vitest';
import { pairsRight, signTest, standing } from './standing.ts';

const outcomes = (plain: number, shipped: number, learned: number, times: number) =>
  Array.from({ length: times }, () => ({ plain, shipped, learned }));

describe('the standing of an order', () => {
  it('keeps what was learned while it is as good as the simpler orders', () => {
    expect(standing([])).toBe('learned');
    expect(standing([...outcomes(0.5, 0.6, 0.4, 4), ...outcomes(0.5, 0.6, 0.9, 4)])).toBe('learned');
  });

  it('rolls back to the shipped weights when the learned ones lose', () => {
    expect(standing(outcomes(0.4, 0.8, 0.6, 10))).toBe('shipped');
  });

  it('rolls back to the plain order when that beats both, and returns once learning wins again', () => {
    const lost = outcomes(0.9, 0.5, 0.4, 10);
    expect(standing(lost)).toBe('plain');
    expect(standing([...lost, ...outcomes(0.4, 0.6, 0.9, 10)])).toBe('learned');
  });

  it('counts pairs that were put right, ties half', () => {
    expect(pairsRight([3, 2, 1], [0, 0.7, 0])).toBe(0.5);
    expect(pairsRight([1, 1], [0.7, 0])).toBe(0.5);
    expect(pairsRight([1, 2], [0, 0])).toBeUndefined();
    expect(signTest(5, 5)).toBeCloseTo(1 / 32);
    expect(signTest(0, 5)).toBeCloseTo(1);
  });
});
