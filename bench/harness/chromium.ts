import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'chrome'];

/**
 * Path of the Chromium to measure in: `CHROMIUM_PATH`, one on the PATH, or Playwright's own download.
 * @throws Error with what to install when there is none.
 */
export const chromiumPath = (): string => {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (folder && existsSync(path)) return path;
    }
  }
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return downloaded;
  throw new Error('bench: no Chromium found. Install one (apt-get install chromium) or set CHROMIUM_PATH.');
};

/** Chromium refuses its sandbox to root. */
export const sandboxArgs = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
