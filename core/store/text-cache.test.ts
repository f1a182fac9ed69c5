import { describe, expect, test } from 'vitest';
import { TextCache } from './text-cache.ts';

const pageOf = (key: number, length: number) => ({
  key,
  texts: [{ seq: key, text: 'x'.repeat(length), markdown: '' }],
});

describe('the cache of text pages', () => {
  test('keeps pages within its bound, those used last', () => {
    const cache = new TextCache(30);
    for (const key of [1, 2, 3]) cache.put(pageOf(key, 10));
    cache.get(1);
    cache.put(pageOf(4, 10));
    expect([1, 2, 3, 4].filter((key) => cache.get(key))).toEqual([1, 3, 4]);
  });

  test('a page put again counts once, and one beyond the bound is not kept', () => {
    const cache = new TextCache(30);
    for (let time = 0; time < 5; time++) cache.put(pageOf(1, 20));
    cache.put(pageOf(2, 10));
    expect([cache.get(1)?.key, cache.get(2)?.key]).toEqual([1, 2]);
    cache.put(pageOf(3, 31));
    expect([1, 2, 3].filter((key) => cache.get(key))).toEqual([]);
  });

  test('forgets a page', () => {
    const cache = new TextCache(30);
    cache.put(pageOf(1, 30));
    cache.forget(1);
    cache.put(pageOf(2, 30));
    expect([cache.get(1), cache.get(2)?.key]).toEqual([undefined, 2]);
  });
});
