import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermCounter } from './term-counter.ts';
import { tokenise } from './tokenise.ts';

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  tokenise(text, (start, end) => tokens.push(text.slice(start, end)));
  return tokens;
};

const labelsOf = (...texts: string[]): string[] => {
  const counter = new TermCounter();
  const packed = texts.map((text) => counter.add(text));
  return [...new Set(packed.flatMap((row) => Array.from(row, (term) => counter.label(term >>> 4))))];
};

describe('cutting text into tokens', () => {
  it('keeps identifiers, numbers with units and hosts whole', () => {
    expect(tokensOf('Edit app.py: user_id took 10ms, cost $500 (80%).')).toEqual([
      'Edit',
      'app.py',
      'user_id',
      'took',
      '10ms',
      'cost',
      '$500',
      '80%',
    ]);
    expect(tokensOf('see https://www.example.org/path?q=1 now')).toEqual(['see', 'example.org', 'now']);
  });

  it('drops what follows an apostrophe', () => {
    expect(tokensOf("Anna's idea doesn’t work")).toEqual(['Anna', 'idea', 'doesn', 'work']);
  });

  it('cuts languages without spaces into words', () => {
    expect(tokensOf('東京の天気')).toEqual(expect.arrayContaining(['東京', '天気']));
  });

  it('says nothing that is not in the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(tokensOf(text).filter((token) => !text.includes(token))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('terms', () => {
  it('are phrases without stop words or punctuation inside', () => {
    const labels = labelsOf('The query planner is slow. Planner, index');
    expect(labels).toContain('query planner');
    expect(labels).not.toContain('planner slow');
    expect(labels).not.toContain('planner index');
  });

  it('fold plurals but are shown as somebody wrote them', () => {
    expect(labelsOf('recipes', 'recipe')).toEqual(['recipe']);
    expect(labelsOf('an isosceles shape')).toContain('isosceles');
  });

  it('are shown with their capitals where they are names', () => {
    const labels = labelsOf(
      'we met Marianne there',
      'and Marianne agreed',
      'so Javascript it is, JavaScript',
    );
    expect(labels).toContain('Marianne');
    expect(labels).toContain('JavaScript');
  });

  it('come back from their labels with the same ids', () => {
    const counter = new TermCounter();
    const [first] = counter.add('sourdough starter');
    const other = new TermCounter();
    const id = other.intern('sourdough starter', 3);
    expect(other.label(id)).toBe('sourdough starter');
    expect(other.documentFrequency.at(id)).toBe(3);
    expect(counter.label(first! >>> 4)).toBe('sourdough');
  });
});
