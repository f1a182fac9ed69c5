import { SearchIndex } from '../../core/search/index.ts';
import type { WorkerBench } from '../harness/record.ts';
import type { TestConversation } from './corpus.ts';
import type { Engine, EngineFactory } from './engine.ts';
import { largeStore, seededRandom, shuffled } from './large-store.ts';
import { NOW, recollectEngine } from './recollect-engine.ts';

const WARM_UP = 20;
const LIMIT = 20;
const MB = 2 ** 20;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const timeQueries = async (engine: Engine, queries: readonly string[]): Promise<number[]> => {
  for (const query of queries.slice(0, WARM_UP)) await engine.search(query, LIMIT);
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await engine.search(query, LIMIT);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
};

type Sink = (metric: string, value: number, unit: string, n?: number) => void;

const measureOurs = (index: SearchIndex, query: string, sink: Sink): void => {
  const writes = Array.from({ length: 20 }, (_, at) => {
    const word = `zyzzyva${at}x`;
    const started = performance.now();
    index.update([
      {
        seq: 4_000_000 + at,
        conversation: 4_000_000,
        order: at,
        role: 'user',
        site: 'chatgpt',
        createdAt: NOW,
        title: '',
        text: `A ${word} was seen.`,
      },
    ]);
    const { hits } = index.search(word, { now: NOW, limit: 1 });
    if (hits[0]?.seq !== 4_000_000 + at) throw new Error('bench search: a write was not searchable');
    return performance.now() - started;
  }).sort((a, b) => a - b);
  sink('write-visible', percentile(writes, 0.5), 'ms', writes.length);
  index.remove(Array.from({ length: 20 }, (_, at) => 4_000_000 + at));
  const stored = index.exportSegments().map(({ name, bytes }) => ({ name, bytes: bytes.slice() }));
  const starts = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const { index: loaded, missing } = SearchIndex.load(stored);
    loaded.search(query, { now: NOW, limit: LIMIT });
    if (missing.length > 0) throw new Error('bench search: a saved index did not load whole');
    return performance.now() - started;
  }).sort((a, b) => a - b);
  sink('cold-start', percentile(starts, 0.5), 'ms', starts.length);
};

/** Measures one engine at one size: build, heap, disk, latency; for ours also write, cold start. Gives the p50 back. */
export const measureSpeed = async (
  factory: EngineFactory,
  conversations: readonly TestConversation[],
  size: number,
  queryCount: number,
  bench: WorkerBench,
): Promise<number> => {
  const questions = conversations.flatMap(({ questions: list }) => list.map(({ text }) => text));
  const queries = shuffled(questions, seededRandom(3)).slice(0, queryCount);
  const sink: Sink = (metric, value, unit, n) =>
    bench.record({
      bench: 'search',
      metric,
      engine: factory.name,
      corpus: 'mixed',
      scope: 'store',
      size,
      kind: 'all',
      value,
      unit,
      ...(n === undefined ? {} : { n }),
    });
  // The browser answers a memory measurement about once a minute, so that of the peers is left out.
  const isOurs = factory.name === 'recollect';
  const before = isOurs ? await bench.memory() : 0;
  const ours = isOurs ? recollectEngine() : undefined;
  const engine = ours ?? (await factory.create());
  let building = 0;
  for (const batch of largeStore(conversations, size)) {
    const started = performance.now();
    await engine.add(batch);
    building += performance.now() - started;
  }
  sink('build', building / 1_000, 's');
  sink('index-rate', size / (building / 1_000), 'per s');
  if (isOurs) sink('heap', ((await bench.memory()) - before) / MB, 'MB');
  const times = await timeQueries(engine, queries);
  for (const [name, share] of [
    ['latency-p50', 0.5],
    ['latency-p95', 0.95],
    ['latency-p99', 0.99],
  ] as const) {
    sink(name, percentile(times, share), 'ms', times.length);
  }
  if (engine.diskBytes) sink('disk', (await engine.diskBytes()) / size, 'bytes per memory');
  if (ours) measureOurs(ours.index, queries[0] ?? '', sink);
  engine.close?.();
  return percentile(times, 0.5);
};
