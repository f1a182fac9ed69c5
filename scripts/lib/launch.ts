import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, chromium } from '@playwright/test';

export type LaunchOptions = {
  readonly executablePath: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Port on this machine that answers for the real chat sites. */
  readonly replicaPort?: number;
  /** File for Chromium's own record of every request; complete once the browser is closed. */
  readonly netLog?: string;
  /** Profile to keep between runs; a fresh one that is removed afterwards when left out. */
  readonly profile?: string;
};

export type Launched = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Closes the browser and removes its profile. */
  readonly close: () => Promise<void>;
};

/** Hosts that tests play; every other name does not exist for the browser. */
export const resolverRules = (port: number): string =>
  [
    `MAP chatgpt.com 127.0.0.1:${port}`,
    `MAP claude.ai 127.0.0.1:${port}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ].join(', ');

const extensionIdOf = async (context: BrowserContext): Promise<string> => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
};

/** A profile in developer mode: without it an unpacked extension that reloads itself stays off. */
const freshProfile = async (): Promise<string> => {
  const profile = await mkdtemp(join(tmpdir(), 'recollect-profile-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
};

/** Opens Chromium with a fresh profile and the built extension in it. */
export const launchWithExtension = async (options: LaunchOptions): Promise<Launched> => {
  const { executablePath, extension, headless, replicaPort, netLog } = options;
  const { profile = await freshProfile() } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    // A person's browser does not say that it is under test.
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    viewport: headless ? { width: 1180, height: 800 } : null,
    args: [
      ...(headless ? ['--headless=new'] : []),
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
      ...(replicaPort === undefined
        ? []
        : [`--host-resolver-rules=${resolverRules(replicaPort)}`, '--ignore-certificate-errors']),
      ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`]),
    ],
  });
  return {
    context,
    extensionId: await extensionIdOf(context),
    close: async () => {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
