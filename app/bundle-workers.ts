import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** A worker of the app: its file name, and what its script calls. */
export type WorkerScript = {
  readonly file: string;
  /** Module below the repository's root. */
  readonly module: string;
  /** Exported function that is called with the worker's global scope. */
  readonly start: string;
};

const root = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = 'virtual:worker-entry';

/** One classic script of a worker, everything in it: the same shape that the extension ships. */
export const bundleWorker = async (
  { file, module, start }: WorkerScript,
  plugins: readonly Plugin[] = [],
): Promise<string> => {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      ...plugins,
      {
        name: 'worker-entry',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
        load: (id) =>
          id === `\0${ENTRY}`
            ? `import { ${start} } from ${JSON.stringify(root + module)};\n${start}(globalThis);`
            : undefined,
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      rollupOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: file } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as {
    output: readonly { type: string; code?: string }[];
  };
  const code = output.find(({ type }) => type === 'chunk')?.code;
  if (code === undefined) throw new Error(`${module} gave no script for ${file}`);
  return code;
};

/** Puts the scripts of the workers into the build, and serves them in development. `plugins` are for their bundles. */
export const bundleWorkers = (scripts: readonly WorkerScript[], plugins: readonly Plugin[] = []): Plugin => ({
  name: 'recollect-workers',
  async generateBundle() {
    for (const script of scripts) {
      this.emitFile({ type: 'asset', fileName: script.file, source: await bundleWorker(script, plugins) });
    }
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const script = scripts.find(({ file }) => request.url === `/${file}`);
      if (!script) {
        next();
        return;
      }
      bundleWorker(script, plugins).then((code) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(code);
      }, next);
    });
  },
});
