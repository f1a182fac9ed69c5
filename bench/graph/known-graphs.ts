import { csrFromEdges, leiden, partitionQuality, splitDisconnected } from '../../core/graph/index.ts';
import type { WorkerBench } from '../harness/record.ts';
import { graphologyOf, runLouvain } from './louvain.ts';
import type { NamedGraph } from './read-data.ts';

const LOUVAIN = 'graphology-communities-louvain';

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Modularity over many seeds, ours, Louvain's and the file's own reference, and how many communities hold together. */
export const benchKnownGraph = (graph: NamedGraph, seeds: number, bench: WorkerBench): void => {
  const csr = csrFromEdges(
    graph.n,
    graph.edges.map((e) => e[0]),
    graph.edges.map((e) => e[1]),
    graph.edges.map((e) => e[2] ?? 1),
  );
  const report = (metric: string, engine: string, value: number, unit: string) =>
    bench.record({
      bench: 'graph',
      metric,
      engine,
      corpus: 'known-graphs',
      scope: 'graph',
      size: graph.n,
      kind: graph.name,
      value,
      unit,
      n: seeds,
    });
  const measure = (engine: string, run: (seed: number) => Uint32Array) => {
    const found: number[] = [];
    let communities = 0;
    let pieces = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const labels = run(seed);
      found.push(partitionQuality(csr, labels, 'modularity', 1));
      communities += new Set(labels).size;
      pieces += splitDisconnected(csr, labels.slice());
    }
    report('modularity', engine, median(found), 'median');
    report('modularity-best', engine, Math.max(...found), 'best');
    report('modularity-worst', engine, Math.min(...found), 'worst');
    report('connected', engine, communities / pieces, 'ratio');
  };
  measure('recollect', (seed) => leiden(csr, { seed }).communityOf);
  const peer = graphologyOf(csr);
  measure(LOUVAIN, (seed) => runLouvain(peer, seed, 1));
  if (graph.reference) {
    report('modularity', 'reference', graph.reference.median, 'median');
    report('modularity-best', 'reference', graph.reference.best, 'best');
  }
};
