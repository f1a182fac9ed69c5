import type { TimelineBucket } from '../../core/model/graph-api.ts';
import type { MemoryPage } from '../../core/model/query.ts';

const startOf = (day: string): Date => new Date(`${day}T00:00:00`);

/** The local midnight a number of days later; a day with a change of clocks is not 24 hours long. */
const daysLater = (at: number, days: number): number => {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  return date.getTime();
};

/**
 * Bars of equally many whole local days that cover [`from`, `to`), at most `most` of them; the last may be shorter.
 * @param days counts per local day, as a list of memories tells them
 * @param from a local midnight; the first day with a memory when left out
 */
export const dayBars = (
  days: NonNullable<MemoryPage['days']>,
  from: number | undefined,
  to: number,
  most: number,
): readonly TimelineBucket[] => {
  const counts = days.map(({ day, count }) => ({ at: startOf(day).getTime(), count }));
  const first = from ?? counts.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  if (first >= to || !Number.isFinite(first)) return [];
  let total = 0;
  for (let at = first; at < to; at = daysLater(at, 1)) total += 1;
  const width = Math.ceil(total / most);
  const bars: { from: number; to: number; count: number }[] = [];
  for (let at = first; at < to; at = daysLater(at, width)) {
    bars.push({ from: at, to: Math.min(to, daysLater(at, width)), count: 0 });
  }
  for (const { at, count } of counts) {
    const bar = bars.find((candidate) => at >= candidate.from && at < candidate.to);
    if (bar) bar.count += count;
  }
  return bars;
};
