import { describe, expect, it } from 'vitest';
import { MemoryPlaces } from '../testing/memory-places.ts';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { Vault } from '../vault.ts';

describe('the inventory', () => {
  it('names every kind that is stored, the log of events and the settings among them', async () => {
    const vault = Vault.open({ places: new MemoryPlaces() });
    await vault.append(observation('a', [turn('1', 'user', 'Where is the kettle?')]), SENDER);
    const byKind = new Map((await vault.inventory()).map((stored) => [stored.kind, stored]));
    expect(byKind.get('memories')?.count).toBe(1);
    expect(byKind.get('events')?.count).toBe((await vault.events({}, 100, 0)).length);
    expect(byKind.get('events')?.oldest).toBeGreaterThan(0);
    for (const kind of ['facts', 'settings']) {
      expect(byKind.get(kind)?.count, kind).toBeGreaterThan(0);
      expect(byKind.get(kind)?.bytes, kind).toBeGreaterThan(0);
    }
  });
});
