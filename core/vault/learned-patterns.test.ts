import { describe, expect, it } from 'vitest';
import { projectsOf, twoProjects } from '../testing/two-projects.ts';
import type { Vault } from '../vault.ts';

const GARDEN = 'project:garden';

const garden = async (vault: Vault) => (await vault.learning()).patterns.find(({ id }) => id === GARDEN);

const gardener = async () => {
  const made = await twoProjects();
  await made.vault.setComparing(false);
  await made.use('garden', 40);
  made.tick(3 * 86_400_000);
  return made;
};

describe('learned patterns', { timeout: 20_000 }, () => {
  it('are told in words with their evidence', async () => {
    const { vault } = await gardener();
    expect(await garden(vault)).toMatchObject({
      layer: 'project',
      sentence: { code: 'pattern/project', text: 'You often use what was said in “garden”.' },
      frozen: false,
    });
  });

  it('stay as the person says, in the order of results and after a restart', async () => {
    const { vault, visit, use, reopen } = await gardener();
    await visit('garden');
    expect((await projectsOf(vault))[0]).toBe('garden');
    await vault.correctPattern(GARDEN, 'less');
    expect(await garden(vault)).toMatchObject({ frozen: true });
    await visit('engine');
    await use('engine', 10);
    expect((await projectsOf(vault))[0]).toBe('engine');
    await use('garden', 20);
    expect(await garden(reopen())).toMatchObject({ frozen: true });
  });

  it('change again once they are unfrozen', async () => {
    const { vault } = await gardener();
    const before = (await vault.learning()).weights;
    await vault.freezePattern(GARDEN, true);
    expect(await garden(vault)).toMatchObject({ frozen: true });
    await vault.freezePattern(GARDEN, false);
    expect(await garden(vault)).toMatchObject({ frozen: false });
    expect((await vault.learning()).weights).toEqual(before);
  });

  it('are gone when they are forgotten, and come back only from what is done later', async () => {
    const { vault, use, tick } = await gardener();
    await vault.forgetPattern(GARDEN);
    expect(await garden(vault)).toBeUndefined();
    tick(3_600_000);
    await use('garden', 5);
    expect(await garden(vault)).toMatchObject({ layer: 'project' });
  });

  it('are forgotten together with the rest when behaviour is erased', async () => {
    const { vault, places } = await gardener();
    await vault.freezePattern(GARDEN, true);
    await vault.erase({ kind: 'behaviour' });
    await vault.completeErase();
    expect((await vault.learning()).patterns.filter(({ layer }) => layer !== 'workflow')).toEqual([]);
    expect(await places.list()).not.toContain('behaviour');
  });

  it('refuses one that is not there', async () => {
    const { vault } = await gardener();
    await expect(vault.freezePattern('project:boat', true)).rejects.toThrow(/not there any more/);
  });
});
