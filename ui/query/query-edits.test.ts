import { describe, expect, it } from 'vitest';
import { fakeTokens } from '../testing/fake-search.ts';
import { completionsOf } from './completions.ts';
import { anyWord, withoutDates, withoutToken } from './query-edits.ts';

describe('edits of a query', () => {
  it('removes one token and its space', () => {
    const query = 'slow site:claude query';
    expect(withoutToken(query, fakeTokens(query)[1]!)).toBe('slow query');
  });

  it('widens the dates only where there are dates', () => {
    expect(withoutDates('bread before:2025', fakeTokens('bread before:2025'))).toBe('bread');
    expect(withoutDates('bread', fakeTokens('bread'))).toBeUndefined();
  });

  it('loosens a strict query to its words', () => {
    expect(anyWord('"cold kitchen" site:claude', fakeTokens('"cold kitchen" site:claude'))).toBe(
      'cold kitchen',
    );
    expect(anyWord('cold kitchen', fakeTokens('cold kitchen'))).toBeUndefined();
  });
});

describe('completionsOf', () => {
  const count = (value: string) => ({ value, label: value, count: 1 });
  const facets = {
    agents: [],
    sites: [count('claude')],
    projects: [],
    tags: [count('two words')],
    months: [],
  };

  it('completes an operator at the end of the query', () => {
    expect(completionsOf('bread si', facets)).toEqual([{ label: 'site:', query: 'bread site:' }]);
  });

  it('completes the value of an operator, quoted where it has a space', () => {
    expect(completionsOf('site:cl', facets)[0]?.query).toBe('site:claude ');
    expect(completionsOf('tag:tw', facets)[0]?.query).toBe('tag:"two words" ');
  });

  it.each(['role:', 'has:', 'on:', 'is:', 'project:', 'before:', 'after:', 'agent:', 'tag:'])(
    'offers %s',
    (operator) => {
      expect(completionsOf(operator.slice(0, 2), facets).map(({ label }) => label)).toContain(operator);
    },
  );

  it('offers the fixed values without any facets', () => {
    expect(completionsOf('has:', undefined).map(({ label }) => label)).toEqual(['has:code', 'has:link']);
    expect(completionsOf('role:a', undefined)[0]?.query).toBe('role:assistant ');
  });

  it('offers nothing for ordinary words', () => {
    expect(completionsOf('bread', facets)).toEqual([]);
    expect(completionsOf('', facets)).toEqual([]);
  });
});
