import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Name of the global that the bundle sets in a page. */
export const ADAPTERS_GLOBAL = 'recollectAdapters';

/** The adapters of the extension as one classic script, made from the very files that the extension is built of. */
export const bundleAdapters = async (): Promise<string> => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('../../core/capture/index.ts', import.meta.url)),
        formats: ['iife'],
        name: ADAPTERS_GLOBAL,
      },
    },
  });
  const first = Array.isArray(output) ? output[0] : output;
  if (!first || !('output' in first)) throw new Error('scripts/parse: the adapters could not be bundled.');
  return first.output[0].code;
};
