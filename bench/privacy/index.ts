import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright';
import type { EraseScope } from '../../core/model/vault-api.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { heapDuring } from '../browser/heap-sampler.ts';
import { launchRaw, type RawBrowser } from '../browser/raw-browser.ts';
import { chooseFile, extensionBase, waitUntilReady } from '../browser/vault-page.ts';
import { chromiumPath } from '../harness/chromium.ts';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { behaviourKeys, behaviourOnDisk, SEARCHES, useResults } from './behaviour.ts';
import {
  CANARY_AGENT,
  CANARY_CONVERSATION,
  CANARY_DAY,
  ERASE_KINDS,
  type EraseKind,
  plantArchive,
} from './corpus.ts';
import { completeEraseWhileSearching, findable, probe, probedHashes } from './page-probe.ts';
import { CANARY_PREFIX, canariesOnDisk, canaryWord } from './scan.ts';
import { makeEmptyPage, measureScroll, SPEEDS } from './scroll.ts';

const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;
const FINDABLE_SAMPLE = 200;
const DEFAULT_SIZES = [1_000, 10_000, 100_000];
/** Numbers of the canaries that are typed, beyond those of memories. */
const TYPED_FROM = 9_000_000;

type Run = {
  readonly profile: string;
  readonly extension: string;
  readonly size: number;
  readonly records: BenchRecord[];
  browser: RawBrowser;
  page: Page;
};

const start = async (profile: string, extension: string): Promise<Pick<Run, 'browser' | 'page'>> => {
  const browser = await launchRaw({ profile, extension, executable: chromiumPath() });
  await waitUntilReady(browser.page);
  return { browser, page: browser.page };
};

const record = (
  run: Run,
  metric: string,
  kind: string,
  value: number,
  unit: string,
  n?: number,
  engine = 'recollect',
): void => {
  run.records.push({
    bench: 'privacy',
    metric,
    engine,
    corpus: 'generated',
    scope: 'store',
    size: run.size,
    kind,
    value,
    unit,
    ...(n === undefined ? {} : { n }),
  });
  process.stderr.write(
    `bench privacy: ${run.size}, ${engine}, ${kind}: ${metric} ${value.toFixed(3)} ${unit}\n`,
  );
};

/** Records the vault's heap and the process's memory at their highest while `work` runs. */
const watched = async (run: Run, kind: string, work: () => Promise<void>): Promise<void> => {
  const { heap, resident, samples } = await heapDuring(run.browser.address, work);
  record(run, 'heap', kind, heap / MEGABYTE, 'MB', samples);
  record(run, 'resident', kind, resident / MEGABYTE, 'MB', samples);
};

const importArchive = async (run: Run, path: string): Promise<void> => {
  const input = await chooseFile(run.page, path);
  const seconds = await run.page.evaluate(async (element) => {
    const file = element.files?.[0];
    if (!file) throw new Error('bench: no file chosen');
    const started = performance.now();
    const result = await window.vault.importFrom(file, { ownFile: true });
    if (!result.ok) throw new Error(result.error.message);
    return (performance.now() - started) / 1000;
  }, input);
  record(run, 'import', 'all', seconds, 's');
};

const measureExport = async (run: Run): Promise<void> => {
  const { seconds, bytes } = await run.page.evaluate(async () => {
    let total = 0;
    const sink = new WritableStream<Uint8Array>({
      write: (chunk) => {
        total += chunk.length;
      },
    });
    const started = performance.now();
    const result = await window.vault.exportTo({ format: 'jsonl' }, window.Comlink.transfer(sink, [sink]));
    if (!result.ok) throw new Error(result.error.message);
    return { seconds: (performance.now() - started) / 1000, bytes: total };
  });
  record(run, 'export', 'all', seconds, 's');
  record(run, 'export-size', 'all', bytes / run.size, 'bytes per memory');
};

const scopeOf = (kind: EraseKind, seqs: readonly number[]): EraseScope => {
  switch (kind) {
    case 'one':
      return { kind: 'memories', seqs };
    case 'conversation':
      return { kind: 'conversation', key: `default/chatgpt:${CANARY_CONVERSATION}` };
    case 'agent':
      return { kind: 'agent', agentId: CANARY_AGENT };
    case 'day':
      return { kind: 'range', from: CANARY_DAY, to: CANARY_DAY + DAY_MS };
  }
};

/** Share of the memories that should have survived whose words are the same as before, and findable ones of a sample. */
const measureIntact = async (
  run: Run,
  kind: string,
  before: Map<number, number>,
  erased: Set<number>,
): Promise<void> => {
  await probe(run.page, 'after', CANARY_PREFIX);
  const after = new Map(await probedHashes(run.page, 'after'));
  const expected = [...before].filter(([seq]) => !erased.has(seq));
  const same = expected.filter(([seq, hash]) => after.get(seq) === hash).length;
  record(run, 'intact', kind, expected.length === 0 ? 1 : same / expected.length, 'ratio', expected.length);
  const { found, asked } = await findable(run.page, FINDABLE_SAMPLE);
  if (asked > 0) record(run, 'findable', kind, found / asked, 'ratio', asked);
};

/** The most that `count` finds with the browser open, closed and started again. */
const mostThroughRestart = async (run: Run, count: () => Promise<number>): Promise<number> => {
  const open = await count();
  await run.browser.close();
  const closed = await count();
  Object.assign(run, await start(run.profile, run.extension));
  return Math.max(open, closed, await count());
};

const scanThroughRestart = async (run: Run, kind: string, canaries: readonly number[]): Promise<void> => {
  const left = await mostThroughRestart(run, async () => {
    const found = await canariesOnDisk(run.profile);
    return canaries.filter((number) => found.has(number)).length;
  });
  record(run, 'canaries-left', kind, left, 'count', canaries.length);
};

/**
 * Uses results of searches and erases behaviour alone. No word typed may ever lie on the disk; as there is nothing of
 * it to erase, the store's own keys are what is looked for before and after.
 */
const eraseBehaviour = async (run: Run): Promise<void> => {
  const numbers = Array.from({ length: SEARCHES }, (_, index) => TYPED_FROM + index);
  await useResults(run.page, numbers.map(canaryWord));
  const keys = await behaviourKeys(run.page);
  if (keys.queryKeys.length !== SEARCHES)
    throw new Error(`bench: ${keys.queryKeys.length} of ${SEARCHES} searches were kept`);
  const n = SEARCHES + 1;
  let typed = 0;
  const look = async (): Promise<number> => {
    const found = await behaviourOnDisk(run.profile, keys);
    typed = Math.max(typed, numbers.filter((number) => found.typed.has(number)).length);
    return found.keys;
  };
  record(run, 'canaries-seen-before', 'behaviour', await mostThroughRestart(run, look), 'count', n);
  await probe(run.page, 'before', CANARY_PREFIX);
  const before = new Map(await probedHashes(run.page, 'before'));
  await run.page.evaluate(() => window.vault.erase({ kind: 'behaviour' }));
  const { seconds, ok } = await completeEraseWhileSearching(run.page);
  if (!ok) throw new Error('bench: the erase of behaviour was refused');
  record(run, 'erase', 'behaviour', seconds, 's');
  record(run, 'canaries-left', 'behaviour', await mostThroughRestart(run, look), 'count', n);
  record(run, 'typed-words-on-disk', 'behaviour', typed, 'count', SEARCHES);
  await measureIntact(run, 'behaviour', before, new Set());
};

const eraseKind = async (run: Run, kind: EraseKind, canaries: readonly number[]): Promise<void> => {
  const { seqByCanary } = await probe(run.page, 'before', CANARY_PREFIX);
  const before = new Map(await probedHashes(run.page, 'before'));
  const seqs = canaries.flatMap((number) => seqByCanary[number] ?? []);
  if (seqs.length !== canaries.length)
    throw new Error(`bench: ${canaries.length - seqs.length} canaries were not stored`);
  await run.page.evaluate((scope) => window.vault.erase(scope), scopeOf(kind, seqs));
  const { seconds, latencies, ok } = await completeEraseWhileSearching(run.page);
  if (!ok) throw new Error(`bench: the erase of ${kind} was refused`);
  record(run, 'erase', kind, seconds, 's');
  const sorted = latencies.sort((a, b) => a - b);
  record(
    run,
    'latency-p95',
    `search during ${kind}`,
    sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    'ms',
    sorted.length,
  );
  await scanThroughRestart(run, kind, canaries);
  await measureIntact(run, kind, before, new Set(seqs));
};

const eraseAll = async (run: Run, canaries: readonly number[]): Promise<void> => {
  const seconds = await run.page.evaluate(async () => {
    const started = performance.now();
    const result = await window.vault.eraseEverything();
    if (!result.ok) throw new Error(result.error.message);
    return (performance.now() - started) / 1000;
  });
  record(run, 'erase', 'all', seconds, 's');
  await scanThroughRestart(run, 'all', canaries);
};

/** How the list of all memories scrolls, beside an empty page in the same browser. */
const measureScrolling = async (run: Run): Promise<void> => {
  const base = extensionBase(run.page);
  const open = async (path: string): Promise<Page> => {
    const page = await run.page.context().newPage();
    await page.setViewportSize({ width: 1_180, height: 800 });
    await page.goto(`${base}/${path}`);
    return page;
  };
  const empty = await open('manifest.json');
  await makeEmptyPage(empty, run.size * 68);
  const manager = await open('manager.html#/memories');
  await manager.locator('.memory-row:not(.pending)').first().waitFor();
  for (const [kind, speed] of Object.entries(SPEEDS)) {
    for (const [engine, page, selector] of [
      ['empty page', empty, '#empty'],
      ['recollect', manager, '.virtual'],
    ] as const) {
      const { fps, worst, work, longTasks, frames } = await measureScroll(page, selector, speed);
      record(run, 'fps', kind, fps, 'per s', frames, engine);
      record(run, 'frame-worst', kind, worst, 'ms', frames, engine);
      record(run, 'frame-work', kind, work, 'ms', frames, engine);
      record(run, 'long-tasks', kind, longTasks, 'count', frames, engine);
    }
  }
  await Promise.all([empty.close(), manager.close()]);
};

const measureSize = async (size: number, extension: string): Promise<BenchRecord[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-privacy-'));
  try {
    const profile = join(folder, 'profile');
    const planted = await plantArchive(join(folder, 'planted.zip'), size);
    const run: Run = { profile, extension, size, records: [], ...(await start(profile, extension)) };
    await run.page.evaluate(() => window.vault.changeSettings({ eraseDelaySeconds: 3_600 }));
    await watched(run, 'import', () => importArchive(run, planted.path));
    await watched(run, 'export', () => measureExport(run));
    await measureScrolling(run);
    // A control: the scan must see the canaries before the erase, or its zero afterwards would mean nothing.
    const all = Object.values(planted.canariesByKind).flat();
    await run.browser.close();
    const seen = await canariesOnDisk(profile);
    record(
      run,
      'canaries-seen-before',
      'all',
      all.filter((number) => seen.has(number)).length,
      'count',
      all.length,
    );
    Object.assign(run, await start(profile, extension));
    await eraseBehaviour(run);
    for (const kind of ERASE_KINDS) await eraseKind(run, kind, planted.canariesByKind[kind]);
    await eraseAll(run, all);
    await run.browser.close();
    return run.records;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Erase, export and import through the built extension's vault, with canaries looked for on the disk. */
export const run = async ({ sizes, quick }: BenchOptions): Promise<BenchRecord[]> => {
  const extension = await buildExtension();
  const records: BenchRecord[] = [];
  for (const size of sizes.length > 0 ? sizes : quick ? [1_000] : DEFAULT_SIZES) {
    records.push(...(await measureSize(size, resolve(extension))));
  }
  return records;
};
