// Runs on the machine's own Node with nothing installed; reading needs the Node and the packages this project pins.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, pinnedNode } from './setup.mjs';

const main = fileURLToPath(new URL('./parse/main.ts', import.meta.url));

try {
  await ensureInstalled();
  const run = spawnSync(
    pinnedNode(),
    ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  if (run.error) throw run.error;
  process.exitCode = run.status ?? 1;
} catch (error) {
  process.stderr.write(`parse: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
