import type { FullVault } from '../full-vault.ts';
import { fakeEvents } from './fake-events.ts';
import { fakeGraph } from './fake-graph.ts';
import { fakeLearning } from './fake-learning.ts';
import { fakeTrust } from './fake-trust.ts';
import { type FakeVaultOptions, fakeVault } from './fake-vault.ts';

/** The whole vault with invented content, for the development page. */
export const fakeFullVault = (options: FakeVaultOptions = {}): FullVault => {
  const vault = fakeVault(options);
  const now = options.now ?? Date.now();
  const none = options.size === 0;
  return {
    ...vault,
    ...fakeTrust(vault, now, none),
    ...fakeGraph(vault, now),
    ...fakeLearning(none),
    ...fakeEvents(now, none),
  };
};
