import type { EventDay, EventKind } from '../../core/model/events-api.ts';

export type DayRow = {
  readonly day: string;
  readonly countByKind: ReadonlyMap<EventKind, number>;
  readonly total: number;
};

/** Counts per day and kind as rows, newest day first. */
export const tableOfDays = (days: readonly EventDay[]): readonly DayRow[] => {
  const byDay = new Map<string, Map<EventKind, number>>();
  for (const { day, kind, count } of days) {
    const countByKind = byDay.get(day) ?? new Map<EventKind, number>();
    countByKind.set(kind, (countByKind.get(kind) ?? 0) + count);
    byDay.set(day, countByKind);
  }
  return [...byDay]
    .map(([day, countByKind]) => ({
      day,
      countByKind,
      total: [...countByKind.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((a, b) => b.day.localeCompare(a.day));
};
