import { minify } from 'terser';
import type { Plugin } from 'vite';

const WORKER = 'vault-worker.js';

/** The vault's worker once more through Terser: 3 kB (gz) less than what the bundler's own minifier leaves. Takes 6 s. */
export const smallerVaultWorker = (): Plugin => ({
  name: 'recollect-smaller-vault-worker',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk' || output.fileName !== WORKER) continue;
      const { code } = await minify(output.code, { compress: { passes: 2 }, mangle: true });
      if (code === undefined) throw new Error(`Terser gave no code for ${WORKER}`);
      output.code = code;
    }
  },
});
