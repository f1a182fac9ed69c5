import { describe, expect, it } from 'vitest';
import type { MemoryPlaces } from '../testing/memory-places.ts';
import { PROJECTS, projectsOf, seqsOf, twoProjects } from '../testing/two-projects.ts';
import type { Vault } from '../vault.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Everything in the databases of a place, as text. */
const contentOf = async (places: MemoryPlaces, place: string): Promise<string> => {
  const { indexedDB } = await places.open(place);
  let text = '';
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const table of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      text += JSON.stringify(rows);
    }
    database.close();
  }
  return text;
};

const weightsOf = async (vault: Vault) => (await vault.learning()).weights.map(({ value }) => value);

/** Opens the behaviour database as a browser does whose files are damaged, until the place was deleted. */
const damageBehaviour = async (places: MemoryPlaces): Promise<void> => {
  const place = await places.open('behaviour');
  const fail = () => {
    throw new DOMException('Internal error opening backing store.', 'UnknownError');
  };
  Object.defineProperty(place.indexedDB, 'open', { value: fail });
};

describe('learning through the vault', { timeout: 20_000 }, () => {
  it('starts anew when its files are damaged: the vault opens, and the person is told', async () => {
    const { places, use, reopen } = await twoProjects();
    await use('engine', 3);
    await damageBehaviour(places);
    const again = reopen();
    expect(await projectsOf(again)).toHaveLength(12);
    expect((await again.learning()).signals).toBe(0);
    expect((await again.health()).map(({ area }) => area)).toContain('learning');
    expect((await again.list({}, 0, 1)).total).toBe(12);
  });

  it('leaves the plain order alone below 20 signals', async () => {
    const { vault, use } = await twoProjects();
    const before = await projectsOf(vault);
    await use('engine', 10);
    expect((await vault.learning()).phase).toBe(0);
    expect(await projectsOf(vault)).toEqual(before);
  });

  it('brings the project the person is in to the front: same query, two projects, two orders', async () => {
    const [first, second] = await Promise.all(
      PROJECTS.map(async (project) => {
        const { vault, use } = await twoProjects();
        await use(project, 40);
        expect((await vault.learning()).phase).toBe(1);
        return (await projectsOf(vault)).slice(0, 3);
      }),
    );
    expect(first).toEqual(['garden', 'garden', 'garden']);
    expect(second).toEqual(['engine', 'engine', 'engine']);
  });

  it('knows the chat in front and the chats opened again, at every query', async () => {
    const { vault, use, visit, tick } = await twoProjects();
    for (const project of PROJECTS) {
      await visit(project);
      await use(project, 30);
    }
    tick(2 * DAY_MS);
    const inFront = async (conversation: string) =>
      (await vault.search({ query: 'pump valve', front: { site: 'chatgpt', conversation } })).hits[0]?.row
        .project;
    expect(await inFront('garden-1')).toBe('garden');
    expect(await inFront('engine-1')).toBe('engine');
    await visit('garden');
    expect((await projectsOf(vault))[0]).toBe('garden');
    await visit('engine');
    expect((await projectsOf(vault))[0]).toBe('engine');
  });

  it('lowers a memory after three thumbs down', async () => {
    const { vault, use, tick } = await twoProjects();
    await use('garden', 40);
    const order = await seqsOf(vault);
    const disliked = order[0] as number;
    for (let time = 0; time < 3; time++) {
      tick(2 * HOUR_MS);
      const { impression = '' } = await vault.search({ query: 'pump valve' });
      await vault.signal(impression, disliked, 'thumbs-down');
    }
    expect((await seqsOf(vault)).indexOf(disliked)).toBeGreaterThan(0);
  });

  it('counts a burst of clicks on one result as one signal', async () => {
    const { vault, tick } = await twoProjects();
    for (let click = 0; click < 25; click++) {
      tick(1_000);
      const { impression = '', hits } = await vault.search({ query: 'pump valve' });
      await vault.signal(impression, hits.at(-1)?.row.seq ?? 0, 'copy');
    }
    expect(await vault.learning()).toMatchObject({ signals: 1, phase: 0 });
  });

  it.each([
    ['another search within half a minute', 'pump number', 20_000, true],
    ['another search later', 'pump number', 40_000, false],
    ['the same search again', 'pump valve', 20_000, false],
  ])('notes what was opened before %s: %s', async (_, next, pause, isNoted) => {
    const { vault, tick } = await twoProjects();
    const { impression = '', hits } = await vault.search({ query: 'pump valve' });
    await vault.signal(impression, hits[2]?.row.seq ?? 0, 'open');
    tick(pause);
    await vault.signal(impression, hits[2]?.row.seq ?? 0, 'dwell', pause);
    await vault.search({ query: next });
    const stored = await (await vault.exportBehaviour()).text();
    expect(stored.includes('"requery"')).toBe(isNoted);
  });

  it('teaches nothing and takes no lists while it is paused', async () => {
    const { vault, use } = await twoProjects();
    const plain = await projectsOf(vault);
    await use('engine', 40);
    await vault.setLearning(false);
    const { impression } = await vault.search({ query: 'pump valve' });
    expect(impression).toBeUndefined();
    expect(await projectsOf(vault)).toEqual(plain);
    const { signals } = await vault.learning();
    await use('engine', 5);
    expect((await vault.learning()).signals).toBe(signals);
  });

  it('gives the plain order when it is asked for', async () => {
    const { vault, use } = await twoProjects();
    const plain = await seqsOf(vault);
    await use('engine', 40);
    expect(await seqsOf(vault)).not.toEqual(plain);
    const asked = await vault.search({ query: 'pump valve', order: 'plain' });
    expect(asked.hits.map(({ row }) => row.seq)).toEqual(plain);
    expect(asked.impression).toBeUndefined();
  });

  it('becomes the vault that never saw a day when the day is forgotten, after a restart too', async () => {
    const life = async (days: number) => {
      const made = await twoProjects();
      await made.vault.setComparing(false);
      for (let day = 0; day < days; day++) {
        const start = made.now();
        await made.use(PROJECTS[day % 2] ?? 'garden', 30);
        made.tick(start + DAY_MS - made.now());
      }
      return made;
    };
    const [kept, forgetful] = await Promise.all([life(2), life(3)]);
    const start = forgetful.now() - DAY_MS;
    expect(await weightsOf(forgetful.vault)).not.toEqual(await weightsOf(kept.vault));
    expect(await forgetful.vault.forgetSignals({ from: start, to: start + DAY_MS })).toBeGreaterThan(20);
    kept.tick(DAY_MS);
    for (const vault of [forgetful.vault, forgetful.reopen()]) {
      const [after, never] = [await weightsOf(vault), await weightsOf(kept.vault)];
      for (const [at, weight] of never.entries())
        expect(Math.abs(weight - (after[at] ?? 0))).toBeLessThan(1e-9);
      expect(await seqsOf(vault)).toEqual(await seqsOf(kept.vault));
      expect((await vault.learning()).signals).toBe((await kept.vault.learning()).signals);
    }
  });

  it('falls back to the plain order when behaviour is erased, and keeps the memories', async () => {
    const { vault, places, use } = await twoProjects();
    const plain = await seqsOf(vault);
    await use('engine', 40);
    expect(await places.list()).toContain('behaviour');
    await vault.erase({ kind: 'behaviour' });
    await vault.completeErase();
    expect((await vault.learning()).signals).toBe(0);
    expect(await seqsOf(vault)).toEqual(plain);
    expect((await vault.list({}, 0, 1)).total).toBe(12);
  });

  it('stores keyed hashes of queries and no words', async () => {
    const [one, other] = await Promise.all([twoProjects(), twoProjects()]);
    await one.use('garden', 3);
    await other.use('garden', 3);
    const stored = await contentOf(one.places, 'behaviour');
    const [key = ''] = stored.match(/[0-9a-f]{64}/) ?? [];
    expect(key).not.toBe('');
    expect(stored).not.toMatch(/pump|valve|garden|notes/i);
    expect(await contentOf(other.places, 'behaviour')).not.toContain(key);
    expect(await (await one.vault.exportBehaviour()).text()).not.toMatch(/pump|valve/);
  });

  it('remembers what was learned after opening again', async () => {
    const { vault, use, reopen } = await twoProjects();
    await use('garden', 30);
    expect((await reopen().learning()).signals).toBe((await vault.learning()).signals);
  });
});
