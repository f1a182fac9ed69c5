import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { buildExtension } from '../browser/build-extension.ts';
import { extensionId, launchExtension, openVaultPage } from '../browser/extension.ts';
import { chooseFile, waitUntilReady } from '../browser/vault-page.ts';
import { chromiumPath } from '../harness/chromium.ts';
import type { BenchRecord } from '../harness/record.ts';
import { writeArchive } from './archive.ts';
import { storeOf } from './documents.ts';
import { emptyPageFrames, framesWhilePanning } from './frames.ts';
import type { Talk } from './read-data.ts';

const IDLE_SEARCHES = 400;
const QUERIES = [
  'database index query plan',
  'budget for the trip',
  'what did we decide about the schedule',
  'python function error',
  'birthday present for a friend',
  'recipe without gluten',
  'probability of two events',
  'interview preparation notes',
];

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

const importStore = async (page: Page, path: string): Promise<void> => {
  const input = await chooseFile(page, path);
  await page.evaluate(async (element) => {
    const file = element.files?.[0];
    if (!file) throw new Error('bench: no file chosen');
    const result = await window.vault.importFrom(file, { ownFile: true });
    if (!result.ok) throw new Error(result.error.message);
  }, input);
};

/** Latencies (ms) of searches one after another, `count` of them, or for as long as topics are being made. */
const searchLatencies = (
  page: Page,
  count: number | undefined,
): Promise<{ latencies: number[]; seconds: number; ok: boolean }> =>
  page.evaluate(
    async ([queries, wanted]) => {
      const started = performance.now();
      let running = true;
      const built =
        wanted === undefined
          ? window.vault.rebuildGraph().then(({ ok }) => {
              running = false;
              return ok;
            })
          : Promise.resolve(true);
      const latencies: number[] = [];
      while (wanted === undefined ? running : latencies.length < wanted) {
        const query = queries[latencies.length % queries.length] as string;
        const before = performance.now();
        await window.vault.search({ query, limit: 20 });
        latencies.push(performance.now() - before);
        // A person pauses: without a pause the searches themselves would be the load.
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return { latencies, seconds: (performance.now() - started) / 1_000, ok: await built };
    },
    [QUERIES, count] as const,
  );

/** What a person notices of topics in the built extension: searches while a full run is on, and frames while panning. */
export const benchInExtension = async (talks: readonly Talk[], size: number): Promise<BenchRecord[]> => {
  const records: BenchRecord[] = [];
  const record = (metric: string, engine: string, kind: string, value: number, unit: string, n: number) =>
    records.push({
      bench: 'graph',
      metric,
      engine,
      corpus: 'chats',
      scope: 'extension',
      size,
      kind,
      value,
      unit,
      n,
    });
  const extension = await buildExtension();
  const folder = await mkdtemp(join(tmpdir(), 'bench-graph-'));
  let context: BrowserContext | undefined;
  try {
    const archive = join(folder, 'store.zip');
    await writeArchive(archive, storeOf(talks, size));
    context = await launchExtension(join(folder, 'profile'), extension, chromiumPath());
    const id = await extensionId(context);
    const page = await openVaultPage(context, id);
    await waitUntilReady(page);
    await importStore(page, archive);
    const manager = await context.newPage();
    await manager.setViewportSize({ width: 1_280, height: 800 });
    await manager.goto(`chrome-extension://${id}/manager.html#/graph`);
    await manager.getByRole('heading', { level: 1 }).waitFor();

    await searchLatencies(page, QUERIES.length * 4);
    const idle = await searchLatencies(page, IDLE_SEARCHES);
    const busy = await searchLatencies(page, undefined);
    if (!busy.ok) throw new Error('bench graph: the topics were not made');
    for (const [kind, { latencies }] of [
      ['idle', idle],
      ['clustering', busy],
    ] as const) {
      record('latency-p50', 'recollect', kind, quantile(latencies, 0.5), 'ms', latencies.length);
      record('latency-p95', 'recollect', kind, quantile(latencies, 0.95), 'ms', latencies.length);
      record('latency-worst', 'recollect', kind, Math.max(...latencies), 'ms', latencies.length);
    }
    record('build', 'recollect', 'extension', busy.seconds, 's', 1);

    const drawn = await framesWhilePanning(manager);
    record('fps', 'recollect', 'panning', drawn.fps, 'per s', drawn.frames);
    record('fps-worst-second', 'recollect', 'panning', drawn.worstSecond, 'per s', drawn.frames);
    const empty = await emptyPageFrames(context);
    record('fps', 'empty-canvas', 'panning', empty.fps, 'per s', empty.frames);
    record('fps-worst-second', 'empty-canvas', 'panning', empty.worstSecond, 'per s', empty.frames);
  } finally {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  }
  return records;
};
