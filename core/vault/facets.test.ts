import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryMeta } from '../model/memory.ts';
import { Catalog } from '../store/catalog.ts';
import { matching, pageOf } from './facets.ts';

const HOUR = 3_600_000;

const dayOf = (time: number): string => {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

test('a list is headed by its days: every memory under the day it was said', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 24 * 400 }), { minLength: 1, maxLength: 60 }), (hours) => {
      const catalog = new Catalog();
      hours.forEach((hour, at) => {
        const meta = { seq: at, id: `m${at}`, conversationKey: 'c', order: at, profile: 'default' };
        const createdAt = Date.UTC(2025, 0, 1) + hour * HOUR;
        const lists = { tags: [], attachments: [] };
        catalog.put({ ...meta, ...lists, createdAt, state: 'active' } as unknown as MemoryMeta);
      });
      catalog.hidden.add(0);
      const sorted = matching({ profile: 'default' }, catalog);
      expect(sorted).toHaveLength(hours.length - 1);
      const { days = [], total } = pageOf(sorted, 0, 10, catalog);
      expect(total).toBe(sorted.length);
      const headed = days.flatMap(({ day, count }) => Array.from({ length: count }, () => day));
      expect(headed).toEqual(sorted.map(({ createdAt }) => dayOf(createdAt)));
      expect(days.map(({ offset }) => offset)).toEqual(
        days.map((_, at) => days.slice(0, at).reduce((sum, { count }) => sum + count, 0)),
      );
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    }),
  );
});
