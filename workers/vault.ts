import * as Comlink from 'comlink';
import type { CaptureApi, VaultApi, VaultChange } from '../core/model/vault-api.ts';
import { browserPlaces } from '../core/store/places.ts';
import { Vault } from '../core/vault.ts';

/** One page's view of the vault: what it subscribed to ends with its port. */
const endpointFor = (vault: Vault, port: MessagePort): VaultApi & CaptureApi => ({
  ...vault,
  subscribe: async (callback: (change: VaultChange) => void) => {
    const unsubscribe = await vault.subscribe(callback);
    port.addEventListener('close', unsubscribe);
    return Comlink.proxy(unsubscribe);
  },
});

/** Runs the vault in a SharedWorker and serves every page of our own origin that connects. */
export const startVault = (scope: EventTarget): void => {
  const vault = Vault.open({ places: browserPlaces(), locks: navigator.locks });
  scope.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) Comlink.expose(endpointFor(vault, port), port);
  });
};
