import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const SUBJECTS = ['garden', 'engine'] as const;

/** Two projects that speak of the same things in the same words. */
const filled = async () => {
  let now = Date.UTC(2026, 5, 1);
  const places = new MemoryPlaces();
  const vault = Vault.open({ places, now: () => now });
  for (const project of SUBJECTS) {
    for (let index = 0; index < 6; index++) {
      await vault.append(
        observation(
          `${project}-${index}`,
          [turn('1', 'user', `Notes on pump number ${index} and its valve for the ${project}`)],
          { project },
        ),
        SENDER,
      );
    }
  }
  return { vault, places, tick: (ms: number) => (now += ms) };
};

const order = async (vault: Vault) =>
  (await vault.search({ query: 'pump valve' })).hits.map(({ row }) => row.project);

const use = async (vault: Vault, project: string, times: number, tick: (ms: number) => void) => {
  for (let index = 0; index < times; index++) {
    tick(600_000);
    const { impression = '', hits } = await vault.search({ query: `pump valve ${index % 7}` });
    const chosen = hits.find(({ row }) => row.project === project);
    if (chosen) await vault.signal(impression, chosen.row.seq, 'copy');
  }
};

/** Opens the behaviour database as a browser does whose files are damaged, until the place was deleted. */
const damageBehaviour = async (places: MemoryPlaces): Promise<void> => {
  const place = await places.open('behaviour');
  const fail = () => {
    throw new DOMException('Internal error opening backing store.', 'UnknownError');
  };
  Object.defineProperty(place.indexedDB, 'open', { value: fail });
};

describe('learning through the vault', () => {
  it('starts anew when its files are damaged: the vault opens, and the person is told', async () => {
    const { vault, places, tick } = await filled();
    await use(vault, 'engine', 3, tick);
    await damageBehaviour(places);
    const again = Vault.open({ places });
    expect(await order(again)).toHaveLength(12);
    expect((await again.learning()).signals).toBe(0);
    expect((await again.health()).map(({ area }) => area)).toContain('learning');
    expect((await again.list({}, 0, 1)).total).toBe(12);
  });

  it('leaves the plain order alone below 20 signals', async () => {
    const { vault, tick } = await filled();
    const before = await order(vault);
    await use(vault, 'engine', 10, tick);
    expect((await vault.learning()).phase).toBe(0);
    expect(await order(vault)).toEqual(before);
  });

  it('brings the project the person is in to the front: same query, two projects, two orders', async () => {
    const [first, second] = await Promise.all(
      SUBJECTS.map(async (project) => {
        const { vault, tick } = await filled();
        await use(vault, project, 40, tick);
        expect((await vault.learning()).phase).toBe(1);
        return (await order(vault)).slice(0, 3);
      }),
    );
    expect(first).toEqual(['garden', 'garden', 'garden']);
    expect(second).toEqual(['engine', 'engine', 'engine']);
  });

  it('falls back to the plain order when behaviour is erased, and keeps the memories', async () => {
    const { vault, tick } = await filled();
    const plain = await order(vault);
    await use(vault, 'engine', 40, tick);
    await vault.erase({ kind: 'behaviour' });
    await vault.completeErase();
    expect((await vault.learning()).signals).toBe(0);
    expect(await order(vault)).toEqual(plain);
    expect((await vault.list({}, 0, 1)).total).toBe(12);
  });

  it('keeps no words of a query', async () => {
    const { vault, tick } = await filled();
    await use(vault, 'garden', 3, tick);
    expect(await (await vault.exportBehaviour()).text()).not.toMatch(/pump|valve/);
  });

  it('remembers what was learned after opening again', async () => {
    const { vault, places, tick } = await filled();
    await use(vault, 'garden', 30, tick);
    const signals = (await vault.learning()).signals;
    expect((await Vault.open({ places }).learning()).signals).toBe(signals);
  });
});
