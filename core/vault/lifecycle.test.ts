import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

const START = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const KEPT = 1_000;
const BEYOND = 8;

/** More memories than are kept out of the archive in any case, years old and never used. */
const old = async () => {
  let now = START;
  const vault = Vault.open({ places: new MemoryPlaces(), now: () => now });
  const turns = Array.from({ length: KEPT + BEYOND }, (_, at) =>
    turn(`${at}`, 'user', `Ledger entry number ${at} of the harbour`, { createdAt: START + at, order: at }),
  );
  await vault.append(observation('ledger', turns), SENDER);
  now += 500 * DAY_MS;
  return vault;
};

const archived = async (vault: Vault) =>
  (await vault.search({ query: 'is:archived ledger', limit: 50 })).hits.map(({ row }) => row.seq);

describe('the lifecycle through the vault', { timeout: 30_000 }, () => {
  it('says what it would archive, archives the oldest within its bounds, and brings back what is used', async () => {
    const vault = await old();
    expect(await vault.lifecycleDryRun()).toEqual({ warm: 0, cold: KEPT + BEYOND, archived: BEYOND });
    expect(await archived(vault)).toEqual([]);

    expect(await vault.applyLifecycle()).toBe(BEYOND);
    const seqs = await archived(vault);
    expect(seqs).toHaveLength(BEYOND);
    const found = await vault.search({ query: 'ledger entry', limit: 2_000 });
    expect(found.hits.filter(({ row }) => seqs.includes(row.seq))).toEqual([]);
    expect((await vault.lifecycleDryRun()).archived).toBe(0);

    const [first = 0] = seqs;
    expect((await vault.memory(first))?.text).toContain('Ledger entry');
    expect(await archived(vault)).toEqual(seqs.slice(1));
    expect((await vault.memory(first))?.state).toBe('active');
  });
});
