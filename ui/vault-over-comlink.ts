import * as Comlink from 'comlink';
import type { VaultApi } from '../core/model/vault-api.ts';

const passable = (argument: unknown): unknown => {
  if (typeof argument === 'function') return Comlink.proxy(argument as object);
  if (argument instanceof WritableStream) return Comlink.transfer(argument, [argument]);
  return argument;
};

/** A remote vault that is called like a local one: callbacks are proxied and streams transferred. */
export const vaultOverComlink = (remote: unknown): VaultApi =>
  new Proxy({} as VaultApi, {
    // Without this a promise of the vault would take the vault itself for a promise.
    get: (_, name) =>
      name === 'then'
        ? undefined
        : (...args: readonly unknown[]) =>
            (remote as Record<string | symbol, (...args: unknown[]) => unknown>)[name]?.(
              ...args.map(passable),
            ),
  });
