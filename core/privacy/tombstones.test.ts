import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../store/memory-store.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { Tombstones } from './tombstones.ts';

const places = new MemoryPlaces();
let stores = 0;
const opened = async () => MemoryStore.open(await places.open(`store-${stores++}`));

describe('tombstones', () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => `default/chatgpt:c:${index}`);

  it('know every erased id again in the next place, in a few rows', async () => {
    const [first, second] = [await opened(), await opened()];
    const tombstones = await Tombstones.open(first);
    await tombstones.writeTo(second, ids, 1);
    expect(await second.database.tombstones.count()).toBe(2);
    const again = await Tombstones.open(second);
    expect(again.size).toBe(ids.length);
    expect([...(await again.erasedAmong([...ids, 'default/chatgpt:c:other']))]).toEqual(ids);
    expect(await again.clear(second)).toBe(ids.length);
    expect((await Tombstones.open(second)).size).toBe(0);
  });

  it('are read from the rows of older vaults too', async () => {
    const [first, second] = [await opened(), await opened()];
    await (await Tombstones.open(first)).writeTo(second, ids.slice(0, 3), 1);
    const [page] = await second.database.tombstones.toArray();
    await second.database.tombstones.clear();
    const single = [0, 32, 64].map((at) => ({ hash: page!.hashes!.slice(at, at + 32), at: 1 }));
    await second.database.tombstones.bulkPut(single);
    expect([...(await (await Tombstones.open(second)).erasedAmong(ids.slice(0, 5)))]).toEqual(
      ids.slice(0, 3),
    );
  });
});
