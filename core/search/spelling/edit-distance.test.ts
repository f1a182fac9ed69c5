import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, FAR, unitsOf } from './edit-distance.ts';

const distance = (a: string, b: string, limit = 2, beginning = false): number =>
  editDistance(unitsOf(a), unitsOf(b), limit, beginning);

/** The whole table, without any of the shortcuts. */
const slow = (a: string, b: string): number[] => {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (table[i] as number[])[j] = cost;
    }
  }
  return table[a.length] as number[];
};

test.each([
  ['ebounce', 'debounce', 1],
  ['debuonce', 'debounce', 1],
  ['deboounce', 'debounce', 1],
  ['depounec', 'debounce', 2],
  ['zebra', 'debounce', FAR],
])('%s and %s are %i apart', (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
});

test('what is still being typed is compared with beginnings', () => {
  expect(distance('kubrn', 'kubernet', 1, true)).toBe(1);
  expect(distance('kubrn', 'kubernet', 1)).toBe(FAR);
});

test('the shortcuts change no distance within the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
      const row = slow(a, b);
      const within = (value: number): number => (value <= limit ? value : FAR);
      expect(distance(a, b, limit)).toBe(within(row.at(-1) as number));
      expect(distance(a, b, limit, true)).toBe(within(Math.min(...row)));
    }),
    { numRuns: 500 },
  );
});
