import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorker } from '../../app/bundle-workers.ts';

const WORKER = 'vault-worker.js';

/** One built extension whose vault can be switched between this version of the schema and a later one. */
export type TwoVersions = {
  /** Folder of the extension; its id, and so its storage, is the same in both versions. */
  readonly folder: string;
  use(version: 'current' | 'next'): Promise<void>;
};

/**
 * Copies the built extension to `folder`. Its next version is the shipped vault with one schema step more
 * (see next-schema-worker.ts), since there is one released schema so far.
 */
export const makeTwoVersions = async (extension: string, folder: string): Promise<TwoVersions> => {
  await cp(extension, folder, { recursive: true });
  const next = await bundleWorker({
    file: WORKER,
    module: 'bench/faults/next-schema-worker.ts',
    start: 'startNextVault',
  });
  return {
    folder,
    async use(version) {
      const target = join(folder, WORKER);
      if (version === 'next') await writeFile(target, next);
      else await cp(join(extension, WORKER), target);
    },
  };
};
