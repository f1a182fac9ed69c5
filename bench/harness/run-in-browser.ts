import process from 'node:process';
import { chromium } from 'playwright';
import { bundleEntry } from './bundle-entry.ts';
import { chromiumPath, sandboxArgs } from './chromium.ts';
import type { BenchRecord } from './record.ts';
import { serveFolder } from './serve-folder.ts';
import type { FromWorker } from './worker-main.ts';

export type BrowserRun = {
  /** Said in the log lines. */
  readonly name: string;
  /** Absolute path of a module whose default export is a `WorkerEntry`. */
  readonly entry: string;
  /** Anything JSON can carry. */
  readonly args: unknown;
  /** Data files by the name under which the worker fetches them: `/files/<name>`. */
  readonly files?: Readonly<Record<string, string>>;
};

/** Without these, V8 collects lazily and caps a worker's heap below what the peers need. */
const BROWSER_ARGS = [
  '--js-flags=--expose-gc --max-old-space-size=6144',
  '--enable-blink-features=ForceEagerMeasureMemory',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Runs a bench entry in a dedicated module worker of a headless Chromium and gives back its records.
 * Log lines go to standard error as they come.
 * @throws Error with the worker's own words when the entry fails.
 */
export const runInBrowser = async (run: BrowserRun): Promise<BenchRecord[]> => {
  const bundle = await bundleEntry(run.entry);
  const server = await serveFolder(bundle.folder, run.files ?? {});
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...BROWSER_ARGS, ...sandboxArgs()],
  });
  const records: BenchRecord[] = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.exposeFunction('report', (json: string) => {
      const message = JSON.parse(json) as FromWorker;
      if (message.kind === 'record') records.push(message.record);
      if (message.kind === 'log') process.stderr.write(`${run.name}: ${message.line}\n`);
    });
    await page.goto(server.url);
    await page.waitForFunction('typeof runBench === "function"', undefined, { timeout: 30_000 });
    const failure = await page.evaluate(
      (args) => (globalThis as unknown as { runBench(args: unknown): Promise<string> }).runBench(args),
      run.args,
    );
    if (failure) throw new Error([`bench ${run.name}: ${failure}`, ...complaints].join('\n'));
  } finally {
    await browser.close();
    await server.close();
    await bundle.remove();
  }
  return records;
};
