import { describe, expect, it } from 'vitest';
import { completionsOf } from './completions.ts';

describe('completions of saved searches', () => {
  const saved = [
    { name: 'Bread', query: 'sourdough role:user' },
    { name: 'Trams', query: 'depot' },
  ];

  it('are offered by name, and put their query in the place of the word', () => {
    expect(completionsOf('sav', undefined, saved)).toEqual([{ label: 'saved:', query: 'saved:' }]);
    expect(completionsOf('saved:', undefined, saved).map(({ label }) => label)).toEqual([
      'saved:Bread',
      'saved:Trams',
    ]);
    expect(completionsOf('rye saved:BRE', undefined, saved)).toEqual([
      { label: 'saved:Bread', query: 'rye sourdough role:user ' },
    ]);
  });

  it('are not offered where none are saved', () => {
    expect(completionsOf('saved:', undefined)).toEqual([]);
    expect(completionsOf('sav', undefined)).toEqual([]);
  });
});
