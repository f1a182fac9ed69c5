// Runs on the machine's own Node with nothing installed: standard library only.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pinnedEnvironment, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { setUp } from './setup.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/** Builds quietly; what a failing build printed is shown. */
const build = async (what, command, parameters) => {
  const start = Date.now();
  const { code, output } = await run(command, parameters, { quiet: true });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Error(`the ${what} could not be built (see above)`);
  }
  process.stdout.write(`Built the ${what} in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
};

/** The rest is TypeScript, run by the Node that the project pins; Ctrl+C reaches it through the terminal. */
const open = (node, chromium) =>
  new Promise((resolve) => {
    process.on('SIGINT', () => undefined);
    const child = spawn(
      node,
      [
        '--disable-warning=ExperimentalWarning',
        join(ROOT, 'scripts', 'start', 'main.ts'),
        ...process.argv.slice(2),
      ],
      { cwd: ROOT, env: { ...pinnedEnvironment(), CHROMIUM_PATH: chromium }, stdio: 'inherit' },
    );
    child.on('close', (code) => resolve(code ?? 1));
  });

try {
  const { node, chromium } = await setUp();
  await build('extension', bin('wxt'), ['build', '--mode', 'development']);
  if (existsSync(join(ROOT, 'vite.config.ts'))) await build('web app', bin('vite'), ['build']);
  process.exitCode = await open(node, chromium);
} catch (error) {
  process.stderr.write(`npm start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
