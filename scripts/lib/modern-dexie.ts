import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const MODERN = fileURLToPath(new URL('../../node_modules/dexie/dist/modern/dexie.min.mjs', import.meta.url));

/** Dexie as it is built for today's browsers: the same code as its first build, 1.6 kB (gz) lighter. */
export const modernDexie = (): Plugin => ({
  name: 'recollect-modern-dexie',
  enforce: 'pre',
  resolveId: (id) => (id === 'dexie' ? MODERN : undefined),
});
