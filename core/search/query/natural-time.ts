import { DAY_MS } from '../../model/day.ts';
import type { Span } from '../types.ts';
import { pastUnits, type Stretch } from './stretches.ts';
import { AFTER, AND, BEFORE, BETWEEN, foldTime, rulesFor, SINCE, type TimeRule } from './time-rules.ts';
import { type Day, dayOf } from './zoned-days.ts';

/** A stretch of time that a query names. `month`, `day`, `year`: so that "in March" can match any March. */
export type NamedTime = Stretch & { readonly label: string; readonly span: Span };

/** A day that the calendar does not have, as written. */
export type UnrealDay = { readonly label: string; readonly span: Span };

type Found = { readonly span: Span; readonly stretch: Stretch | 'unreal'; readonly weak: boolean };

/** Latest instant that still is a date in every engine. */
const MAX_TIME = 8.64e15 - 1_000 * 366 * DAY_MS;
/** Longer text before a time does not belong to it. */
const LEAD = 20;
/** "sun", "mar": too much like other words to be a time after "before" and "after". */
const SHORTEST_NAME = 4;

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

const pointsIn = (
  text: string,
  rules: readonly TimeRule[],
  today: Day,
  zone: string,
  language: string,
): Found[] => {
  const all: Found[] = [];
  for (const { pattern, weak = false, notIn, read } of rules) {
    if (notIn?.includes(language)) continue;
    for (const match of text.matchAll(pattern)) {
      const stretch = read(match.groups ?? {}, today, zone);
      if (stretch) all.push({ span: [match.index, match.index + match[0].length], stretch, weak });
    }
  }
  const chosen: Found[] = [];
  const length = ({ span }: Found): number => span[1] - span[0];
  for (const each of all.sort((a, b) => Number(a.weak) - Number(b.weak) || length(b) - length(a)))
    if (!chosen.some(({ span }) => overlaps(span, each.span))) chosen.push(each);
  return chosen.sort((a, b) => a.span[0] - b.span[0]);
};

/** Whether `pattern` stands right before a place, and where it begins. */
const leadBefore = (text: string, at: number, pattern: RegExp): number | undefined => {
  const from = Math.max(0, at - LEAD);
  const found = pattern.exec(text.slice(from, at));
  return found ? from + found.index : undefined;
};

/**
 * Stretches of time named in a query ("last week", "im März", "entre mars et mai", "15/05/2024"), in order, in seven
 * languages, accents or not. A month or day without a year is the last one before `now`; a day of two numbers is
 * read day first, but in the zones of the United States. `unreal`: days that the calendar does not have.
 * @param language language of the query, if it tells: single words that mean a time in another one are left alone
 */
export const readTimes = (
  query: string,
  now: number,
  zone: string,
  language = 'en',
): { readonly times: NamedTime[]; readonly unreal: UnrealDay[] } => {
  const text = foldTime(query);
  const rules = rulesFor(text);
  // A calendar is costly to ask, and most queries name no time.
  if (rules.length === 0) return { times: [], unreal: [] };
  const today = dayOf(Math.min(Math.max(now, -MAX_TIME), MAX_TIME), zone);
  const endOfToday = pastUnits('day', 0, today, zone).to;
  const points = pointsIn(text, rules, today, zone, language);
  const times: NamedTime[] = [];
  const unreal: UnrealDay[] = [];
  const name = (from: number, to: number, stretch: Stretch): void => {
    times.push({ ...stretch, label: query.slice(from, to), span: [from, to] });
  };
  for (let at = 0; at < points.length; at++) {
    const { span, stretch, weak } = points[at] as Found;
    const [start, end] = span;
    if (stretch === 'unreal') {
      unreal.push({ label: query.slice(start, end).trim(), span });
      continue;
    }
    const next = points[at + 1];
    const between = leadBefore(text, start, BETWEEN);
    if (
      next &&
      next.stretch !== 'unreal' &&
      between !== undefined &&
      AND.test(text.slice(end, next.span[0]))
    ) {
      const other = next.stretch;
      name(between, next.span[1], {
        from: Math.min(stretch.from, other.from),
        to: Math.max(stretch.to, other.to),
      });
      at += 1;
      continue;
    }
    const since = leadBefore(text, start, SINCE);
    const named = !weak || end - start >= SHORTEST_NAME;
    const before = named ? leadBefore(text, start, BEFORE) : undefined;
    const after = named ? leadBefore(text, start, AFTER) : undefined;
    if (since !== undefined) name(since, end, { from: stretch.from, to: Math.max(endOfToday, stretch.to) });
    else if (before !== undefined) name(before, end, { from: -MAX_TIME, to: stretch.from });
    else if (after !== undefined)
      name(after, end, { from: stretch.to, to: Math.max(endOfToday, stretch.to) });
    else if (!weak) name(start, end, stretch);
  }
  return { times, unreal };
};
