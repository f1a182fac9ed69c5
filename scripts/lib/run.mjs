import { spawn } from 'node:child_process';
import process from 'node:process';
import { pinnedEnvironment, pinnedNode, ROOT } from './paths.mjs';

/**
 * Runs a program and shows what it prints.
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ environment?: NodeJS.ProcessEnv, folder?: string, quiet?: boolean }} [options] `folder` is the root of
 *   the repository when left out; `quiet` shows nothing.
 * @returns {Promise<{ code: number, output: string }>} A program that does not exist has code 127.
 */
export const run = (
  command,
  parameters,
  { environment = pinnedEnvironment(), folder = ROOT, quiet = false } = {},
) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(command, parameters, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    const collect = (to) => (chunk) => {
      output += chunk;
      if (!quiet) to.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Runs a JavaScript or TypeScript file under the pinned Node. Same result as {@link run}. */
export const runNode = (file, parameters = [], options = {}) =>
  run(pinnedNode(), ['--disable-warning=ExperimentalWarning', file, ...parameters], options);
