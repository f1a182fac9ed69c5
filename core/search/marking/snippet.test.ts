import { describe, expect, test } from 'vitest';
import { parseQuery } from '../query/parse-query.ts';
import { Marker } from './marker.ts';
import { readable } from './readable.ts';
import { makeSnippet, SNIPPET_LENGTH } from './snippet.ts';

const markerOf = (query: string): Marker => new Marker({ parsed: parseQuery(query, { now: 0 }), terms: [] });

const shown = (text: string, query: string) => {
  const { snippet, marks } = makeSnippet(readable(text), markerOf(query));
  return { snippet, marked: marks.map(([start, end]) => snippet.slice(start, end)) };
};

describe('snippets', () => {
  test('show the words and mark them', () => {
    const text = `${'Something else entirely. '.repeat(30)}Then we bought\na greenhouse.`;
    const { snippet, marked } = shown(text, 'buy greenhouse');
    expect(marked).toEqual(['bought', 'greenhouse']);
    expect(snippet).not.toContain('\n');
  });

  test('show Markdown as its reader sees it, the marks on the same words', () => {
    const text = `# Plan\n\n${'- other things\n'.repeat(40)}\n**Buy** a \`greenhouse\`, see [the shop](https://shop.example/greenhouse).`;
    const { snippet, marked } = shown(text, 'buy greenhouse shop');
    expect(marked).toEqual(['Buy', 'greenhouse', 'shop']);
    expect(snippet).toContain('Buy a greenhouse, see the shop.');
    expect(snippet).not.toMatch(/[*`#[\]]/);
  });

  test('choose the place with most of the words, not the first', () => {
    const text = `A greenhouse. ${'Filler words. '.repeat(40)}The greenhouse needs heating in frost.`;
    expect(shown(text, 'greenhouse heating frost').marked).toEqual(['greenhouse', 'heating', 'frost']);
  });

  test('without a hit show the beginning', () => {
    const { snippet, marked } = shown('word '.repeat(200), 'zebra');
    expect(marked).toEqual([]);
    expect(snippet.startsWith('word word')).toBe(true);
    expect(snippet.length).toBeLessThanOrEqual(SNIPPET_LENGTH + 2);
  });
});
