import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the production extension for Chrome and answers its folder. */
export const buildExtension = async (): Promise<string> => {
  await promisify(execFile)(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], { cwd: root });
  return `${root}.output/chrome-mv3`;
};
