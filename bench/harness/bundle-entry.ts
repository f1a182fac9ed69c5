import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const harness = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const virtualModule = (id: string, code: string): Plugin => ({
  name: `recollect-bench:${id}`,
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load: (loaded) => (loaded === `\0${id}` ? code : undefined),
});

/** A folder with `worker.js`, `page.js` and their chunks and assets. Call `remove` when done. */
export type Bundle = { readonly folder: string; remove(): Promise<void> };

/**
 * Bundles a bench entry the way the product is built (Vite, minified, ES modules).
 * @param entry absolute path of a TypeScript module whose default export is a `WorkerEntry`.
 */
export const bundleEntry = async (entry: string): Promise<Bundle> => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-bench-'));
  const start = [
    `import entry from ${JSON.stringify(entry)};`,
    `import { serve } from ${JSON.stringify(join(harness, 'worker-main.ts'))};`,
    'serve(entry);',
  ].join('\n');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    base: '/',
    resolve: { alias: { '@': root } },
    plugins: [virtualModule('virtual:bench-worker', start)],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      chunkSizeWarningLimit: 20_000,
      rollupOptions: {
        input: { worker: 'virtual:bench-worker', page: join(harness, 'page-main.ts') },
        output: { entryFileNames: '[name].js' },
        preserveEntrySignatures: false,
      },
    },
  });
  const files = await readdir(folder);
  if (!files.includes('worker.js')) throw new Error(`bench: bundling ${entry} gave no worker.js`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
