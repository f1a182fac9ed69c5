import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { connectVault, QUIET_ARGS } from './extension.ts';

/** A Chromium of our own making, so that the whole of it can be killed like a power cut. */
export type RawProcess = {
  /** WebSocket address of its debugger. */
  readonly address: string;
  readonly pid: number;
  /** SIGKILL to every process of it. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

export type RawBrowser = RawProcess & { readonly page: Page };

export type RawOptions = {
  readonly profile: string;
  readonly extension: string;
  readonly executable: string;
  /** Further arguments for Chromium. */
  readonly args?: readonly string[];
};

const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];
const LAUNCHES = 3;
const LAUNCH_MS = 60_000;

/** Chromium derives the id of an unpacked extension from its path. */
const unpackedId = (path: string): string =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

const debuggerAddress = async (child: ChildProcess): Promise<string> => {
  if (!child.stderr) throw new Error('bench: Chromium was started without its error stream');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found) return found;
    said.push(line);
  }
  throw new Error(`bench: Chromium did not start: ${said.slice(-5).join(' | ')}`);
};

/** Waits until no process of the group is left: a profile still in use starts no second browser. */
const untilGone = async (group: number): Promise<void> => {
  for (;;) {
    try {
      process.kill(-group, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const signal = (group: number, name: 'SIGKILL' | 'SIGTERM'): void => {
  try {
    process.kill(-group, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Browsers that run: each is a group of its own, which would outlive a bench that is stopped. */
const running = new Set<number>();
const endAll = (): void => {
  for (const group of running) signal(group, 'SIGKILL');
};
process.on('exit', endAll);
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(1));

/** Starts Chromium with the extension on `profile`; the extension's own pages start with it. */
export const launchProcess = async ({
  profile,
  extension,
  executable,
  args = [],
}: RawOptions): Promise<RawProcess> => {
  // A killed browser leaves its lock behind, and a copied profile has the lock of the original.
  for (const name of LOCKS) await rm(join(profile, name), { force: true });
  const child = spawn(
    executable,
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...QUIET_ARGS,
      ...args,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error(`bench: ${executable} did not start`);
  running.add(pid);
  const exited = once(child, 'exit');
  const end = async (name: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null) signal(pid, name);
    await exited;
    await untilGone(pid);
    running.delete(pid);
  };
  try {
    const address = await debuggerAddress(child);
    child.stderr?.resume();
    return { address, pid, kill: () => end('SIGKILL'), close: () => end('SIGTERM') };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
};

const attach = async (browser: RawProcess, extension: string): Promise<RawBrowser> => {
  const connected = await chromium.connectOverCDP(browser.address, { timeout: LAUNCH_MS });
  const [context] = connected.contexts();
  if (!context) throw new Error('bench: Chromium has no window');
  const page = await context.newPage();
  await connectVault(page, unpackedId(extension));
  return {
    ...browser,
    page,
    async close() {
      await connected.close();
      await browser.close();
    },
  };
};

/**
 * Starts Chromium and opens a page connected to the vault. A browser that does not come up is told on the error stream
 * and started again, a few times: whether the *vault* opens is for the caller to see.
 */
export const launchRaw = async (options: RawOptions): Promise<RawBrowser> => {
  for (let attempt = 1; ; attempt++) {
    let browser: RawProcess | undefined;
    try {
      browser = await launchProcess(options);
      return await attach(browser, options.extension);
    } catch (error) {
      await browser?.kill();
      if (attempt === LAUNCHES) throw error;
      process.stderr.write(`bench: start ${attempt} of the browser failed: ${String(error).slice(0, 200)}\n`);
    }
  }
};
