import { expect, test } from 'vitest';
import { parseQuery } from '../query/parse-query.ts';
import { partsOf } from './query-parts.ts';
import type { QueryTerm } from './query-term.ts';

const parts = (text: string, words: readonly string[]): string[][] => {
  const terms = words.map(
    (word): QueryTerm => ({
      word,
      idf: 1,
      variants: [],
      kind: 'exact',
      start: text.indexOf(word),
    }),
  );
  return partsOf(parseQuery(text, { now: 0 }), terms).map((mask) =>
    words.filter((_, index) => (mask & (1 << index)) !== 0),
  );
};

test('the two ends of a stretch of time are parts of their own', () => {
  expect(
    parts('days between when I planted tulips and when I sold the greenhouse', [
      'planted',
      'tulips',
      'sold',
      'greenhouse',
    ]),
  ).toEqual([
    ['planted', 'tulips'],
    ['sold', 'greenhouse'],
  ]);
});

test('a comparison has two parts', () => {
  expect(parts('is red paint cheaper than blue paint', ['red', 'paint', 'blue', 'cheaper'])).toEqual([]);
  expect(parts('fetch latency versus query time', ['fetch', 'latency', 'query', 'time'])).toEqual([
    ['fetch', 'latency'],
    ['query', 'time'],
  ]);
});

test('a simple question, and two words joined by "and", have no parts', () => {
  expect(parts('where is the bakery', ['bakery'])).toEqual([]);
  expect(parts('recipe for bread and butter', ['recipe', 'bread', 'butter'])).toEqual([]);
});
