import { describe, expect, it } from 'vitest';
import { toggleSaved, withoutSaved, withSaved } from './saved.ts';

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

it('a query is kept under its own words, and let go by the same act', () => {
  const kept = toggleSaved([], '  sourdough hydration ');
  expect(kept).toEqual([{ name: 'sourdough hydration', query: 'sourdough hydration' }]);
  expect(toggleSaved(kept ?? [], 'sourdough hydration')).toEqual([]);
  expect(toggleSaved([{ name: 'Bread', query: 'rye' }], 'rye')).toEqual([]);
});

it('nothing is kept that the vault would refuse', () => {
  expect(toggleSaved([], ' ')).toBeUndefined();
  expect(toggleSaved([], 'x'.repeat(1_001))).toBeUndefined();
  const full = Array.from({ length: 200 }, (_, at) => ({ name: `n${at}`, query: `q${at}` }));
  expect(toggleSaved(full, 'one more')).toBeUndefined();
  expect(toggleSaved(full, 'q7')).toHaveLength(199);
  expect(toggleSaved([], 'y'.repeat(500))?.[0]?.name).toHaveLength(100);
});
