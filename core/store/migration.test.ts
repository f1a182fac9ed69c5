import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { MemoryStore } from './memory-store.ts';
import type { Place } from './places.ts';
import { SCHEMA_VERSION } from './schema.ts';

type Fixture = {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: Record<string, object[]>;
};

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => /^schema-\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture);

/** Writes a frozen database exactly as its version wrote it, without today's schema. */
const thaw = async ({ version, stores, rows }: Fixture, place: Place): Promise<void> => {
  const database = new Dexie(`${place.databasePrefix}memory`, { indexedDB: place.indexedDB, IDBKeyRange });
  database.version(version).stores(stores);
  await database.open();
  for (const [table, content] of Object.entries(rows)) await database.table(table).bulkPut(content);
  database.close();
};

describe('migrations', () => {
  it('have one frozen fixture per schema version', () => {
    expect(fixtures.map(({ version }) => version).sort()).toEqual(
      Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1),
    );
  });

  for (const fixture of fixtures) {
    it(`walk from version ${fixture.version} to ${SCHEMA_VERSION} without losing a row`, async () => {
      const place = await new MemoryPlaces().open('memory-1');
      await thaw(fixture, place);
      const store = await MemoryStore.open(place);
      await store.load();
      expect(store.database.verno).toBe(SCHEMA_VERSION);
      expect(store.catalog.size).toBe(2);
      expect(store.catalog.byId('default/chatgpt:c1:m1')).toMatchObject({ pinned: true, tags: ['kitchen'] });
      expect((await store.texts([1, 2])).map(({ text }) => text)).toEqual([
        'Which kettle boils a litre fastest?',
        'One with three kilowatts does.',
      ]);
      expect(await store.database.tombstones.count()).toBe(1);
      expect([store.lastSeq, store.lastOrdinal, store.writeSequence]).toEqual([2, 1, 2]);
    });
  }
});
