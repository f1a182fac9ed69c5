import { expect, test } from 'vitest';
import { parseQuery } from './parse-query.ts';

const context = { now: Date.UTC(2026, 4, 20, 2), timeZone: 'America/New_York' };
const day = (at: number | undefined): string => new Date(at ?? Number.NaN).toISOString().slice(0, 16);

test('operators become a filter, the rest stays words', () => {
  const { filter, words, excluded, phrases } = parseQuery(
    'agent:claude "code review" rust -async is:pinned tag:"to read"',
    context,
  );
  expect(filter).toEqual({ agents: ['claude'], pinned: true, tags: ['to read'] });
  expect(words.map(({ text }) => text)).toEqual(['rust']);
  expect(excluded.map(({ text }) => text)).toEqual(['async']);
  expect(phrases.map(({ text }) => text)).toEqual(['code review']);
});

test('days begin where the person is', () => {
  const { filter } = parseQuery('on:2026-05-18', context);
  expect([day(filter.from), day(filter.to)]).toEqual(['2026-05-18T04:00', '2026-05-19T04:00']);
});

test.each([
  ['last week', '2026-05-11T04:00', '2026-05-18T04:00'],
  ['yesterday', '2026-05-18T04:00', '2026-05-19T04:00'],
  ['in March', '2026-03-01T05:00', '2026-04-01T04:00'],
  ['in december', '2025-12-01T05:00', '2026-01-01T05:00'],
  ['3 days ago', '2026-05-16T04:00', '2026-05-17T04:00'],
  ['on 4 July 2025', '2025-07-04T04:00', '2025-07-05T04:00'],
  ['last friday', '2026-05-15T04:00', '2026-05-16T04:00'],
])('"%s" is a stretch of time', (text, from, to) => {
  const { times, tokens } = parseQuery(`docker ${text}`, context);
  expect(times.map((time) => [day(time.from), day(time.to)])).toEqual([[from, to]]);
  expect(tokens.map(({ kind }) => kind)).toEqual(['term', 'time']);
});

test.each([
  ['on:2026-02-30', 'is not a date'],
  ['colour:red', 'There is no operator "colour:"'],
  ['is:purple', 'is: knows pinned'],
  ['before:', 'needs a value'],
  ['"open', 'closing quote is missing'],
  ['x'.repeat(10_000), 'Only the first'],
])('%.20s is explained, not refused', (query, problem) => {
  expect(
    parseQuery(query, context)
      .tokens.map((token) => token.problem?.text ?? '')
      .join(),
  ).toContain(problem);
});
