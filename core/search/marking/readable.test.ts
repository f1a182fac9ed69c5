import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readable } from './readable.ts';

describe('readable', () => {
  test.each([
    ['**Bold** and *slanted* and ***both***', 'Bold and slanted and both'],
    ['**bold with *slanted* inside**', 'bold with slanted inside'],
    ['It was __very loud__ and _quiet_.', 'It was very loud and quiet.'],
    ['~~gone~~ here', 'gone here'],
    ['## A heading ##', 'A heading'],
    ['> quoted\n> > twice', 'quoted\ntwice'],
    ['- one\n  * two\n1. three', '• one\n  • two\n1. three'],
    ['- [x] done', '• done'],
    ['See [the guide](https://example.org/a_(b)_c "Title") now', 'See the guide now'],
    ['![A cat](cat.png) and <https://example.org>', 'A cat and https://example.org'],
    ['[text][ref] stays', 'text stays'],
    ['Run `npm run **build**` now', 'Run npm run **build** now'],
    ['``a ` b`` done', 'a ` b done'],
    ['```ts\nconst a = b ** c; // **not bold**\n```\nafter', 'const a = b ** c; // **not bold**\nafter'],
    ['| Name | Age |\n|------|-----|\n| **Ann** | 7 |', 'Name · Age\n\nAnn · 7'],
    ['one\n\n---\n\ntwo', 'one\n\n\n\ntwo'],
    ['1 \\* 2 \\_ 3', '1 * 2 _ 3'],
    ['**Wichtig:** größer', 'Wichtig: größer'],
    ['**重要**：これ', '重要：これ'],
  ])('%j reads %j', (markdown, seen) => {
    expect(readable(markdown)).toBe(seen);
  });

  test.each([
    'plain words, nothing else',
    '2 * 3 * 4 = 24 and 2*3*4',
    'snake_case_name and __init__ and _private',
    'a < b > c, x = y, C# and #1',
    '**kwargs and *args',
    'a | b | c',
    'an open `tick and an open **star',
    '[1] and [a, b] and f(x)[0]',
    'well-known - and so on',
  ])('%j is no Markdown and stays', (text) => {
    expect(readable(text)).toBe(text);
  });

  test('any text is read, and no letter or digit goes but where a link points and the language of a fence', () => {
    const sign = fc.constantFrom(
      ...'*_`~[]()<>#|-\\ \n"'.split(''),
      'ab',
      'Z9',
      '**',
      '](',
      '```',
      'é',
      '字',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join('');
        const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
        // Only what a link points to, and the name of a fence's language, may go.
        if (/\[|```|~~~/.test(text)) readable(text);
        else expect(letters(readable(text))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
