import type { WorkerEntry } from '../harness/record.ts';
import { benchBuild, benchCancel } from './build-times.ts';
import { benchIncremental } from './incremental.ts';
import { benchKnownGraph } from './known-graphs.ts';
import type { GraphData } from './read-data.ts';
import { benchSubjects } from './subjects.ts';

export type GraphBenchArgs = { readonly sizes: readonly number[]; readonly seeds: number };

const run: WorkerEntry<GraphBenchArgs> = async ({ sizes, seeds }, bench) => {
  const response = await fetch('/files/data.json');
  const { talks, graphs } = (await response.json()) as GraphData;
  for (const graph of graphs) benchKnownGraph(graph, seeds, bench);
  bench.log(`${graphs.length} known graphs done`);
  if (talks.length === 0) return;
  await benchSubjects(talks, bench);
  await benchBuild(talks, sizes, bench);
  await benchIncremental(talks, Math.min(10_000, Math.max(...sizes)), bench);
  await benchCancel(talks, Math.min(10_000, Math.max(...sizes)), bench);
};

export default run;
