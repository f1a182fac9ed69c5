import type { Span } from '../types.ts';
import { DAY_MS, type Day, dayOf, exists, startOfDay } from './zoned-days.ts';

/** A stretch of time that a query names. */
export type NamedTime = {
  readonly label: string;
  readonly span: Span;
  /** [from, to) in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** What was said of the calendar, so that "in March" can match any March. Month from 1. */
  readonly month?: number;
  readonly day?: number;
  readonly year?: number;
};

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const YEAR = '((?:19|20)\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const COUNT = `(\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')})`;

type Reading = Omit<NamedTime, 'span' | 'label'>;
type Rule = {
  readonly pattern: RegExp;
  read(match: RegExpMatchArray, today: Day, zone: string): Reading | undefined;
};

const rule = (pattern: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`\\b${pattern}\\b`, 'giu'),
  read,
});
const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
const countOf = (word: string): number => NUMBER_WORDS[word.toLowerCase()] ?? Number(word);

const between = (from: Day, to: Day, zone: string): Reading => ({
  from: startOfDay(from, zone),
  to: startOfDay(to, zone),
});
const shift = ({ year, month, day }: Day, days: number): Day => ({ year, month, day: day + days });

const oneDay = (day: Day, zone: string): Reading => between(day, shift(day, 1), zone);

const calendarDay = (year: string | undefined, month: number, day: number, today: Day, zone: string) => {
  const guessed =
    month > today.month || (month === today.month && day > today.day) ? today.year - 1 : today.year;
  const date = { year: year === undefined ? guessed : Number(year), month, day };
  if (!exists(date)) return undefined;
  return { ...oneDay(date, zone), month, day, ...(year === undefined ? {} : { year: Number(year) }) };
};

const calendarMonth = (year: string | undefined, month: number, today: Day, zone: string): Reading => {
  const of = year === undefined ? (month > today.month ? today.year - 1 : today.year) : Number(year);
  const reading = between({ year: of, month, day: 1 }, { year: of, month: month + 1, day: 1 }, zone);
  return { ...reading, month, ...(year === undefined ? {} : { year: of }) };
};

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

const unitsAgo = (today: Day, count: number, unit: string): Day => {
  if (unit.startsWith('day')) return shift(today, -count);
  if (unit.startsWith('week')) return shift(today, -7 * count);
  if (unit.startsWith('month')) return { ...today, month: today.month - count };
  return { ...today, year: today.year - count };
};

/** Longest forms first: a later rule never reads a stretch that an earlier one took. */
const RULES: readonly Rule[] = [
  rule(`${YEAR}-(\\d{1,2})-(\\d{1,2})`, ([, y, m, d], today, zone) =>
    calendarDay(y, Number(m), Number(d), today, zone),
  ),
  rule(`(?:on )?${MONTH} ${DAY},? ${YEAR}`, ([, m = '', d, y], today, zone) =>
    calendarDay(y, monthOf(m), Number(d), today, zone),
  ),
  rule(`(?:on )?(?:the )?${DAY}(?: of)? ${MONTH},? ${YEAR}`, ([, d, m = '', y], today, zone) =>
    calendarDay(y, monthOf(m), Number(d), today, zone),
  ),
  rule(`(?:in )?${MONTH},? (?:of )?${YEAR}`, ([, m = '', y], today, zone) =>
    calendarMonth(y, monthOf(m), today, zone),
  ),
  rule(`(?:on )?${MONTH} ${DAY}`, ([, m = '', d], today, zone) =>
    calendarDay(undefined, monthOf(m), Number(d), today, zone),
  ),
  rule(`(?:on )?(?:the )?${DAY}(?: of)? ${MONTH}`, ([, d, m = ''], today, zone) =>
    calendarDay(undefined, monthOf(m), Number(d), today, zone),
  ),
  rule(`in ${MONTH}`, ([, m = ''], today, zone) => calendarMonth(undefined, monthOf(m), today, zone)),
  rule(`in ${YEAR}`, ([, y], _today, zone) => ({
    ...between({ year: Number(y), month: 1, day: 1 }, { year: Number(y) + 1, month: 1, day: 1 }, zone),
    year: Number(y),
  })),
  rule(`${COUNT} (days?|weeks?|months?|years?) ago`, ([, n = '', unit = ''], today, zone) => {
    const start = unitsAgo(today, countOf(n), unit);
    const days = unit.startsWith('day') ? 1 : unit.startsWith('week') ? 7 : 30;
    return between(start, shift(start, days), zone);
  }),
  rule(
    `(?:in |over |during )?(?:the )?(?:last|past|previous) ${COUNT} (days?|weeks?|months?|years?)`,
    ([, n = '', unit = ''], today, zone) => between(unitsAgo(today, countOf(n), unit), shift(today, 1), zone),
  ),
  rule('(this|last|past|previous) (week|month|year)', ([, which = '', unit = ''], today, zone) => {
    const back = which.toLowerCase() === 'this' ? 0 : 1;
    if (unit.toLowerCase() === 'week') {
      const monday = shift(today, -((weekdayOf(today) + 6) % 7) - 7 * back);
      return between(monday, shift(monday, 7), zone);
    }
    if (unit.toLowerCase() === 'month') {
      const first = { year: today.year, month: today.month - back, day: 1 };
      return between(first, { ...first, month: first.month + 1 }, zone);
    }
    const year = today.year - back;
    return between({ year, month: 1, day: 1 }, { year: year + 1, month: 1, day: 1 }, zone);
  }),
  rule(`(?:last |on )(${WEEKDAYS.join('|')})`, ([, name = ''], today, zone) => {
    const back = (weekdayOf(today) - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7 || 7;
    return oneDay(shift(today, -back), zone);
  }),
  rule('(?:the )?day before yesterday', (_match, today, zone) => oneDay(shift(today, -2), zone)),
  rule('yesterday', (_match, today, zone) => oneDay(shift(today, -1), zone)),
  rule('today', (_match, today, zone) => oneDay(today, zone)),
];

/** Latest instant that still is a date in every engine. */
const MAX_TIME = 8.64e15 - DAY_MS;

/**
 * Stretches of time named in a query ("last week", "in March", "15 May 2024"), in order. Days that do not exist are
 * not read. A month or day without a year is the last one before `now`.
 */
export const readTimes = (text: string, now: number, zone: string): NamedTime[] => {
  let today: Day | undefined;
  const found: NamedTime[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const span: Span = [match.index, match.index + match[0].length];
      if (found.some(({ span: [start, end] }) => span[0] < end && start < span[1])) continue;
      today ??= dayOf(Math.min(Math.max(now, -MAX_TIME), MAX_TIME), zone);
      const reading = read(match, today, zone);
      if (reading) found.push({ ...reading, label: match[0], span });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
};
