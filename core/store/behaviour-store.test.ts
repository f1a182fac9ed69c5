import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { BehaviourStore, type StoredImpression } from './behaviour-store.ts';

const impression = (id: number, at: number): StoredImpression => ({
  id,
  at,
  queryKey: `key ${id}`,
  shown: [{ seq: 7 }],
  signals: [],
});

describe('behaviour store', () => {
  it('creates nothing on disk before the first write', async () => {
    const places = new MemoryPlaces();
    const store = new BehaviourStore(places);
    expect(await store.size()).toBe(0);
    expect(await store.impressions()).toEqual([]);
    expect(await places.list()).toEqual([]);
  });

  it('keeps impressions in order and replaces the one with the same id', async () => {
    const store = new BehaviourStore(new MemoryPlaces());
    await store.put(impression(2, 20));
    await store.put(impression(1, 10));
    await store.put({ ...impression(2, 20), signals: [{ kind: 'copy', seq: 7, at: 21 }] });
    const kept = await store.impressions();
    expect(kept.map(({ id }) => id)).toEqual([1, 2]);
    expect(kept[1]!.signals).toHaveLength(1);
  });

  it('gives one query one key, and another key in another installation', async () => {
    const [one, other] = [new BehaviourStore(new MemoryPlaces()), new BehaviourStore(new MemoryPlaces())];
    const key = await one.queryKey('Rollback of the Migration');
    expect(await one.queryKey('  rollback of the migration ')).toBe(key);
    expect(await other.queryKey('rollback of the migration')).not.toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('erases a day and keeps the rest and the key', async () => {
    const store = new BehaviourStore(new MemoryPlaces());
    const key = await store.queryKey('words');
    for (const id of [1, 2, 3, 4]) await store.put(impression(id, id * 100));
    expect(await store.eraseWhere(({ at }) => at >= 200 && at < 400)).toBe(2);
    expect((await store.impressions()).map(({ id }) => id)).toEqual([1, 4]);
    expect(await store.queryKey('words')).toBe(key);
  });

  it('erases itself as a whole and starts with another key', async () => {
    const places = new MemoryPlaces();
    const store = new BehaviourStore(places);
    const key = await store.queryKey('words');
    await store.put(impression(1, 1));
    await store.erase();
    expect(await places.list()).toEqual([]);
    expect(await store.queryKey('words')).not.toBe(key);
  });

  it('answers a query asked while it is erased, with a new key that stays', async () => {
    const places = new MemoryPlaces();
    const store = new BehaviourStore(places);
    const key = await store.queryKey('words');
    await store.put(impression(1, 1));
    const [, meanwhile] = await Promise.all([store.erase(), store.queryKey('words')]);
    expect(meanwhile).not.toBe(key);
    expect(await store.queryKey('words')).toBe(meanwhile);
    await store.close();
    expect(await new BehaviourStore(places).queryKey('words')).toBe(meanwhile);
  });

  it('answers a query asked while a day is erased, with the key it had', async () => {
    const places = new MemoryPlaces();
    await new BehaviourStore(places).queryKey('words');
    const store = new BehaviourStore(places);
    for (const id of [1, 2]) await store.put(impression(id, id * 100));
    const erased = store.eraseWhere(({ at }) => at < 200);
    const keys: Promise<string>[] = [];
    for (let turn = 0; turn < 20; turn++) {
      keys.push(store.queryKey('words'));
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(await erased).toBe(1);
    expect(new Set(await Promise.all(keys))).toEqual(
      new Set([await new BehaviourStore(places).queryKey('words')]),
    );
  });
});
