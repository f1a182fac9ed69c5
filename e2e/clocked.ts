import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { connectClock, copyWithClock } from '../bench/browser/clock.ts';
import { connectVault } from '../bench/browser/extension.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { launchWithExtension } from '../scripts/lib/launch.ts';

const BUILT = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

export type Clocked = {
  /** A page of the extension with `window.vault` and `window.setClock`. */
  readonly vaultPage: Page;
  readonly close: () => Promise<void>;
};

/** A fresh browser with the production build, but for the clock of its vault. */
export const launchClocked = async (): Promise<Clocked> => {
  const extension = await copyWithClock(BUILT);
  const { context, extensionId, close } = await launchWithExtension({
    executablePath: await findChromium(),
    extension,
    headless: true,
  });
  const vaultPage = await context.newPage();
  await connectVault(vaultPage, extensionId);
  await connectClock(vaultPage);
  return {
    vaultPage,
    close: async () => {
      await close();
      await rm(extension, { recursive: true });
    },
  };
};
