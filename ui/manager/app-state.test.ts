import { describe, expect, it } from 'vitest';
import type { VaultApi, VaultChange, VaultStatus } from '../../core/model/vault-api.ts';
import { fakeVault } from '../testing/fake-vault.ts';
import { AppState } from './app-state.ts';
import type { ManagerPlatform } from './platform.ts';

/** A vault whose changes are told by the test. */
const listened = () => {
  let tell: (change: VaultChange) => void = () => undefined;
  const subscribe: VaultApi['subscribe'] = async (callback) => {
    tell = callback;
    return () => undefined;
  };
  return { vault: { ...fakeVault(), subscribe }, tell: (change: VaultChange) => tell(change) };
};

describe('AppState', () => {
  it('knows that the vault is open when it opened while the page started', async () => {
    const { vault, tell } = listened();
    let status: VaultStatus = { ...(await vault.status()), state: 'opening' };
    const app = new AppState(
      {
        ...vault,
        status: async () => status,
        // As in the vault: settings wait until it is open, its status does not.
        settings: async () => {
          status = { ...status, state: 'ready' };
          tell({ kind: 'status', status });
          return vault.settings();
        },
      },
      {} as ManagerPlatform,
    );
    await app.start();
    expect(app.status.value?.state).toBe('ready');
  });

  it('counts the memories that are captured while it is open', async () => {
    const { vault, tell } = listened();
    let status: VaultStatus = { ...(await vault.status()), memories: 0 };
    const app = new AppState(
      {
        ...vault,
        status: async () => status,
      },
      {} as ManagerPlatform,
    );
    await app.start();
    status = { ...status, memories: 4 };
    tell({ kind: 'memories', seqs: [1, 2, 3, 4], total: 4 });
    await expect.poll(() => app.status.value?.memories).toBe(4);
  });
});
