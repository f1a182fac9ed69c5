import { leiden, partitionQuality } from '../../core/graph/index.ts';
import type { WorkerBench } from '../harness/record.ts';
import { storeOf } from './documents.ts';
import { median } from './known-graphs.ts';
import { graphologyOf, runLouvain } from './louvain.ts';
import type { Talk } from './read-data.ts';
import { buildGraph } from './subjects.ts';

const LOUVAIN = 'graphology-communities-louvain';
/** Short builds are repeated, so that the first, not yet compiled one does not stand for all. */
const repeatsFor = (size: number): number => (size <= 5_000 ? 3 : 1);

/** Seconds from texts to named topics, and clustering alone beside Louvain on the same edges. */
export const benchBuild = async (
  talks: readonly Talk[],
  sizes: readonly number[],
  bench: WorkerBench,
): Promise<void> => {
  const secondsBySize = new Map<number, number>();
  for (const size of sizes) {
    const documents = storeOf(talks, size);
    const report = (metric: string, engine: string, kind: string, value: number, unit: string) =>
      bench.record({
        bench: 'graph',
        metric,
        engine,
        corpus: 'chats',
        scope: 'store',
        size,
        kind,
        value,
        unit,
      });

    const times: number[] = [];
    let result = await timed(() => buildGraph(documents, 1), times);
    report('build', 'recollect', 'first', times[0]!, 's');
    for (let i = 1; i < repeatsFor(size); i++) result = await timed(() => buildGraph(documents, 1), times);
    const seconds = median(times);
    secondsBySize.set(size, seconds);
    report('build', 'recollect', 'all', seconds, 's');
    const { edges } = result;
    let most = 0;
    for (let v = 0; v < size; v++) most = Math.max(most, edges.offsets[v + 1]! - edges.offsets[v]!);
    report('edges-per-memory', 'recollect', 'mean', edges.targets.length / 2 / size, 'edges');
    report('edges-per-memory', 'recollect', 'most', most, 'edges');
    bench.log(`${size} memories: ${seconds.toFixed(2)} s`);

    const clustering: number[] = [];
    const ours = await timed(() => leiden(edges, { starts: 1 }), clustering);
    report('cluster', 'recollect', 'resolution-1', clustering[0]!, 's');
    report('modularity', 'recollect', 'memories', ours.quality, 'ratio');
    const peer = graphologyOf(edges);
    const louvain = await timed(() => runLouvain(peer, 1, 1), clustering);
    report('cluster', LOUVAIN, 'resolution-1', clustering[1]!, 's');
    report('modularity', LOUVAIN, 'memories', partitionQuality(edges, louvain, 'modularity', 1), 'ratio');
  }
  const small = secondsBySize.get(10_000);
  const large = secondsBySize.get(100_000);
  if (small === undefined || large === undefined) return;
  bench.record({
    bench: 'graph',
    metric: 'growth',
    engine: 'recollect',
    corpus: 'chats',
    scope: 'store',
    size: 100_000,
    kind: '10000-to-100000',
    value: large / small,
    unit: 'ratio',
  });
};

const timed = async <T>(run: () => T | Promise<T>, seconds: number[]): Promise<T> => {
  const start = performance.now();
  const value = await run();
  seconds.push((performance.now() - start) / 1_000);
  return value;
};

/** Milliseconds from abort to the end of a build, at several moments of it; the worst counts. */
export const benchCancel = async (
  talks: readonly Talk[],
  size: number,
  bench: WorkerBench,
): Promise<void> => {
  const documents = storeOf(talks, size);
  const stopped: number[] = [];
  for (const afterMs of [20, 200, 500, 1_000, 2_000]) {
    const controller = new AbortController();
    let abortedAt = Number.NaN;
    const build = buildGraph(documents, 1, controller.signal);
    const timer = setTimeout(() => {
      abortedAt = performance.now();
      controller.abort();
    }, afterMs);
    try {
      await build;
      clearTimeout(timer);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      stopped.push(performance.now() - abortedAt);
    }
  }
  if (stopped.length === 0) return;
  bench.record({
    bench: 'graph',
    metric: 'cancel',
    engine: 'recollect',
    corpus: 'chats',
    scope: 'store',
    size,
    kind: 'worst',
    value: Math.max(...stopped),
    unit: 'ms',
    n: stopped.length,
  });
};
