// Runs on the machine's own Node with nothing installed: standard library only.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { pinnedNode } from './lib/paths.mjs';

export { ensureInstalled, findChromium, pinnedNode };

/** Packages and browser, both ready to use. Throws one clear sentence when one of them cannot be had. */
export const setUp = async () => {
  await ensureInstalled();
  return { chromium: await findChromium(), node: pinnedNode() };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { chromium, node } = await setUp();
    process.stdout.write(`Node     ${node}\nChromium ${chromium}\n`);
  } catch (error) {
    process.stderr.write(`setup: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
