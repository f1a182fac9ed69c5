import { expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { Vault } from '../vault.ts';

it('a cleared health log comes back with its undo, as it was', async () => {
  const vault = Vault.open({ places: new MemoryPlaces() });
  for (const area of ['capture/claude', 'search'])
    await vault.report({ area, severity: 'warning', code: 'index-damaged', message: area, action: '' });
  const before = await vault.health();
  const undo = await vault.clearHealth();
  expect(await vault.health()).toEqual([]);
  expect(await vault.undo(undo.token)).toMatchObject({ ok: true });
  expect(before).toHaveLength(2);
  expect(await vault.health()).toEqual(before);
});
