import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { lightPreload } from './app/light-preload.ts';
import { sharedScript } from './app/shared-script.ts';
import { TRUSTED_TYPES_ALIASES } from './app/trusted-types-aliases.ts';
import { contentScriptMatches } from './entrypoints/chat.content/matches.ts';
import { modernDexie } from './scripts/lib/modern-dexie.ts';
import { onlyOurStemmers } from './scripts/lib/only-our-stemmers.ts';
import { smallerVaultWorker } from './scripts/lib/smaller-vault-worker.ts';

/** No request may leave any of our pages; the privacy centre shows this line as its proof. */
const EXTENSION_PAGES_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types recollect-worker recollect-markdown dompurify',
].join('; ');

/** Oldest browsers that may install the extension; its styles are written for them. */
const OLDEST = { chrome: 128, firefox: 140 };

export default defineConfig({
  outDir: '.output',
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      preact(),
      modernDexie(),
      onlyOurStemmers(),
      smallerVaultWorker(),
      sharedScript(),
      lightPreload(),
    ],
    resolve: { alias: TRUSTED_TYPES_ALIASES },
    build: {
      target: 'es2023',
      cssTarget: [`chrome${OLDEST.chrome}`, `firefox${OLDEST.firefox}`],
      modulePreload: false,
    },
  }),
  manifest: ({ browser, command, mode }) => ({
    name: 'Recollect',
    short_name: 'Recollect',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: browser === 'firefox' ? undefined : `${OLDEST.chrome}`,
    permissions: [
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: contentScriptMatches(mode),
    action: { default_title: 'Recollect', default_popup: 'popup.html' },
    omnibox: { keyword: 'mem' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Space', mac: 'Command+Shift+Space' } },
    },
    ...(command === 'build' ? { content_security_policy: { extension_pages: EXTENSION_PAGES_CSP } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'recollect@recollect.local',
              strict_min_version: `${OLDEST.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});
