import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex, normalisedMutualInformation } from './agreement.ts';

const labels = fc.array(fc.nat(5), { minLength: 2, maxLength: 60 });

describe('agreement of two labelings', () => {
  it('is 1 for the same groups under other names', () => {
    fc.assert(
      fc.property(labels, (a) => {
        const renamed = a.map((label) => 40 - label);
        expect(normalisedMutualInformation(a, renamed)).toBeCloseTo(1, 9);
        expect(adjustedRandIndex(a, renamed)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has the values of the textbook example', () => {
    const a = [0, 0, 0, 1, 1, 1];
    const b = [0, 0, 1, 1, 2, 2];
    expect(adjustedRandIndex(a, b)).toBeCloseTo(0.2424, 4);
    expect(normalisedMutualInformation(a, b)).toBeCloseTo(0.5158, 4);
  });

  it('is 0 where one side says nothing', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
    expect(normalisedMutualInformation([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
  });
});
