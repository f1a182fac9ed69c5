import { describe, expect, it } from 'vitest';
import { withoutSaved, withSaved } from './saved.ts';

describe('saved searches', () => {
  const saved = [{ name: 'bread', query: 'dough' }];

  it('replace one of the same name', () => {
    expect(withSaved(saved, { name: 'bread', query: 'rye' })).toEqual([{ name: 'bread', query: 'rye' }]);
    expect(withSaved(saved, { name: 'tram', query: 'depot' })).toHaveLength(2);
  });

  it('go by name', () => {
    expect(withoutSaved(saved, 'bread')).toEqual([]);
    expect(withoutSaved(saved, 'tram')).toEqual(saved);
  });
});
