import { describe, expect, it } from 'vitest';
import { dayBars } from './day-bars.ts';

const midnight = (day: string) => new Date(`${day}T00:00:00`).getTime();
const DAYS = [
  { day: '2026-03-30', offset: 0, count: 2 },
  { day: '2026-03-29', offset: 2, count: 5 },
  { day: '2026-03-02', offset: 7, count: 1 },
];

describe('dayBars', () => {
  it('gives each day its own bar, empty ones too, over a change of clocks', () => {
    const bars = dayBars(DAYS, midnight('2026-03-28'), midnight('2026-04-01'), 30);
    expect(bars.map(({ count }) => count)).toEqual([0, 5, 2, 0]);
    expect(bars[1]?.from).toBe(midnight('2026-03-29'));
    expect(bars[1]?.to).toBe(midnight('2026-03-30'));
  });

  it('joins whole days when there are more than bars', () => {
    const bars = dayBars(DAYS, undefined, midnight('2026-03-31'), 5);
    expect(bars.length).toBeLessThanOrEqual(5);
    expect(bars[0]?.from).toBe(midnight('2026-03-02'));
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(bars.at(-1)?.to).toBe(midnight('2026-03-31'));
  });

  it('is empty where there is nothing', () => {
    expect(dayBars([], undefined, midnight('2026-03-31'), 5)).toEqual([]);
  });
});
