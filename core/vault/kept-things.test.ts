import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const talk = (id: string) =>
  observation(id, [turn('1', 'user', `question of ${id}`), turn('2', 'assistant', `answer of ${id}`)]);

/** What Chromium does when the files of a place's databases are damaged: it answers empty ones. */
const loseDatabases = async (places: MemoryPlaces, place: string): Promise<void> => {
  Object.assign(await places.open(place), { indexedDB: new IDBFactory() });
};

const journalled = async (places: MemoryPlaces, place: string): Promise<void> => {
  const folder = await (await (await places.open(place)).directory()).getDirectoryHandle('journal');
  const bytes = async () => (await (await folder.getFileHandle('000001.journal')).getFile()).size;
  await expect.poll(bytes).toBeGreaterThan(0);
};

describe('when the databases are lost', () => {
  it('what the person decided comes back with the memories: settings, waiting erases, what was erased', async () => {
    const places = new MemoryPlaces();
    const vault = Vault.open({ places });
    for (const id of ['a', 'b', 'c']) await vault.append(talk(id), SENDER);
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    await vault.completeErase();
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:b' });
    await vault.changeSettings({ excludedSites: ['claude'], eraseDelaySeconds: 600 });
    await journalled(places, 'memory-2');
    await loseDatabases(places, 'memory-2');

    const again = Vault.open({ places });
    const { rows } = await again.list({}, 0, 10);
    expect(rows.map(({ preview }) => preview).sort()).toEqual(['answer of c', 'question of c']);
    expect((await again.health()).map(({ area }) => area)).toContain('store/recovery');
    expect(await again.settings()).toMatchObject({ excludedSites: ['claude'], eraseDelaySeconds: 600 });
    const { pendingErase } = await again.status();
    expect(pendingErase?.count).toBe(2);
    expect((await again.append(talk('a'), SENDER)).changed).toBe(0);
    expect(await again.undo(pendingErase?.waiting[0]?.token ?? '')).toEqual({ ok: true, value: 2 });
    expect((await again.list({}, 0, 1)).total).toBe(4);
  });

  it('that do not open at all are left behind, and everything is there in a fresh place', async () => {
    const places = new MemoryPlaces();
    const vault = Vault.open({ places });
    await vault.append(talk('a'), SENDER);
    await vault.append(talk('b'), SENDER);
    await vault.erase({ kind: 'conversation', key: 'default/chatgpt:b' });
    await vault.changeSettings({ paused: true });
    await journalled(places, 'memory-1');
    const fail = () => {
      throw new DOMException('Internal error opening backing store.', 'UnknownError');
    };
    const damaged = { open: fail, databases: async () => fail(), deleteDatabase: fail };
    Object.assign(await places.open('memory-1'), { indexedDB: damaged });

    const again = Vault.open({ places });
    expect((await again.list({}, 0, 1)).total).toBe(2);
    expect((await again.status()).pendingErase?.count).toBe(2);
    expect((await again.settings()).paused).toBe(true);
    expect((await places.list()).filter((name) => name.startsWith('memory-'))).toEqual(['memory-2']);
  });

  it('an erase that was taken back stays taken back', async () => {
    const places = new MemoryPlaces();
    const vault = Vault.open({ places });
    await vault.append(talk('a'), SENDER);
    const { token } = await vault.erase({ kind: 'conversation', key: 'default/chatgpt:a' });
    await vault.undo(token);
    await journalled(places, 'memory-1');
    await loseDatabases(places, 'memory-1');
    expect((await Vault.open({ places }).list({}, 0, 1)).total).toBe(2);
  });
});
