import { expect, test } from 'vitest';
import { nearSigns } from './near-signs.ts';
import type { Rule } from './types.ts';

const waits: Rule = { rule: 'waits', weight: 0.4 };
const hides: Rule = { rule: 'hides', weight: 0.5 };
const none = new Set<number>();

test('two signs within three sentences count, further apart neither does', () => {
  const near = nearSigns(
    new Map([
      [4, new Set([waits])],
      [6, new Set([hides])],
    ]),
    none,
    none,
  );
  expect(near.rules.map(({ rule }) => rule).toSorted()).toEqual(['hides', 'waits']);
  expect(near.share).toBe(1);
  expect(
    nearSigns(
      new Map([
        [4, new Set([waits])],
        [7, new Set([hides])],
      ]),
      none,
      none,
    ).rules,
  ).toEqual([]);
});

test('one sign counts in part beside a rule that speaks for itself', () => {
  const alone = nearSigns(new Map([[4, new Set([hides])]]), new Set([5]), none);
  expect(alone).toMatchObject({ rules: [hides], share: 0.4 });
});

test('where attacks are talked about, signs count half', () => {
  const signs = new Map([[4, new Set<Rule>([waits, hides])]]);
  expect(nearSigns(signs, none, new Set([4])).share).toBe(0.5);
});
