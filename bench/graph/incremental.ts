import { GraphBuilder, TopicIndex } from '../../core/graph/index.ts';
import type { WorkerBench } from '../harness/record.ts';
import { storeOf } from './documents.ts';
import type { Talk } from './read-data.ts';

const ADDED = 100;

/** Milliseconds that one new memory takes to get its edges and its topic, beside `size` others. */
export const benchIncremental = async (
  talks: readonly Talk[],
  size: number,
  bench: WorkerBench,
): Promise<void> => {
  const documents = storeOf(talks, size + ADDED + 1);
  const builder = new GraphBuilder();
  builder.add(documents.slice(0, size));
  const index = TopicIndex.restore(await builder.build({ signal: new AbortController().signal }));
  const times: number[] = [];
  let topped = 0;
  const [warmUp, ...arrivals] = documents.slice(size);
  // The first memory after a restart also opens the inverted index.
  const opening = performance.now();
  index.addMemory(warmUp!);
  const opened = performance.now() - opening;
  for (const document of arrivals) {
    const start = performance.now();
    const { edges } = index.addMemory(document);
    times.push(performance.now() - start);
    topped = Math.max(topped, edges.length);
  }
  times.sort((a, b) => a - b);
  const report = (kind: string, value: number, unit: string) =>
    bench.record({
      bench: 'graph',
      metric: 'incremental',
      engine: 'recollect',
      corpus: 'chats',
      scope: 'store',
      size,
      kind,
      value,
      unit,
      n: times.length,
    });
  report('first', opened, 'ms');
  report('p50', times[Math.floor(times.length * 0.5)]!, 'ms');
  report('p95', times[Math.floor(times.length * 0.95)]!, 'ms');
  report('edges-most', topped, 'edges');
};
