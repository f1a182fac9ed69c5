import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { connectVault } from '../bench/browser/extension.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { launchWithExtension } from '../scripts/lib/launch.ts';

const BUILT = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

/** Stands before the vault's script: its clock is what a page of the extension says, once one has said anything. */
const CLOCK = `{
  const real = Date.now;
  let at;
  Date.now = () => at ?? real();
  const channel = new BroadcastChannel('clock');
  channel.onmessage = ({ data }) => { at = data; channel.postMessage('set'); };
}
`;

export type Clocked = {
  /** A page of the extension with `window.vault` and `window.setClock` (milliseconds since the epoch). */
  readonly vaultPage: Page;
  readonly close: () => Promise<void>;
};

declare global {
  interface Window {
    setClock(at: number): Promise<void>;
  }
}

/** A fresh browser with the production build, but for the clock of its vault. */
export const launchClocked = async (): Promise<Clocked> => {
  const extension = await mkdtemp(join(tmpdir(), 'recollect-clocked-'));
  await cp(BUILT, extension, { recursive: true });
  const script = join(extension, 'vault-worker.js');
  await writeFile(script, CLOCK + (await readFile(script, 'utf8')));
  const { context, extensionId, close } = await launchWithExtension({
    executablePath: await findChromium(),
    extension,
    headless: true,
  });
  const vaultPage = await context.newPage();
  await connectVault(vaultPage, extensionId);
  await vaultPage.evaluate(async () => {
    await window.vault.status();
    const channel = new BroadcastChannel('clock');
    window.setClock = (at) =>
      new Promise((resolve) => {
        channel.onmessage = () => resolve();
        channel.postMessage(at);
      });
  });
  return {
    vaultPage,
    close: async () => {
      await close();
      await rm(extension, { recursive: true });
    },
  };
};
