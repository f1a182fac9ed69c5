// Runs on the machine's own Node with nothing installed; the bench itself needs the Node this project pins.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const setup = fileURLToPath(new URL('./setup.mjs', import.meta.url));
const main = fileURLToPath(new URL('../bench/main.ts', import.meta.url));

if (!existsSync(pinned)) {
  if (existsSync(setup)) {
    const { ensureInstalled } = await import('./setup.mjs');
    await ensureInstalled();
  } else {
    spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  }
}

const run = spawnSync(pinned, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (run.error) process.stderr.write(`bench: ${run.error.message}\n`);
process.exitCode = run.status ?? 1;
