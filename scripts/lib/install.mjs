import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pinnedNode, ROOT } from './paths.mjs';
import { run } from './run.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * Why the installed packages are not those of the lock file; undefined when they are.
 * Optional packages may be missing: they belong to other platforms.
 * @param {string} [root]
 */
export const outdatedBecause = (root = ROOT) => {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'nothing is installed yet';
  const installed = packagesOf(installedList);
  const locked = packagesOf(join(root, 'package-lock.json'));
  for (const [path, { version, optional, devOptional, link }] of Object.entries(locked)) {
    if (path === '' || link) continue;
    const present = installed[path];
    if (!present && !optional && !devOptional) return `${path} is missing`;
    if (present && present.version !== version) return `${path} is ${present.version}, not ${version}`;
  }
  return undefined;
};

const NODE_PACKAGE = join(ROOT, 'node_modules', 'node');

/** npm may be told not to run install scripts, and newer ones ask first: the one that fetches Node is run here then. */
const ensurePinnedNode = async () => {
  if (existsSync(pinnedNode())) return;
  const script = join(NODE_PACKAGE, 'installArchSpecificPackage.js');
  const options = { environment: process.env, folder: NODE_PACKAGE };
  const { code, output } = await run(process.execPath, [script], options);
  if (code !== 0 || !existsSync(pinnedNode()))
    throw new Error(`the Node that package.json pins could not be installed: ${lastLine(output)}`);
};

const lastLine = (output) => output.trim().split('\n').at(-1) || 'no output';

/** Installs exactly what the lock file names, unless it is there already. Throws one sentence when it cannot. */
export const ensureInstalled = async () => {
  const reason = outdatedBecause();
  if (reason) {
    process.stdout.write(`Installing packages (${reason})…\n`);
    const { code, output } = await run('npm', ['ci', '--no-fund', '--no-audit'], {
      environment: process.env,
    });
    if (code !== 0) throw new Error(`npm ci failed with code ${code}: ${lastLine(output)}`);
  }
  await ensurePinnedNode();
};
