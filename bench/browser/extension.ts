import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type BrowserContext, chromium, type Page } from 'playwright';
import type { VaultClient } from '../../workers/connect.ts';

declare global {
  interface Window {
    /** The vault, as a page of the extension sees it. */
    vault: VaultClient;
    Comlink: typeof import('comlink');
  }
}

/** No request of the browser itself. */
export const QUIET_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium with the built extension on the profile folder `profile`. */
export const launchExtension = async (
  profile: string,
  extension: string,
  executablePath: string,
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...QUIET_ARGS,
    ],
  });

/** Id of the loaded extension, once its background has started. */
export const extensionId = async (context: BrowserContext): Promise<string> => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
};

/** A new page of the extension with `window.vault` connected to the vault that popup and manager use. */
export const openVaultPage = async (context: BrowserContext, id: string): Promise<Page> => {
  const page = await context.newPage();
  await connectVault(page, id);
  return page;
};

/** A browser that has just started blocks the addresses of an extension until it has loaded it. */
const openOwnFile = async (page: Page, url: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    try {
      await page.goto(url);
      return;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('ERR_BLOCKED_BY_CLIENT'))) throw error;
      await page.waitForTimeout(100);
    }
  }
  throw new Error('bench: the extension did not load');
};

/**
 * Connects `page` to the vault of the extension `id`.
 * Scripts evaluated by the debugger are not subject to the page's content security policy.
 */
export const connectVault = async (page: Page, id: string): Promise<void> => {
  // A file of the extension as a document: our origin and our policy, and no script that already connected.
  await openOwnFile(page, `chrome-extension://${id}/manifest.json`);
  const path = createRequire(import.meta.url).resolve('comlink/dist/umd/comlink.js');
  await page.evaluate(await readFile(path, 'utf8'));
  await page.evaluate(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
    };
    const url = '/vault-worker.js';
    const trusted = trustedTypes
      ? trustedTypes
          .createPolicy('recollect-worker', { createScriptURL: (text: string) => text })
          .createScriptURL(url)
      : url;
    window.vault = window.Comlink.wrap(new SharedWorker(trusted, { name: 'recollect-vault' }).port);
  });
};
