import { expect, test } from 'vitest';
import { SearchIndex } from '../../core/search/index.ts';
import { MULTILINGUAL } from './multilingual.ts';

test('a question in any of six languages finds its memory among the first three', () => {
  const index = new SearchIndex();
  index.update(
    MULTILINGUAL.map(({ memory }, at) => ({
      seq: at + 1,
      conversation: at,
      order: 0,
      role: 'user' as const,
      site: 'chatgpt',
      createdAt: 0,
      title: '',
      text: memory,
    })),
  );
  const lost = MULTILINGUAL.filter(({ question }, at) => {
    const { hits } = index.search(question, { now: 0, limit: 3 });
    return !hits.some(({ seq }) => seq === at + 1);
  });
  expect(lost).toEqual([]);
});
