import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Root of the repository, without a trailing separator. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Folder of everything that a build or a run leaves behind. */
export const OUTPUT = join(ROOT, '.output');

const NODE = process.platform === 'win32' ? 'node.exe' : 'node';

/** The Node that package.json pins; there once the dependencies are installed. */
export const pinnedNode = () => join(ROOT, 'node_modules', 'node', 'bin', NODE);

/** Environment in which `node` and every tool of the project mean the pinned ones. */
export const pinnedEnvironment = () => {
  const separator = process.platform === 'win32' ? ';' : ':';
  const own = [join(ROOT, 'node_modules', 'node', 'bin'), join(ROOT, 'node_modules', '.bin')];
  return { ...process.env, PATH: [...own, process.env.PATH ?? ''].join(separator) };
};
