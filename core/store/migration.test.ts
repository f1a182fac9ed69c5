import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { Vault } from '../vault.ts';
import { markLive } from './generations.ts';
import type { Place } from './places.ts';
import { SCHEMA, type Schema, type SchemaStep, storedSchemaVersion, versionOf } from './schema.ts';

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
  await markLive(place);
};

const thawed = async (fixture: Fixture): Promise<MemoryPlaces> => {
  const places = new MemoryPlaces();
  await thaw(fixture, await places.open('memory-1'));
  return places;
};

const [oldest] = fixtures;
if (!oldest) throw new Error('there is no fixture');

/** Two versions that do not exist yet, so that the chain is walked before the first real one needs it. */
const tagged = (version: number): SchemaStep => ({
  version,
  tables: { [`extra${version}`]: 'id' },
  memory: (memory) => ({ ...memory, tags: [...memory.tags, `v${version}`] }),
  conversation: (conversation) => ({ ...conversation, title: `${conversation.title}+${version}` }),
  agent: (agent) => ({ ...agent, memoryCount: agent.memoryCount + 1 }),
});
const next = versionOf(SCHEMA) + 1;
const FUTURE: Schema = [...SCHEMA, tagged(next), tagged(next + 1)];

const shown = async (vault: Vault) => {
  const { rows } = await vault.list({}, 0, 10);
  const seqs = rows.map(({ seq }) => seq).sort();
  return {
    texts: (await vault.texts(seqs)).map(({ text }) => text),
    tags: rows.find(({ seq }) => seq === 1)?.tags,
    title: rows[0]?.title,
  };
};

const TEXTS = ['Which kettle boils a litre fastest?', 'One with three kilowatts does.'];

const generationsIn = async (places: MemoryPlaces) =>
  (await places.list()).filter((name) => name.startsWith('memory-'));

describe('migrations', () => {
  it('have one frozen fixture per schema version, numbered without a gap', () => {
    const numbers = Array.from({ length: versionOf(SCHEMA) }, (_, index) => index + 1);
    expect(SCHEMA.map(({ version }) => version)).toEqual(numbers);
    expect(fixtures.map(({ version }) => version).sort()).toEqual(numbers);
  });

  for (const fixture of fixtures) {
    it(`walk from version ${fixture.version} to ${versionOf(SCHEMA)} without losing a row`, async () => {
      const places = await thawed(fixture);
      const vault = Vault.open({ places });
      expect(await shown(vault)).toMatchObject({ texts: TEXTS, tags: ['kitchen'] });
      expect(await vault.memory(1)).toMatchObject({ id: 'default/chatgpt:c1:m1', pinned: true });
    });

    it(`walk on from version ${fixture.version} through every later one, each in turn`, async () => {
      const places = await thawed(fixture);
      const vault = Vault.open({ places, schema: FUTURE });
      expect(await shown(vault)).toEqual({
        texts: TEXTS,
        tags: ['kitchen', `v${next}`, `v${next + 1}`],
        title: `Kettles+${next}+${next + 1}`,
      });
      expect((await vault.agents())[0]?.memoryCount).toBe(2);
      expect((await vault.health()).map(({ area }) => area)).toContain('store/migration');
      expect((await vault.search({ query: 'kettle' })).hits[0]?.row.seq).toBe(1);
      expect(await generationsIn(places)).toEqual(['memory-2']);
      const place = await places.open('memory-2');
      expect(await storedSchemaVersion(place)).toBe(next + 1);
    });
  }

  it('carry settings, receipts, tombstones, waiting erases and events along', async () => {
    const places = await thawed(oldest);
    const before = Vault.open({ places });
    await before.changeSettings({ theme: 'dark' });
    await before.addTag([1], 'tea');
    await before.erase({ kind: 'memories', seqs: [2] });
    const eventsBefore = await before.events({}, 100, 0);
    expect(eventsBefore.length).toBeGreaterThan(0);
    const after = Vault.open({ places, schema: FUTURE });
    expect((await after.settings()).theme).toBe('dark');
    expect((await after.status()).pendingErase?.count).toBe(1);
    expect((await shown(after)).texts).toEqual(TEXTS.slice(0, 1));
    expect((await after.events({}, 100, 0)).slice(0, eventsBefore.length)).toEqual(eventsBefore);
    await after.completeErase();
    expect((await after.inventory()).find(({ kind }) => kind === 'tombstones')?.count).toBe(2);
  });

  it('give numbers on where the older version stopped', async () => {
    const vault = Vault.open({ places: await thawed(oldest), schema: FUTURE });
    expect(await vault.addNote('A new one')).toEqual({ ok: true, value: 3 });
  });

  it('that fail or change a word leave the older version as it was', async () => {
    const broken: readonly (readonly [SchemaStep['memory'], string])[] = [
      [
        () => {
          throw new TypeError('a bug');
        },
        'store/migration-failed',
      ],
      [(memory) => ({ ...memory, text: `${memory.text}!` }), 'store/migration-differs'],
    ];
    for (const [memory, code] of broken) {
      const places = await thawed(oldest);
      const step: SchemaStep = { version: next, tables: {}, ...(memory ? { memory } : {}) };
      const refused = Vault.open({ places, schema: [...SCHEMA, step] });
      await expect(refused.list({}, 0, 1)).rejects.toMatchObject({ code });
      expect((await refused.status()).problem?.message).toMatch(/Nothing was changed/);
      expect(await generationsIn(places)).toEqual(['memory-1']);
      expect(await shown(Vault.open({ places }))).toMatchObject({ texts: TEXTS, tags: ['kitchen'] });
    }
  });

  it('read a journal that an older version wrote, when the database is lost', async () => {
    const places = await thawed(oldest);
    await Vault.open({ places }).setPinned([1, 2], true);
    const place = await places.open('memory-1');
    await expect.poll(async () => journalBytes(place)).toBeGreaterThan(0);
    await new Promise((resolve, reject) => {
      const request = place.indexedDB.deleteDatabase('memory');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    const vault = Vault.open({ places, schema: FUTURE });
    expect(await shown(vault)).toMatchObject({ texts: TEXTS, tags: ['kitchen', `v${next}`, `v${next + 1}`] });
    expect((await vault.health()).map(({ area }) => area)).toContain('store/recovery');
  });

  it('leave what a newer version wrote untouched', async () => {
    const places = await thawed(oldest);
    await Vault.open({ places, schema: FUTURE }).list({}, 0, 1);
    const old = Vault.open({ places });
    await expect(old.list({}, 0, 1)).rejects.toMatchObject({ code: 'store/newer-schema' });
    expect((await shown(Vault.open({ places, schema: FUTURE }))).texts).toEqual(TEXTS);
  });
});

const journalBytes = async (place: Place): Promise<number> => {
  const folder = await (await place.directory()).getDirectoryHandle('journal', { create: true });
  let bytes = 0;
  for await (const name of folder.keys()) bytes += (await (await folder.getFileHandle(name)).getFile()).size;
  return bytes;
};
