import * as Comlink from 'comlink';
import type { VaultEndpoint } from './vault.ts';

export type VaultClient = Comlink.Remote<VaultEndpoint>;

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
};

/** Under Trusted Types a worker's address must come from a policy; ours only knows our own worker scripts. */
export const workerUrl = (path: '/vault-worker.js' | '/analyst-worker.js'): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return path;
  policy ??= trustedTypes.createPolicy('recollect-worker', { createScriptURL: (url) => url });
  return policy.createScriptURL(path);
};
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Connects a page of ours to the vault. Pass callbacks through `Comlink.proxy`; streams and ports are transferred. */
export const connectVault = async (): Promise<VaultClient> => {
  const worker = new SharedWorker(workerUrl('/vault-worker.js'), { name: 'recollect-vault' });
  return Comlink.wrap<VaultEndpoint>(worker.port);
};
