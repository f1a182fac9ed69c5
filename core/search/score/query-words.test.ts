import { expect, test } from 'vitest';
import { wordsOf } from '../analyse/analyser.ts';
import { FRAME_WORDS } from '../analyse/word-lists.ts';
import { withoutInstructions } from './query-words.ts';

const frame: ReadonlySet<string> = new Set(FRAME_WORDS);
const kept = (text: string): string[] =>
  withoutInstructions(wordsOf(text), text, frame).map(({ folded }) => folded);

test('a sentence that only says how to answer is left out', () => {
  expect(kept('Where did Ada work? List five items.')).toEqual(['where', 'did', 'ada', 'work']);
});

test('a count of things to answer with is left out, a count of things asked about stays', () => {
  expect(kept('three topics Ada discussed')).toEqual(['topics', 'ada', 'discussed']);
  expect(kept('three hamsters Ada bought')).toEqual(['three', 'hamsters', 'ada', 'bought']);
});

test('a query of nothing else keeps its words', () => {
  expect(kept('List five items.')).toEqual(['list', 'five', 'items']);
});

test('a full stop inside a number or a name of a file ends no sentence', () => {
  expect(kept('config.ts 3.5 five items')).toContain('3.5');
});
