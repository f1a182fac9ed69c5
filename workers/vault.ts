import * as Comlink from 'comlink';
import { browserPlaces } from '../core/store/places.ts';
import type { AnalystWorker } from '../core/vault/analyst-line.ts';
import { Vault, type VaultOptions } from '../core/vault.ts';

/** Everything a page may call; an analyst comes as a port. */
export type VaultEndpoint = Omit<Vault, 'attachAnalyst'> & {
  /** @param life name of the lock that the analyst holds while it lives */
  attachAnalyst(port: MessagePort, life: string): Promise<void>;
};

/** One page's view of the vault: what it subscribed to ends with its port. */
const endpointFor = (vault: Vault, port: MessagePort): VaultEndpoint => {
  const untilClosed = <Args extends unknown[]>(subscribe: (...args: Args) => Promise<() => void>) =>
    (async (...args: Args) => {
      const unsubscribe = await subscribe(...args);
      port.addEventListener('close', unsubscribe);
      return Comlink.proxy(unsubscribe);
    }) as typeof subscribe;
  return {
    ...vault,
    subscribe: untilClosed(vault.subscribe),
    subscribeEvents: untilClosed(vault.subscribeEvents),
    attachAnalyst: async (analystPort, life) => {
      const closed = navigator.locks.request(life, () => undefined);
      await vault.attachAnalyst({
        remote: Comlink.wrap<AnalystWorker>(analystPort),
        proxy: Comlink.proxy,
        closed,
      });
    },
  };
};

/** Runs the vault in a SharedWorker and serves every page of our own origin that connects. */
export const startVault = (scope: EventTarget, options: Pick<VaultOptions, 'schema'> = {}): void => {
  const vault = Vault.open({ places: browserPlaces(), locks: navigator.locks, ...options });
  scope.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) Comlink.expose(endpointFor(vault, port), port);
  });
};
