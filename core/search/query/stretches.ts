import type { Unit } from './time-words.ts';
import { type Day, exists, startOfDay } from './zoned-days.ts';

/** A stretch of time; `month`, `day`, `year` are what was said of the calendar. */
export type Stretch = {
  /** [from, to) in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly month?: number;
  readonly day?: number;
  readonly year?: number;
};

export const shift = ({ year, month, day }: Day, days: number): Day => ({ year, month, day: day + days });

export const between = (from: Day, to: Day, zone: string): Stretch => ({
  from: startOfDay(from, zone),
  to: startOfDay(to, zone),
});

export const oneDay = (day: Day, zone: string): Stretch => between(day, shift(day, 1), zone);

/** A day of the calendar; without a year the last one that is not to come. Undefined when there is no such day. */
export const calendarDay = (
  { year, month, day }: { readonly year: number | undefined; readonly month: number; readonly day: number },
  today: Day,
  zone: string,
): Stretch | undefined => {
  const toCome = month > today.month || (month === today.month && day > today.day);
  let guessed = toCome ? today.year - 1 : today.year;
  // 29 February without a year is the last one there was.
  if (year === undefined && month === 2 && day === 29)
    while (!exists({ year: guessed, month, day })) guessed -= 1;
  const date = { year: year ?? guessed, month, day };
  if (!exists(date)) return undefined;
  return { ...oneDay(date, zone), month, day, ...(year === undefined ? {} : { year }) };
};

/** A month; without a year the last one that has begun. */
export const calendarMonth = (year: number | undefined, month: number, today: Day, zone: string): Stretch => {
  const of = year ?? (month > today.month ? today.year - 1 : today.year);
  const stretch = between({ year: of, month, day: 1 }, { year: of, month: month + 1, day: 1 }, zone);
  return { ...stretch, month, ...(year === undefined ? {} : { year }) };
};

export const calendarYear = (year: number, zone: string): Stretch => ({
  ...between({ year, month: 1, day: 1 }, { year: year + 1, month: 1, day: 1 }, zone),
  year,
});

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** The last `weekday` (0 = Sunday) before today. */
export const lastWeekday = (weekday: number, today: Day, zone: string): Stretch =>
  oneDay(shift(today, -((weekdayOf(today) - weekday + 7) % 7 || 7)), zone);

const mondayOf = (today: Day): Day => shift(today, -((weekdayOf(today) + 6) % 7));

/** The day, ISO week, weekend, month, quarter or year that lies `back` of them before the one today is in. */
export const unitBack = (unit: Unit, back: number, today: Day, zone: string): Stretch => {
  const { year, month } = today;
  switch (unit) {
    case 'day':
      return oneDay(shift(today, -back), zone);
    case 'week': {
      const monday = shift(mondayOf(today), -7 * back);
      return between(monday, shift(monday, 7), zone);
    }
    case 'weekend': {
      const saturday = shift(mondayOf(today), 5 - 7 * back);
      return between(saturday, shift(saturday, 2), zone);
    }
    case 'month':
      return between({ year, month: month - back, day: 1 }, { year, month: month - back + 1, day: 1 }, zone);
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 - 3 * back;
      return between({ year, month: first, day: 1 }, { year, month: first + 3, day: 1 }, zone);
    }
    case 'year':
      return between(
        { year: year - back, month: 1, day: 1 },
        { year: year - back + 1, month: 1, day: 1 },
        zone,
      );
  }
};

const DAYS: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  weekend: 7,
  month: 30,
  quarter: 91,
  year: 365,
};

const daysBack = (unit: Unit, count: number, { year, month, day }: Day): Day => {
  if (unit === 'year') return { year: year - count, month, day };
  if (unit === 'month') return { year, month: month - count, day };
  if (unit === 'quarter') return { year, month: month - 3 * count, day };
  return { year, month, day: day - DAYS[unit] * count };
};

/** "three weeks ago": as long as one unit, around that day, because people round. */
export const ago = (unit: Unit, count: number, today: Day, zone: string): Stretch => {
  const day = daysBack(unit, count, today);
  const before = unit === 'day' ? 0 : Math.floor(DAYS[unit] / 2);
  const after = unit === 'day' ? 1 : Math.ceil(DAYS[unit] / 2);
  return between(shift(day, -before), shift(day, after), zone);
};

/** "the last three weeks": from that day until the end of today. */
export const pastUnits = (unit: Unit, count: number, today: Day, zone: string): Stretch =>
  between(daysBack(unit, count, today), shift(today, 1), zone);
