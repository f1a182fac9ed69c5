import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse-query.ts';

/** Wednesday, 20 May 2026, 14:00 in Berlin. */
const context = { now: Date.UTC(2026, 4, 20, 12), timeZone: 'Europe/Berlin' };
const local = (at: number): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 16).replace(' 00:00', '');
const read = (query: string, timeZone = context.timeZone): string[] =>
  parseQuery(query, { ...context, timeZone }).times.map(({ from, to }) => `${local(from)} … ${local(to)}`);

const LAST_WEEK = '2026-05-11 … 2026-05-18';
const THIS_WEEK = '2026-05-18 … 2026-05-25';
const YESTERDAY = '2026-05-19 … 2026-05-20';
const BEFORE_YESTERDAY = '2026-05-18 … 2026-05-19';
const MARCH = '2026-03-01 … 2026-04-01';
const THIRD_OF_MAY = '2026-05-03 … 2026-05-04';
const MAY_2024 = '2024-05-01 … 2024-06-01';
const LAST_YEAR = '2025-01-01 … 2026-01-01';
const FIVE_DAYS_AGO = '2026-05-15 … 2026-05-16';
const PAST_THREE_WEEKS = '2026-04-29 … 2026-05-21';
const SINCE_MARCH = '2026-03-01 … 2026-05-21';
const MARCH_TO_APRIL = '2026-03-01 … 2026-05-01';
const LAST_MONDAY = '2026-05-18 … 2026-05-19';
const LAST_QUARTER = '2026-01-01 … 2026-04-01';

describe.each([
  [
    'English',
    [
      ['last week', LAST_WEEK],
      ['this week', THIS_WEEK],
      ['yesterday', YESTERDAY],
      ['the day before yesterday', BEFORE_YESTERDAY],
      ['in March', MARCH],
      ['on 3 May', THIRD_OF_MAY],
      ['May 3rd', THIRD_OF_MAY],
      ['the 3rd of May', THIRD_OF_MAY],
      ['May 2024', MAY_2024],
      ['last year', LAST_YEAR],
      ['five days ago', FIVE_DAYS_AGO],
      ['in the last three weeks', PAST_THREE_WEEKS],
      ['since March', SINCE_MARCH],
      ['between March and April', MARCH_TO_APRIL],
      ['from March to April', MARCH_TO_APRIL],
      ['last Monday', LAST_MONDAY],
      ['last quarter', LAST_QUARTER],
      ['since Monday', '2026-05-18 … 2026-05-21'],
      ['two weeks ago', '2026-05-03 … 2026-05-10'],
      ['this month', '2026-05-01 … 2026-06-01'],
      ['last weekend', '2026-05-16 … 2026-05-18'],
      ['Q3 2025', '2025-07-01 … 2025-10-01'],
      ['between 3 May and 10 May', '2026-05-03 … 2026-05-11'],
      ['in 2024', '2024-01-01 … 2025-01-01'],
      ['since 2024', '2024-01-01 … 2026-05-21'],
      ['after March', '2026-04-01 … 2026-05-21'],
      ['in December', '2025-12-01 … 2026-01-01'],
    ],
  ],
  [
    'German',
    [
      ['letzte Woche', LAST_WEEK],
      ['diese Woche', THIS_WEEK],
      ['gestern', YESTERDAY],
      ['vorgestern', BEFORE_YESTERDAY],
      ['im März', MARCH],
      ['im marz', MARCH],
      ['am 3. Mai', THIRD_OF_MAY],
      ['Mai 2024', MAY_2024],
      ['letztes Jahr', LAST_YEAR],
      ['vor fünf Tagen', FIVE_DAYS_AGO],
      ['in den letzten drei Wochen', PAST_THREE_WEEKS],
      ['seit März', SINCE_MARCH],
      ['zwischen März und April', MARCH_TO_APRIL],
      ['letzten Montag', LAST_MONDAY],
      ['am Montag', LAST_MONDAY],
      ['letztes Quartal', LAST_QUARTER],
      ['03.05.2026', THIRD_OF_MAY],
    ],
  ],
  [
    'French',
    [
      ['la semaine dernière', LAST_WEEK],
      ['semaine derniere', LAST_WEEK],
      ['cette semaine', THIS_WEEK],
      ['hier', YESTERDAY],
      ['avant-hier', BEFORE_YESTERDAY],
      ['en mars', MARCH],
      ['le 3 mai', THIRD_OF_MAY],
      ['en mai 2024', MAY_2024],
      ["l'année dernière", LAST_YEAR],
      ['l’année dernière', LAST_YEAR],
      ["l'an dernier", LAST_YEAR],
      ['il y a cinq jours', FIVE_DAYS_AGO],
      ['les trois dernières semaines', PAST_THREE_WEEKS],
      ['depuis mars', SINCE_MARCH],
      ['entre mars et avril', MARCH_TO_APRIL],
      ['lundi dernier', LAST_MONDAY],
      ['le trimestre dernier', LAST_QUARTER],
    ],
  ],
  [
    'Spanish',
    [
      ['la semana pasada', LAST_WEEK],
      ['esta semana', THIS_WEEK],
      ['ayer', YESTERDAY],
      ['anteayer', BEFORE_YESTERDAY],
      ['en marzo', MARCH],
      ['el 3 de mayo', THIRD_OF_MAY],
      ['mayo de 2024', MAY_2024],
      ['el año pasado', LAST_YEAR],
      ['el ano pasado', LAST_YEAR],
      ['hace cinco días', FIVE_DAYS_AGO],
      ['las últimas tres semanas', PAST_THREE_WEEKS],
      ['desde marzo', SINCE_MARCH],
      ['entre marzo y abril', MARCH_TO_APRIL],
      ['el lunes pasado', LAST_MONDAY],
      ['el trimestre pasado', LAST_QUARTER],
    ],
  ],
  [
    'Italian',
    [
      ['la settimana scorsa', LAST_WEEK],
      ['la scorsa settimana', LAST_WEEK],
      ['questa settimana', THIS_WEEK],
      ['ieri', YESTERDAY],
      ["l'altro ieri", BEFORE_YESTERDAY],
      ['a marzo', MARCH],
      ['il 3 maggio', THIRD_OF_MAY],
      ['maggio 2024', MAY_2024],
      ["l'anno scorso", LAST_YEAR],
      ['cinque giorni fa', FIVE_DAYS_AGO],
      ['nelle ultime tre settimane', PAST_THREE_WEEKS],
      ['da marzo', SINCE_MARCH],
      ['tra marzo e aprile', MARCH_TO_APRIL],
      ['lunedì scorso', LAST_MONDAY],
      ['il trimestre scorso', LAST_QUARTER],
    ],
  ],
  [
    'Portuguese',
    [
      ['a semana passada', LAST_WEEK],
      ['esta semana', THIS_WEEK],
      ['ontem', YESTERDAY],
      ['anteontem', BEFORE_YESTERDAY],
      ['em março', MARCH],
      ['3 de maio', THIRD_OF_MAY],
      ['maio de 2024', MAY_2024],
      ['o ano passado', LAST_YEAR],
      ['há cinco dias', FIVE_DAYS_AGO],
      ['cinco dias atrás', FIVE_DAYS_AGO],
      ['nas últimas três semanas', PAST_THREE_WEEKS],
      ['desde março', SINCE_MARCH],
      ['entre março e abril', MARCH_TO_APRIL],
      ['segunda-feira passada', LAST_MONDAY],
      ['no trimestre passado', LAST_QUARTER],
    ],
  ],
  [
    'Russian',
    [
      ['на прошлой неделе', LAST_WEEK],
      ['на этой неделе', THIS_WEEK],
      ['вчера', YESTERDAY],
      ['позавчера', BEFORE_YESTERDAY],
      ['в марте', MARCH],
      ['3 мая', THIRD_OF_MAY],
      ['в мае 2024', MAY_2024],
      ['в прошлом году', LAST_YEAR],
      ['пять дней назад', FIVE_DAYS_AGO],
      ['за последние три недели', PAST_THREE_WEEKS],
      ['с марта', SINCE_MARCH],
      ['с марта по апрель', MARCH_TO_APRIL],
      ['в прошлый понедельник', LAST_MONDAY],
      ['в прошлом квартале', LAST_QUARTER],
    ],
  ],
] as [string, [string, string][]][])('%s', (_language, cases) => {
  test.each(cases)('"%s"', (query, expected) => {
    expect(read(`docker ${query}`)).toEqual([expected]);
  });
});

test.each([
  ['2026-05-03', 'Europe/Berlin', THIRD_OF_MAY],
  ['3/5/2026', 'Europe/Berlin', THIRD_OF_MAY],
  ['2026/05/03', 'Europe/Berlin', THIRD_OF_MAY],
  ['13/5/25', 'Europe/Berlin', '2025-05-13 … 2025-05-14'],
  ['2026-03', 'Europe/Berlin', MARCH],
])('numbers: "%s"', (query, zone, expected) => {
  expect(read(query, zone)).toEqual([expected]);
});

test('in the United States the month comes first', () => {
  const [time] = parseQuery('3/5/2026', { ...context, timeZone: 'America/New_York' }).times;
  expect(new Date(time?.from ?? 0).toISOString()).toBe('2026-03-05T05:00:00.000Z');
});

test.each(['30 February', '31.04.2025', '2025-02-30', '31 de junio', '29/2/2025', '32. Mai'])(
  '"%s" is not in the calendar, and that is said',
  (day) => {
    const { times, tokens, words } = parseQuery(`invoice ${day}`, context);
    expect(times).toEqual([]);
    expect(tokens.map(({ problem }) => problem?.text ?? '').join('')).toContain(`The calendar has no ${day}`);
    expect(words.length).toBeGreaterThan(1);
  },
);

test.each([
  'may I ask',
  'march on',
  'sun protection',
  'the second monday',
  'version 3.5.1',
  'what is 12/7',
  'wie geht das hier mit dem Server',
  'set of rules',
  'error 2024',
  'ein jahr',
  'a week',
  'mars rover',
  'from sun to sat',
])('"%s" names no time by itself', (query) => {
  const { times } = parseQuery(query, context);
  expect(times.map(({ label }) => label)).toEqual(query === 'from sun to sat' ? [query] : []);
});

test('29 February without a year is the last one there was', () => {
  expect(read('29 February')).toEqual(['2024-02-29 … 2024-03-01']);
});

test('a stretch ends and begins with the local day, over a change of the clocks too', () => {
  const [time] = parseQuery('29 March', context).times;
  expect((time?.to ?? 0) - (time?.from ?? 0)).toBe(23 * 3_600_000);
});

test('every query is read, at any time, in any zone, and a stretch is never turned round', () => {
  const words =
    'last since between and 3 99 2024 in March May 31 weeks ago vor seit entre et 2025-02-30 Monday в прошлом году hace 000 -'.split(
      ' ',
    );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 12 }),
      fc.oneof(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.integer({ min: 0, max: 4e12 })),
      fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia', 'Mars/Olympus', ''),
      (parts, now, timeZone) => {
        const { times } = parseQuery(parts.join(' '), { now, timeZone });
        for (const { from, to } of times) expect(from).toBeLessThan(to);
      },
    ),
    { numRuns: 300 },
  );
});
