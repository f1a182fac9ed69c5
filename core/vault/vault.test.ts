import { describe, expect, it, vi } from 'vitest';
import { MemoryStore } from '../store/memory-store.ts';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const opened = (places = new MemoryPlaces(), now?: () => number) => {
  const vault = Vault.open({ places, ...(now ? { now } : {}) });
  return { vault, places };
};

const kettle = observation('c1', [
  turn('m1', 'user', 'Which kettle boils a litre fastest?'),
  turn('m2', 'assistant', 'A 3 kW kettle boils a litre in about two minutes.'),
]);

describe('capturing', () => {
  it('stores a turn once however often it arrives', async () => {
    const { vault } = opened();
    const first = await vault.append(kettle, SENDER);
    const again = await vault.append(kettle, SENDER);
    expect([first.outcome, first.changed, again.outcome, again.changed]).toEqual([
      'stored',
      2,
      'unchanged',
      0,
    ]);
    expect((await vault.status()).memories).toBe(2);
  });

  it('finds a turn as soon as it is acknowledged', async () => {
    const { vault } = opened();
    await vault.append(kettle, SENDER);
    const { hits } = await vault.search({ query: 'kettle litre' });
    expect(hits).toHaveLength(2);
    expect(hits[0]?.row.url).toBe('https://chatgpt.com/c/c1');
  });

  it('never replaces more by less', async () => {
    const { vault } = opened();
    await vault.append(kettle, SENDER);
    await vault.append(
      observation('c1', [turn('m2', 'assistant', 'A 3 kW kettle', { partial: true, source: 'dom' })]),
      SENDER,
    );
    const { rows } = await vault.list({}, 0, 10);
    const [memory] = await vault.texts(rows.filter(({ role }) => role === 'assistant').map(({ seq }) => seq));
    expect(memory?.text).toBe('A 3 kW kettle boils a litre in about two minutes.');
  });

  it('grows a streaming turn into its final text', async () => {
    const { vault } = opened();
    const early = turn('m2', 'assistant', 'A 3 kW', { partial: true, source: 'stream' });
    await vault.append(observation('c1', [early]), SENDER);
    await vault.append(kettle, SENDER);
    const { rows } = await vault.list({ roles: ['assistant'] }, 0, 10);
    expect(rows.map(({ partial, preview }) => [partial, preview])).toEqual([
      [false, 'A 3 kW kettle boils a litre in about two minutes.'],
    ]);
  });

  it('is refused when the message names another site than its sender', async () => {
    const { vault } = opened();
    const outcome = await vault.append(kettle, { ...SENDER, site: 'claude', origin: 'https://claude.ai' });
    expect(outcome.outcome).toBe('refused');
    expect((await vault.status()).memories).toBe(0);
  });

  it('leaves temporary chats, paused capture and excluded sites alone', async () => {
    const { vault } = opened();
    const temporary = observation('t', kettle.turns, { temporary: true });
    expect((await vault.append(temporary, SENDER)).outcome).toBe('temporary');
    await vault.changeSettings({ paused: true });
    expect((await vault.append(kettle, SENDER)).outcome).toBe('paused');
    await vault.changeSettings({ paused: false, excludedSites: ['chatgpt'] });
    expect((await vault.append(kettle, SENDER)).outcome).toBe('excluded');
    expect((await vault.status()).memories).toBe(0);
  });

  it('keeps a very long message whole and says what is searched', async () => {
    const { vault } = opened();
    const long = `${'lorem '.repeat(250_000)}end`;
    const outcome = await vault.append(observation('c1', [turn('m1', 'user', long)]), SENDER);
    expect(outcome.message).toMatch(/kept whole/);
    const [row] = (await vault.list({}, 0, 1)).rows;
    const [text] = await vault.texts([row?.seq ?? 0]);
    expect(text?.text.length).toBe(long.length);
    expect(row?.indexedLength).toBeLessThan(long.length);
  });
});

describe('a full disk', () => {
  it('pauses capture visibly, keeps reading working, and goes on when there is room', async () => {
    let now = Date.UTC(2026, 1, 1);
    const { vault } = opened(new MemoryPlaces(), () => now);
    await vault.append(kettle, SENDER);
    const full = vi
      .spyOn(MemoryStore.prototype, 'write')
      .mockRejectedValue(Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
    const more = observation('c2', [turn('m1', 'user', 'one more thing')]);
    expect((await vault.append(more, SENDER)).outcome).toBe('full');
    expect((await vault.status()).full).toBe(true);
    expect((await vault.policy()).paused).toBe(true);
    expect((await vault.health())[0]?.message).toMatch(/disk is full/);
    expect((await vault.search({ query: 'kettle' })).hits.length).toBeGreaterThan(0);
    full.mockRestore();
    now += 60_000;
    expect((await vault.append(more, SENDER)).outcome).toBe('stored');
    expect((await vault.status()).full).toBe(false);
  });
});

describe('opening again', () => {
  it('has everything that was acknowledged', async () => {
    const { vault, places } = opened();
    await vault.append(kettle, SENDER);
    const { vault: second } = opened(places);
    expect((await second.search({ query: 'kettle' })).hits).toHaveLength(2);
    expect((await second.status()).memories).toBe(2);
  });

  it('restores rows that the database lost from the journal and tells it', async () => {
    const { vault, places } = opened();
    await vault.append(kettle, SENDER);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const place = await places.open('memory-1');
    await new Promise((resolve, reject) => {
      const request = place.indexedDB.deleteDatabase('memory');
      request.onsuccess = resolve;
      request.onblocked = resolve;
      request.onerror = reject;
    });
    const { vault: second } = opened(places);
    expect((await second.list({}, 0, 10)).total).toBe(2);
    expect((await second.health()).map(({ area }) => area)).toContain('store/recovery');
  });

  it('refuses a vault of a newer schema and leaves it untouched', async () => {
    const places = new MemoryPlaces();
    const place = await places.open('memory-1');
    await new Promise((resolve, reject) => {
      const request = place.indexedDB.open('memory', 990);
      request.onupgradeneeded = () => request.result.createObjectStore('future');
      request.onsuccess = () => {
        request.result.close();
        resolve(undefined);
      };
      request.onerror = reject;
    });
    const { vault } = opened(places);
    await expect(vault.list({}, 0, 1)).rejects.toThrow(/newer version of Recollect/);
    expect((await vault.status()).problem?.code).toBe('store/newer-schema');
    const [database] = await place.indexedDB.databases();
    expect(database?.version).toBe(990);
  });
});

describe('editing', () => {
  it('undoes a tag, a pin and a move to the trash', async () => {
    const { vault } = opened();
    await vault.append(kettle, SENDER);
    const seqs = (await vault.list({}, 0, 10)).rows.map(({ seq }) => seq);
    const tagged = await vault.addTag(seqs, 'kitchen');
    const trashed = await vault.trash(seqs);
    expect((await vault.list({}, 0, 10)).total).toBe(0);
    expect(await vault.undo(trashed.token)).toEqual({ ok: true, value: 2 });
    expect((await vault.list({ tags: ['kitchen'] }, 0, 10)).total).toBe(2);
    await vault.undo(tagged.token);
    expect((await vault.list({ tags: ['kitchen'] }, 0, 10)).total).toBe(0);
  });

  it('offers an undo once', async () => {
    const { vault } = opened();
    await vault.append(kettle, SENDER);
    const { token } = await vault.setPinned([1], true);
    await vault.undo(token);
    expect(await vault.undo(token)).toMatchObject({ ok: false, error: { code: 'undo/too-late' } });
  });
});

describe('profiles', () => {
  it('keep the same words as two memories, each seen only from its own space', async () => {
    const { vault } = opened();
    await vault.append(kettle, SENDER);
    await vault.changeSettings({ profile: 'work', profiles: ['default', 'work'] });
    expect((await vault.search({ query: 'kettle' })).hits).toEqual([]);
    expect((await vault.append(kettle, SENDER)).changed).toBe(2);
    await vault.append(observation('c2', [turn('m1', 'user', 'a kettle for work')]), SENDER);
    expect((await vault.list({}, 0, 9)).total).toBe(3);
    await vault.changeSettings({ profile: 'default' });
    expect((await vault.list({}, 0, 9)).total).toBe(2);
    expect((await vault.search({ query: 'kettle work' })).hits.map(({ row }) => row.profile)).toEqual([
      'default',
      'default',
    ]);
  });
});
