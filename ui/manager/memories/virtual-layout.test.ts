import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from './virtual-layout.ts';

const daysFrom = (counts: readonly number[]) => {
  let offset = 0;
  return counts.map((count, index) => {
    const day = { day: `2026-01-${index + 1}`, offset, count };
    offset += count;
    return day;
  });
};

describe('layoutOf', () => {
  it('puts a heading before the first row of each day', () => {
    const layout = layoutOf(5, daysFrom([2, 3]), 10, 4);
    expect([0, 1, 2, 3, 4].map(layout.topOf)).toEqual([4, 14, 28, 38, 48]);
    expect(layout.headings.map(({ top }) => top)).toEqual([0, 24]);
    expect(layout.height).toBe(58);
  });

  it('works without headings and without rows', () => {
    expect(layoutOf(3, [], 10, 4).topOf(2)).toBe(20);
    expect(layoutOf(0, [], 10, 4).indexAt(500)).toBe(0);
  });

  it('finds the row at every height', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (counts, pick) => {
          const total = counts.reduce((sum, count) => sum + count, 0);
          const layout = layoutOf(total, daysFrom(counts), 64, 36);
          const index = pick % total;
          expect(layout.indexAt(layout.topOf(index))).toBe(index);
          expect(layout.indexAt(layout.topOf(index) + 63)).toBe(index);
        },
      ),
    );
  });
});
