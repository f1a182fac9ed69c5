import { expect, test } from 'vitest';
import { waysToSay } from './ways-to-say.ts';

test('a plain entry is itself', () => {
  expect(waysToSay(' pay no attention to ')).toEqual(['pay no attention to']);
});

test('alternatives, phrases and what may be missing are written out', () => {
  expect(waysToSay('when|if the_user|someone')).toEqual([
    'when the user',
    'when someone',
    'if the user',
    'if someone',
  ]);
  expect(waysToSay('answer* the? question')).toEqual(['answer* the question', 'answer* question']);
});
