import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryMeta } from '../model/memory.ts';
import { Catalog } from './catalog.ts';

const metaOf = (seq: number, createdAt: number, order: number): MemoryMeta =>
  ({
    seq,
    id: `m${seq}`,
    conversationKey: 'c',
    createdAt,
    order,
    tags: [],
    attachments: [],
  }) as Partial<MemoryMeta> as MemoryMeta;

const putArbitrary = fc.record({
  seq: fc.integer({ min: 1, max: 12 }),
  createdAt: fc.integer({ min: 0, max: 3 }),
  order: fc.integer({ min: 0, max: 2 }),
});

test('the newest-first list is that of a fresh sort after any puts, reads in between', () => {
  fc.assert(
    fc.property(fc.array(fc.array(putArbitrary, { maxLength: 6 }), { maxLength: 6 }), (rounds) => {
      const catalog = new Catalog();
      for (const puts of rounds) {
        for (const { seq, createdAt, order } of puts) catalog.put(metaOf(seq, createdAt, order));
        const fresh = [...catalog.metaBySeq.values()].sort(
          (a, b) => b.createdAt - a.createdAt || b.order - a.order || b.seq - a.seq,
        );
        expect(catalog.newestFirst()).toEqual(fresh);
        // The same objects: a changed memory is the changed one.
        for (const [at, meta] of catalog.newestFirst().entries()) expect(meta).toBe(fresh[at]);
      }
    }),
  );
});
