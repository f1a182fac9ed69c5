import type { ManagerPlatform } from '../manager/platform.ts';

/** Stands in for the browser around the manager on the development page. */
export const extensionPlatform = (): ManagerPlatform => ({
  kind: 'extension',
  contentSecurityPolicy: "default-src 'none'; script-src 'self'; connect-src 'none'; object-src 'none'",
  sites: ['chatgpt', 'claude'],
  permissions: async () => [
    { id: 'https://chatgpt.com/*', kind: 'site', revocable: false },
    { id: 'https://claude.ai/*', kind: 'site', revocable: true },
    { id: 'unlimitedStorage', kind: 'api', revocable: false },
  ],
  revoke: async () => undefined,
  persisted: async () => true,
  persist: async () => true,
});
