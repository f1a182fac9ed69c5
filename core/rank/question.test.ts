import { describe, expect, it } from 'vitest';
import { mostUncertain } from './question.ts';

const unused = (scores: readonly number[]) => scores.map((score) => ({ score, used: 0 }));

describe('the pair worth asking about', () => {
  it('is the two neighbours whose scores are closest', () => {
    expect(mostUncertain(unused([3, 2, 1.95, 1, 0.9]))).toBe(1);
  });

  it('is none where every order is certain', () => {
    expect(mostUncertain(unused([3, 2, 1, 0.5, 0]))).toBeUndefined();
    expect(mostUncertain([])).toBeUndefined();
    expect(mostUncertain(unused([1]))).toBeUndefined();
  });

  it('is among equally uncertain ones the one that is used most', () => {
    const shown = [3, 2.95, 1, 0.95].map((score, at) => ({ score, used: at === 3 ? 0.5 : 0 }));
    expect(mostUncertain(shown)).toBe(2);
  });

  it('is none that holds a memory that is gone, and none below the first five', () => {
    expect(mostUncertain([{ score: 1, used: 0 }, undefined, { score: 1, used: 0 }])).toBeUndefined();
    expect(mostUncertain(unused([9, 7, 5, 3, 1, 1, 1]))).toBeUndefined();
  });
});
