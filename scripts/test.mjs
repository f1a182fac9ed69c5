// Runs on the machine's own Node with nothing installed: standard library only.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { OUTPUT, ROOT } from './lib/paths.mjs';
import { run, runNode } from './lib/run.mjs';
import { setUp } from './setup.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

const results = join(OUTPUT, 'test-results');

/** A check that either holds or not counts as one test. */
const asOne = async (work) => ((await work).code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A runner that fails without a failing test (a file that does not load, an unhandled error) counts as one failure. */
const counted = ({ code }, passed, failed) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

const unit = async () => {
  const file = join(results, 'unit.json');
  const outcome = await run(bin('vitest'), [
    'run',
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file],
  ]);
  const report = readReport(file);
  return counted(outcome, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
};

const build = async () => {
  const chrome = await run(bin('wxt'), ['build']);
  if (chrome.code !== 0) return chrome;
  const firefox = await run(bin('wxt'), ['build', '-b', 'firefox']);
  if (firefox.code !== 0 || !existsSync(join(ROOT, 'vite.config.ts'))) return firefox;
  return run(bin('vite'), ['build']);
};

const e2e = async () => {
  const file = join(results, 'e2e.json');
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  const outcome = await run(bin('playwright'), ['test', '--reporter', 'list,json']);
  const stats = readReport(file)?.stats;
  return counted(outcome, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
};

const sections = {
  types: () => asOne(run(bin('tsc'), ['--noEmit'])),
  lint: () => asOne(run(bin('biome'), ['check', '.'])),
  architecture: () => asOne(runNode(join(ROOT, 'scripts', 'architecture.mjs'))),
  unit,
  build: () => asOne(build()),
  'end to end': e2e,
};

const main = async () => {
  const total = { passed: 0, failed: 0 };
  const chosen = process.argv.slice(2);
  try {
    const { chromium } = await setUp();
    // Every tool that opens a browser takes the one that was found.
    process.env.CHROMIUM_PATH = chromium;
  } catch (error) {
    process.stdout.write(`setup: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const summary = [];
  for (const [name, section] of Object.entries(sections)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    process.stdout.write(`\n── ${name} ──\n`);
    const start = Date.now();
    const { passed, failed } = await section();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    summary.push(`${name.padEnd(14)}${passed} passed, ${failed} failed in ${seconds} s`);
  }
  process.stdout.write(`\n── summary ──\n${summary.join('\n')}\n\n`);
  return total;
};

const { passed, failed } = await main();
// Nothing may follow this line: it is what a reader and a program look at.
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
