import { describe, expect, it } from 'vitest';
import { parseRoute } from '../router.ts';
import { filterOf, toggled, withParam } from './filter-params.ts';

const filterAt = (query: string) => filterOf(new URLSearchParams(query));

describe('filterOf', () => {
  it('reads facets that occur more than once', () => {
    expect(filterAt('site=claude&site=chatgpt&tag=two+words')).toEqual({
      sites: ['claude', 'chatgpt'],
      tags: ['two words'],
    });
  });

  it('takes both days of a range as inclusive', () => {
    const { from, to } = filterAt('from=2026-03-01&to=2026-03-01');
    expect(new Date(from ?? 0).getDate()).toBe(1);
    expect(new Date(to ?? 0).getDate()).toBe(2);
  });

  it('takes a month as a whole', () => {
    const { from, to } = filterAt('month=2025-12');
    expect([new Date(from ?? 0).getMonth(), new Date(to ?? 0).getFullYear()]).toEqual([11, 2026]);
  });

  it('ignores what it cannot read', () => {
    expect(filterAt('from=soon&month=x&state=odd&pinned=yes')).toEqual({});
  });
});

describe('parameters', () => {
  it('are added, removed and replaced without touching the others', () => {
    const params = new URLSearchParams('q=x&tag=a');
    expect(toggled(params, 'tag', 'b').toString()).toBe('q=x&tag=a&tag=b');
    expect(toggled(params, 'tag', 'a').toString()).toBe('q=x');
    expect(withParam(params, 'q', '').toString()).toBe('tag=a');
  });

  it('come from the hash of the address', () => {
    const { page, id, params } = parseRoute('#/memory/12?q=a%26b');
    expect([page, id, params.get('q')]).toEqual(['memory', '12', 'a&b']);
    expect(parseRoute('').page).toBe('memories');
  });
});
