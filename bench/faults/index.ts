import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildExtension } from '../browser/build-extension.ts';
import { chromiumPath } from '../harness/chromium.ts';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { randomOf } from '../trust/random.ts';
import { closeTabs, killBrowsers, killServiceWorkers } from './capture.ts';
import { type CrashBench, killDuring } from './crash.ts';
import { prepareActs } from './crash-acts.ts';
import { measureDamage } from './damage.ts';
import { type DayFigures, liveThroughDay } from './day-long.ts';
import { forge } from './forged.ts';
import { type Kept, LiveChats } from './live-chats.ts';
import { hostileLines, showMarkup } from './markup.ts';
import { makeTwoVersions } from './next-schema.ts';
import { fillDisk } from './quota.ts';
import { measureNewerSchema } from './schema.ts';

const SIZE = 5_000;
const QUICK_SIZE = 2_500;
/** Share of the kills for each act: erase, import, migration. */
const KILLS = { long: [34, 33, 33], quick: [3, 3, 3] } as const;
const SEED = 20_261_125;

/** The parts; what `--kinds` names is measured, and everything when it names nothing. */
const LIVE_KINDS = ['xss', 'service-worker', 'tabs', 'forged', 'quota', 'process', 'day-long'] as const;
const STORAGE_KINDS = ['damage', 'schema', 'crash'] as const;
type Kind = (typeof LIVE_KINDS)[number] | (typeof STORAGE_KINDS)[number];

type Recorder = (metric: string, kind: string, scope: string, value: number, unit: string, n: number) => void;

const wanted = ({ kinds }: BenchOptions, ...any: Kind[]): boolean =>
  kinds.length === 0 || any.some((kind) => kinds.includes(kind));

/** @throws Error naming a kind that there is not. */
const checkKinds = ({ kinds }: BenchOptions): void => {
  const known: string[] = [...LIVE_KINDS, ...STORAGE_KINDS];
  const unknown = kinds.find((kind) => !known.includes(kind));
  if (unknown !== undefined)
    throw new Error(`bench faults: no kind ${unknown}; there are ${known.join(', ')}`);
};

/** Runs one part; a failure of it is told and leaves the figures of the others. */
const attempt = async (name: string, part: () => Promise<void>): Promise<void> => {
  const started = performance.now();
  try {
    await part();
    process.stderr.write(
      `bench faults: ${name} took ${Math.round((performance.now() - started) / 1000)} s\n`,
    );
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`bench faults: ${name} was not measured: ${String(error)}\n`);
  }
};

/** {@link attempt} for the kinds that are wanted. */
const chosen =
  (options: BenchOptions) =>
  async (kind: Kind, name: string, part: () => Promise<void>): Promise<void> => {
    if (wanted(options, kind)) await attempt(name, part);
  };

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-faults-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const measureStorage = async (options: BenchOptions, extension: string, record: Recorder): Promise<void> => {
  const size = options.sizes[0] ?? (options.quick ? QUICK_SIZE : SIZE);
  const folder = await mkdtemp(join(tmpdir(), 'recollect-faults-'));
  try {
    const versions = await makeTwoVersions(extension, join(folder, 'extension'));
    const executable = chromiumPath();
    const bench: CrashBench = { folder, versions, executable, random: randomOf(SEED) };
    const acts = await prepareActs(bench, size);
    const filled = acts.find(({ name }) => name === 'migration')?.base ?? '';
    const measure = chosen(options);
    await measure('damage', 'damage', () =>
      measureDamage({ folder, extension: versions.folder, executable }, filled, (figures) => {
        if (figures.files === 0) return;
        record('noticed', 'damage', figures.kind, figures.noticed ? 1 : 0, 'ratio', figures.files);
        record('restored', 'damage', figures.kind, figures.restored, 'ratio', size);
      }),
    );
    await measure('schema', 'newer schema', async () => {
      const { noticed, untouched } = await measureNewerSchema(bench, filled);
      record('noticed', 'schema', 'newer than this version', noticed ? 1 : 0, 'ratio', 1);
      record('torn', 'schema', 'newer than this version', untouched ? 0 : 1, 'count', 1);
    });
    for (const [index, act] of acts.entries()) {
      const kills = KILLS[options.quick ? 'quick' : 'long'][index] ?? 0;
      await measure('crash', `${kills} kills, ${act.name}`, async () => {
        const figures = await killDuring(bench, act, kills);
        record('torn', 'crash', act.name, figures.torn, 'count', figures.kills);
        record('opened-before', 'crash', act.name, figures.before, 'count', figures.kills);
        record('opened-after', 'crash', act.name, figures.after, 'count', figures.kills);
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

type KeptRecorder = (kind: string, scope: string, kept: Kept) => void;

const recordDay = (record: Recorder, recordKept: KeptRecorder, day: DayFigures): void => {
  const { searches, hours } = day;
  const kind = 'day-long';
  recordKept(kind, `${hours.length} hours, service worker stopped ${day.stops} times`, day.kept);
  record('came-back', kind, 'erased, its page opened again', day.cameBack, 'count', day.erased);
  record('long-tasks', kind, 'popup, manager', day.longTasks, 'count', searches.length);
  record('longest-task', kind, 'popup, manager', day.longest, 'ms', searches.length);
  const p95 = searches[Math.floor(searches.length * 0.95)] ?? 0;
  record('latency-p95', kind, 'search by a page', p95, 'ms', searches.length);
  for (const [hour, { bytes, memories }] of hours.entries())
    record('heap', kind, `vault after hour ${hour + 1}`, bytes / 1e6, 'MB', memories);
  record('cpu', kind, 'a minute without use', day.idle, 's', 1);
};

/** Faults while chats are being captured, and what other pages try. */
const measureLive = async (options: BenchOptions, extension: string, record: Recorder): Promise<void> => {
  const chats = await LiveChats.start({ extension, executable: chromiumPath() });
  const recordKept: KeptRecorder = (kind, scope, { lost, doubled, turns }) => {
    record('lost', kind, scope, lost, 'count', turns);
    record('doubled', kind, scope, doubled, 'count', turns);
  };
  const { quick } = options;
  const measure = chosen(options);
  const stops = quick ? 5 : 50;
  const kills = quick ? 2 : 10;
  try {
    await measure('xss', 'markup', async () => {
      const { lines } = hostileLines();
      const { happened, turns, back } = await showMarkup(chats.browser.page, lines);
      for (const line of happened.slice(0, 5)) process.stderr.write(`bench: ${line}\n`);
      record('executed', 'xss', 'list, detail, popup, import', happened.length, 'count', lines.length);
      record('lost', 'xss', 'export and import', turns - back, 'count', turns);
      await chats.browser.page.evaluate(async () => void (await window.vault.eraseEverything()));
    });
    await measure('service-worker', 'service worker', async () =>
      recordKept('service-worker', `stopped ${stops} times`, await killServiceWorkers(chats, stops)),
    );
    await measure('tabs', 'tabs', async () =>
      recordKept('tabs', 'four at once, closed', await closeTabs(chats, quick ? 2 : 6)),
    );
    await measure('forged', 'forged messages', async () => {
      const { attempts, accepted } = await forge(chats);
      if (accepted.length > 0) process.stderr.write(`bench: accepted: ${accepted.join(', ')}\n`);
      record('accepted', 'forged', 'content script, page', accepted.length, 'count', attempts);
    });
    await measure('quota', 'quota', () =>
      withFolder(async (folder) => {
        const { kept, told, acts, torn } = await fillDisk(chats, folder, QUICK_SIZE);
        recordKept('quota', 'said while the disk was full', kept);
        record('noticed', 'quota', 'import, erase, capture', told / acts, 'ratio', acts);
        record('torn', 'quota', 'import, erase', torn, 'count', 2);
      }),
    );
    await measure('process', 'browser', async () =>
      recordKept('process', `killed ${kills} times`, await killBrowsers(chats, kills)),
    );
    await measure('day-long', 'day', () =>
      withFolder(async (folder) => {
        const size = options.sizes[0] ?? (quick ? QUICK_SIZE : SIZE);
        recordDay(record, recordKept, await liveThroughDay(chats, folder, size, quick ? 3 : 24));
      }),
    );
  } finally {
    const { requests, leaving } = await chats.end();
    for (const line of leaving) process.stderr.write(`bench: leaving: ${line}\n`);
    record('requests', 'network', 'leaving the machine', leaving.length, 'count', requests);
  }
};

/** Kills, damages, lies to and floods the built extension: what is torn, noticed, restored, lost, doubled, accepted. */
export const run = async (options: BenchOptions): Promise<BenchRecord[]> => {
  checkKinds(options);
  const extension = await buildExtension();
  const records: BenchRecord[] = [];
  const size = options.sizes[0] ?? (options.quick ? QUICK_SIZE : SIZE);
  const record: Recorder = (metric, kind, scope, value, unit, n) => {
    const row = { bench: 'faults', engine: 'recollect', corpus: 'generated', size };
    records.push({ ...row, metric, kind, scope, value, unit, n });
    process.stderr.write(`bench faults: ${kind}, ${scope}: ${metric} ${value} (${n})\n`);
  };
  if (wanted(options, ...LIVE_KINDS))
    await attempt('live chats', () => measureLive(options, extension, record));
  if (wanted(options, ...STORAGE_KINDS))
    await attempt('storage', () => measureStorage(options, extension, record));
  return records;
};
