import { describe, expect, it } from 'vitest';
import { analystPort } from '../testing/analysts.ts';
import { twoProjects } from '../testing/two-projects.ts';
import type { Vault } from '../vault.ts';

const HOUR_MS = 3_600_000;

/** A person with 60 queries who always copies one of the results, two hours apart. */
const used = async (searches: number) => {
  const made = await twoProjects();
  await made.vault.setComparing(false);
  const live = async (from: number, to: number) => {
    for (let search = from; search < to; search++) {
      made.tick(2 * HOUR_MS);
      const { impression = '', hits } = await made.vault.search({ query: `pump valve ${search % 60}` });
      const chosen = hits.find(({ row }) => row.seq % 12 === search % 12);
      if (chosen) await made.vault.signal(impression, chosen.row.seq, 'copy');
    }
  };
  await live(0, searches);
  return { ...made, live };
};

const treesOf = async (vault: Vault) => (await vault.learning()).trees;

/** Waits for the analyst, which answers in its own time. */
const trained = async (vault: Vault) => {
  await expect.poll(async () => (await treesOf(vault)).state, { timeout: 20_000 }).not.toBe('due');
  return treesOf(vault);
};

describe('the second phase through the vault', { timeout: 60_000 }, () => {
  it('waits for an analyst, is tested there, and the answer is kept over a restart', async () => {
    const { vault, reopen } = await used(210);
    expect(await vault.learning()).toMatchObject({ phase: 2, trees: { state: 'due' } });
    const { port, calls } = analystPort();
    await vault.attachAnalyst(port);
    const trees = await trained(vault);
    expect(calls).toContain('trainBoosted');
    expect(['lost', 'used']).toContain(trees.state);
    expect(trees.gain?.n).toBeGreaterThan(10);
    expect(await treesOf(reopen())).toEqual(trees);
  });

  it('is trained anew from what is left when signals are forgotten, as if they had never been', async () => {
    const { vault, live, now } = await used(210);
    await vault.attachAnalyst(analystPort().port);
    await trained(vault);
    const never = (await vault.learning()).weights;
    const start = now() + HOUR_MS;
    await live(210, 220);
    const before = await trained(vault);
    await vault.forgetSignals({ from: start, to: now() + HOUR_MS });
    expect(await trained(vault)).toEqual(before);
    expect((await vault.learning()).weights).toEqual(never);
    await vault.forgetSignals({ from: 0, to: start - 100 * HOUR_MS });
    expect(await treesOf(vault)).toEqual({ state: 'none' });
  });
});
