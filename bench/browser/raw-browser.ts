import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright';
import { connectVault, QUIET_ARGS } from './extension.ts';

/** A Chromium of our own making, so that the whole of it can be killed like a power cut. */
export type RawBrowser = {
  readonly page: Page;
  /** SIGKILL to every process of it. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

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

/** Starts Chromium on `profile` with the extension and opens a page connected to the vault. */
export const launchRaw = async (
  profile: string,
  extension: string,
  executable: string,
): Promise<RawBrowser> => {
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
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(child, 'exit');
  const browser: Browser = await chromium.connectOverCDP(await debuggerAddress(child));
  child.stderr?.resume();
  const [context] = browser.contexts();
  if (!context) throw new Error('bench: Chromium has no window');
  const page = await context.newPage();
  await connectVault(page, unpackedId(extension));
  return {
    page,
    async kill() {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await exited;
      if (child.pid) await untilGone(child.pid);
    },
    async close() {
      await browser.close();
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await exited;
      if (child.pid) await untilGone(child.pid);
    },
  };
};
