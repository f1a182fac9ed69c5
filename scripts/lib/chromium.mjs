import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

/** The manifest's minimum_chrome_version. */
const OLDEST = 128;

/** Branded Chrome is not here: from 137 on it ignores --load-extension. */
const NAMES = ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing'];

const CACHE_BY_PLATFORM = {
  linux: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
  darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
};

const MAC_BINARIES = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

const inCache = () => {
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? CACHE_BY_PLATFORM[process.platform];
  if (!root || !existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) =>
      readdirSync(join(root, name)).flatMap((folder) =>
        ['chrome', 'chrome.exe', ...MAC_BINARIES].map((binary) => join(root, name, folder, binary)),
      ),
    );
};

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      NAMES.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );

/**
 * Why a program cannot be used; undefined when it can. Some `chromium-browser` are stubs that only name a package
 * to install, so each candidate is asked for its version.
 */
const unusableBecause = (path) => {
  if (!existsSync(path)) return 'there is no such file';
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return undefined;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const version = /(?:Chromium|Chrome for Testing) (\d+)\./.exec(stdout ?? '');
  if (version)
    return Number(version[1]) >= OLDEST ? undefined : `it is version ${version[1]}, ${OLDEST} is needed`;
  return /Google Chrome \d+/.test(stdout ?? '')
    ? 'branded Chrome does not load unpacked extensions from the command line'
    : 'it does not answer to --version like Chromium';
};

const firstUsable = () =>
  [...onPath(), ...inCache()].find((path) => existsSync(path) && !unusableBecause(path));

const aptPrefix = () => {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).error) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
};

const installWithApt = async () => {
  const prefix = aptPrefix();
  if (!prefix) return;
  process.stdout.write('Installing Chromium with apt-get…\n');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async (...parameters) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...parameters];
    return run(command, rest, { environment, quiet: true });
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', 'chromium');
};

const installWithPlaywright = async () => {
  process.stdout.write('Downloading Chromium with Playwright…\n');
  await run('npx', ['--no-install', 'playwright', 'install', 'chromium']);
};

/**
 * Path of a Chromium that loads unpacked extensions, installing one where that is possible. In this order:
 * CHROMIUM_PATH, the PATH, Playwright's cache, apt-get, Playwright's download. Throws one sentence when all fail.
 */
export const findChromium = async () => {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    const reason = unusableBecause(asked);
    if (reason) throw new Error(`CHROMIUM_PATH=${asked} cannot be used: ${reason}.`);
    return asked;
  }
  for (const install of [undefined, installWithApt, installWithPlaywright]) {
    await install?.();
    const found = firstUsable();
    if (found) return found;
  }
  throw new Error(
    `No Chromium ${OLDEST} or newer was found or could be installed: install Debian's "chromium" or Chrome for Testing and set CHROMIUM_PATH to it.`,
  );
};
