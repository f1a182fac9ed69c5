import { adjustedRandIndex, normalisedMutualInformation } from '../../core/graph/agreement.ts';
import { GraphBuilder, type GraphResult, leiden } from '../../core/graph/index.ts';
import type { WorkerBench } from '../harness/record.ts';
import { documentsOf } from './documents.ts';
import { graphologyOf, runLouvain } from './louvain.ts';
import type { Talk } from './read-data.ts';

const SEEDS = [1, 2, 3, 4, 5];

export const buildGraph = async (
  documents: ReturnType<typeof documentsOf>,
  seed: number,
  signal = new AbortController().signal,
): Promise<GraphResult> => {
  const builder = new GraphBuilder();
  builder.add(documents);
  return builder.build({ seed, signal });
};

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Mean over every pair of labelings. */
const pairwise = (labelings: readonly ArrayLike<number>[]): number[] =>
  labelings.flatMap((a, i) => labelings.slice(i + 1).map((b) => adjustedRandIndex(a, b)));

/** How top-level communities agree with the subjects the data names, and two seeds with one another. */
export const benchSubjects = async (talks: readonly Talk[], bench: WorkerBench): Promise<void> => {
  for (const corpus of ['beam', 'locomo'] as const) {
    const chosen = talks.filter((talk) => talk.corpus === corpus);
    if (chosen.length < 2) continue;
    const truth = chosen.flatMap(({ subject, turns }) => turns.map(() => subject));
    const documents = documentsOf(chosen);
    const report = (engine: string, labelings: readonly Uint32Array[]) => {
      const row = { bench: 'graph', engine, corpus, scope: 'store', size: documents.length } as const;
      const nmi = labelings.map((labels) => normalisedMutualInformation(labels, truth));
      const ari = pairwise(labelings);
      bench.record({
        ...row,
        metric: 'nmi',
        kind: 'top-level',
        value: mean(nmi),
        unit: 'ratio',
        low: Math.min(...nmi),
        high: Math.max(...nmi),
        n: nmi.length,
      });
      bench.record({
        ...row,
        metric: 'ari',
        kind: 'between-seeds',
        value: mean(ari),
        unit: 'ratio',
        low: Math.min(...ari),
        high: Math.max(...ari),
        n: ari.length,
      });
      const topics = mean(labelings.map((labels) => new Set(labels).size));
      bench.record({ ...row, metric: 'topics', kind: 'top-level', value: topics, unit: 'count' });
    };
    const results: GraphResult[] = [];
    for (const seed of SEEDS) results.push(await buildGraph(documents, seed));
    const [first] = results;
    report(
      'recollect',
      results.map((result) => result.levels[0]!.communityOf),
    );
    const peer = graphologyOf(first!.edges);
    report(
      'graphology-communities-louvain',
      SEEDS.map((seed) => runLouvain(peer, seed, first!.resolution)),
    );
    bench.log(
      `${corpus}: ${chosen.length} subjects done, ${leiden(first!.edges).communities} at resolution 1`,
    );
  }
};
