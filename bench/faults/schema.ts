import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchRaw, type RawBrowser } from '../browser/raw-browser.ts';
import { waitUntilReady } from '../browser/vault-page.ts';
import type { CrashBench } from './crash.ts';
import { fingerprint } from './fingerprint.ts';

/** A vault that a newer version wrote is refused by this one and left untouched: the newer one opens it as before. */
export const measureNewerSchema = async (
  { folder, versions, executable }: CrashBench,
  base: string,
): Promise<{ noticed: boolean; untouched: boolean }> => {
  const profile = join(folder, 'newer');
  await cp(base, profile, { recursive: true });
  const open = async <T>(
    version: 'current' | 'next',
    work: (browser: RawBrowser, problem: string | undefined) => Promise<T>,
  ): Promise<T> => {
    await versions.use(version);
    const browser = await launchRaw({ profile, extension: versions.folder, executable });
    try {
      return await work(browser, await waitUntilReady(browser.page));
    } finally {
      await browser.close();
    }
  };
  const before = await open('next', ({ page }) => fingerprint(page));
  const problem = await open('current', async (_, found) => found);
  const after = await open('next', ({ page }) => fingerprint(page));
  await rm(profile, { recursive: true, force: true });
  return { noticed: problem === 'store/newer-schema', untouched: before === after };
};
