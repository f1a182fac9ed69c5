import { detect } from '../../core/trust/index.ts';
import { VARIANTS } from '../../core/trust/testing/variants.ts';
import type { WorkerBench, WorkerEntry } from '../harness/record.ts';
import type { Family } from './families.ts';
import { throughGate } from './gate.ts';
import { flaggedShare, type JudgedFamily, judge } from './judged.ts';
import { echoEvidence, sybilsInTop } from './loops.ts';
import { poisonedStore } from './poisoned-store.ts';
import { published } from './published.ts';
import { mean, median, randomOf } from './random.ts';
import { researcherTexts } from './researcher.ts';
import { type Both, type FamilyRun, familyRun, honestRun, SHARES } from './runs.ts';

type Args = {
  readonly attacks: readonly Family[];
  readonly benign: readonly Family[];
  readonly runs: number;
  readonly stores: number;
};

const SEED = 20_260_101;
const VARIANT_SAMPLE = 60;
const ENGINES = ['recollect', 'reference'] as const;
/** The runs through the vault end here, counted from the beginning; `n` tells how many there were. */
const LONGEST_MS = 11 * 60_000;

type Put = (
  metric: string,
  kind: string,
  value: number,
  unit: string,
  more?: Partial<{
    engine: string;
    corpus: string;
    scope: string;
    size: number;
    n: number;
    low: number;
    high: number;
  }>,
) => void;

const putter =
  (bench: WorkerBench): Put =>
  (metric, kind, value, unit, more = {}) =>
    bench.record({
      bench: 'trust',
      metric,
      engine: 'recollect',
      corpus: kind,
      scope: 'agent',
      size: 50,
      kind,
      value,
      unit,
      ...more,
    });

const interval = (values: readonly number[]): { low: number; high: number } => {
  const centre = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / values.length);
  return { low: centre - 1.96 * spread, high: centre + 1.96 * spread };
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** What the detector says of each message by itself, and how long it takes. */
const measureDetector = (put: Put, attacks: readonly Family[], benign: readonly Family[]): void => {
  const times: number[] = [];
  const timed = ({ name, texts }: Family): JudgedFamily => ({
    name,
    items: texts.map((text) => {
      const started = performance.now();
      const detection = detect(text, { role: 'assistant' });
      times.push(performance.now() - started);
      return { text, detection };
    }),
  });
  const judgedAttacks = attacks.map(timed);
  const judgedBenign = benign.map(timed);
  const message = (n: number) => ({ scope: 'message', n });
  for (const { name, items } of judgedAttacks) {
    put('detector-recall', name, flaggedShare(items), 'ratio', message(items.length));
    const known = items
      .filter(({ detection, text }) => detection.flagged && /^[\x20-\x7e\s]+$/.test(text))
      .slice(0, VARIANT_SAMPLE);
    if (known.length === 0) continue;
    for (const variant of VARIANTS) {
      const kept = known.filter(({ text }) => detect(variant.apply(text)).flagged).length / known.length;
      put('recall-kept', name, kept, 'ratio', { corpus: variant.name, ...message(known.length) });
    }
  }
  const all = judgedBenign.flatMap(({ items }) => items);
  for (const { name, items } of [...judgedBenign, { name: 'all', items: all }])
    put('false-alarm', name, flaggedShare(items), 'ratio', message(items.length));
  times.sort((a, b) => a - b);
  for (const [metric, share] of [
    ['latency-p50', 0.5],
    ['latency-p95', 0.95],
    ['latency-max', 1],
  ] as const)
    put(metric, 'all', quantile(times, share), 'ms', message(times.length));
};

const putRuns = (put: Put, runsByFamily: ReadonlyMap<string, readonly FamilyRun[]>): void => {
  const gapMeans: Record<(typeof ENGINES)[number], number[]> = { recollect: [], reference: [] };
  let slowest = 0;
  for (const [name, runs] of runsByFamily) {
    const n = runs.length;
    for (const engine of ENGINES) {
      SHARES.forEach((share, index) => {
        const gaps = runs.map(({ gaps: all }) => (all[index] as Both)[engine]);
        gapMeans[engine].push(mean(gaps));
        put('trust-gap', name, mean(gaps), 'ratio', {
          engine,
          scope: `poison-${share * 100}`,
          n,
          ...interval(gaps),
        });
      });
      const drops = runs.map(({ drop }) => drop[engine]);
      put('sleeper-drop', name, mean(drops), 'ratio', { engine, n, ...interval(drops) });
    }
    const delays = runs.flatMap(({ toAlarm }) => toAlarm ?? []);
    slowest = Math.max(slowest, median(delays));
    put('memories-to-alarm', name, median(delays), 'memories', { n: delays.length });
  }
  for (const engine of ENGINES) {
    put('trust-gap', 'real', mean(gapMeans[engine]), 'ratio', { engine, corpus: 'all' });
    put('trust-gap', 'all', Math.min(...gapMeans[engine]), 'ratio', { engine, scope: 'worst' });
  }
  put('memories-to-alarm', 'all', slowest, 'memories', { scope: 'worst' });
};

const entry: WorkerEntry<Args> = async ({ attacks, benign, runs, stores }, bench) => {
  const random = randomOf(SEED);
  const put = putter(bench);
  const started = performance.now();
  const log = (text: string): void =>
    bench.log(`${Math.round((performance.now() - started) / 1_000)} s: ${text}`);
  bench.log(`seed ${SEED}, ${runs} runs`);
  measureDetector(put, attacks, benign);

  const ordinary = benign.flatMap(({ texts }) => texts);
  const researcher = { name: 'researcher', texts: researcherTexts(attacks, benign, 600, random) };
  const quoting = judge(researcher).items;
  put('false-alarm', 'researcher', flaggedShare(quoting), 'ratio', { scope: 'message', n: quoting.length });

  const deliveries: number[] = [];
  for (const attack of attacks) {
    const n = attack.texts.length;
    const { delivered, quarantined } = await throughGate(attack);
    deliveries.push(delivered);
    put('delivered-unconfirmed', attack.name, delivered, 'ratio', { scope: 'vault', n });
    put('quarantined', attack.name, quarantined, 'ratio', { scope: 'vault', n });
    const store: Awaited<ReturnType<typeof poisonedStore>>[] = [];
    for (let i = 0; i < stores; i++) store.push(await poisonedStore(attack, ordinary, random));
    const where = { scope: 'store', size: 1_000, n: stores };
    const share = (metric: string, engine: string, value: number) =>
      put(metric, attack.name, value, 'ratio', { engine, ...where });
    share('poison-in-top5', 'before', mean(store.map(({ before }) => before)));
    share('poison-in-top5', 'after', mean(store.map(({ after }) => after)));
    share('benign-cost', 'recollect', mean(store.map(({ cost }) => cost)));
    log(`gate and store, ${attack.name}`);
  }
  put('delivered-unconfirmed', 'all', Math.max(0, ...deliveries), 'ratio', { scope: 'vault' });

  put('echo-evidence', 'all', await echoEvidence(), 'memories', { n: 200 });
  put('sybils-in-top8', 'all', await sybilsInTop(), 'memories', { n: 100 });
  const { gap, drop } = published();
  for (const engine of ENGINES) {
    put('trust-gap', 'published', gap[engine], 'ratio', { engine });
    put('sleeper-drop', 'published', drop[engine], 'ratio', { engine });
  }

  const kinds = [...benign, { name: 'all', texts: ordinary }, researcher];
  const runsByFamily = new Map<string, FamilyRun[]>(attacks.map(({ name }) => [name, []]));
  const alarmedByKind = new Map(kinds.map(({ name }) => [name, 0]));
  let done = 0;
  while (done < runs && (done === 0 || performance.now() - started < LONGEST_MS)) {
    // Side by side, because a vault mostly waits for its storage; each with numbers of its own, so that a run can be repeated.
    const own = (index: number) => randomOf(SEED + 1_000 * (done + 1) + index);
    const [alarmed, ...runsOfFamilies] = await Promise.all([
      honestRun(kinds, own(0)),
      ...attacks.map((attack, index) => familyRun(attack, ordinary, own(index + 1))),
    ]);
    for (const [index, { name }] of attacks.entries()) runsByFamily.get(name)?.push(runsOfFamilies[index]!);
    for (const name of alarmed) alarmedByKind.set(name, (alarmedByKind.get(name) ?? 0) + 1);
    done++;
    if (done % 10 === 0 || done === runs) log(`run ${done} of ${runs}`);
  }
  putRuns(put, runsByFamily);
  for (const [name, alarmed] of alarmedByKind)
    put('honest-alarmed', name, alarmed / done, 'ratio', { n: done });
};

export default entry;
