import type { ManagerPlatform, Permission } from '../../ui/manager/platform.ts';

/** Sites the content script knows, as the vault names them. */
const SITES = ['chatgpt', 'claude'] as const;

/** The manager as a page of the extension. */
export const extensionPlatform = (): ManagerPlatform => {
  const manifest = chrome.runtime.getManifest();
  const policy = manifest.content_security_policy;
  const required = new Set<string>([...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])]);
  return {
    kind: 'extension',
    contentSecurityPolicy: typeof policy === 'object' ? (policy.extension_pages ?? '') : '',
    sites: SITES,
    permissions: async () => {
      const { permissions = [], origins = [] } = await chrome.permissions.getAll();
      const entry = (kind: Permission['kind']) => (id: string) => ({
        id,
        kind,
        revocable: !required.has(id),
      });
      return [...origins.map(entry('site')), ...permissions.map(entry('api'))];
    },
    revoke: async ({ id, kind }) => {
      const removed = await chrome.permissions.remove(
        kind === 'site' ? { origins: [id] } : { permissions: [id as chrome.runtime.ManifestPermission] },
      );
      if (!removed) throw new Error(`The browser did not take back ${id}.`);
    },
    // `unlimitedStorage` in the manifest is what keeps the extension's storage from being evicted.
    persisted: async () => manifest.permissions?.includes('unlimitedStorage') ?? false,
    persist: () => navigator.storage.persist(),
  };
};
