import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Installs exactly what the lock file names, unless it is there already. Throws one sentence when it cannot. */
export const ensureInstalled = async () => {
  const reason = outdatedBecause() ?? (existsSync(pinnedNode()) ? undefined : 'the pinned Node is missing');
  if (!reason) return;
  process.stdout.write(`Installing packages (${reason})…\n`);
  const { code, output } = await run('npm', ['ci', '--no-fund', '--no-audit'], { environment: process.env });
  if (code !== 0)
    throw new Error(`npm ci failed with code ${code}: ${output.trim().split('\n').at(-1) ?? 'no output'}`);
  if (!existsSync(pinnedNode()))
    throw new Error(
      'npm ci left the pinned Node out: install scripts may be switched off (npm config get ignore-scripts).',
    );
};
