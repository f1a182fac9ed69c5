import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { leiden } from './leiden.ts';
import { type Csr, csrFromEdges } from './network.ts';
import { partitionQuality, splitDisconnected } from './partition.ts';

type ReferenceGraph = {
  n: number;
  edges: [number, number, number?][];
  best_modularity: number;
  leiden_iter_until_stable: { median: number };
  cpm: Record<string, { quality: number }>;
};

const data = process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const referenceFile = `${data}/leiden/reference.json`;
const hasReference = existsSync(referenceFile);
if (!hasReference) console.warn(`SKIPPED: Leiden against reference graphs, ${referenceFile} is not there`);

const csrOf = (size: number, edges: readonly (readonly [number, number, number?])[]): Csr =>
  csrFromEdges(
    size,
    edges.map((e) => e[0]),
    edges.map((e) => e[1]),
    edges.map((e) => e[2] ?? 1),
  );

const isConnected = (graph: Csr, communityOf: Uint32Array, communities: number): boolean =>
  splitDisconnected(graph, communityOf.slice()) === communities;

const randomGraph = fc
  .integer({ min: 2, max: 40 })
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 9 })), { maxLength: 120 })
      .map((edges) => ({ size, edges: edges as [number, number, number][] })),
  );

describe('leiden', () => {
  it('finds two cliques joined by one edge', () => {
    const clique = (start: number): [number, number][] =>
      [0, 1, 2, 3].flatMap((a) =>
        [0, 1, 2, 3].filter((b) => b > a).map((b): [number, number] => [start + a, start + b]),
      );
    const { communityOf, communities } = leiden(csrOf(8, [...clique(0), ...clique(4), [3, 4]]));
    expect(communities).toBe(2);
    expect(new Set(communityOf.slice(0, 4)).size).toBe(1);
    expect(communityOf[0]).not.toBe(communityOf[7]);
  });

  it('leaves an empty graph empty and lonely nodes alone', () => {
    expect(leiden(csrOf(0, [])).communities).toBe(0);
    expect(leiden(csrOf(3, [])).communities).toBe(3);
  });

  it('makes only connected communities and never loses to single nodes', () => {
    fc.assert(
      fc.property(randomGraph, fc.nat(1000), fc.constantFrom('modularity', 'cpm'), (input, seed, quality) => {
        const graph = csrOf(input.size, input.edges);
        const result = leiden(graph, { seed, quality, resolution: 0.7, starts: 1 });
        expect(isConnected(graph, result.communityOf, result.communities)).toBe(true);
        const singles = Uint32Array.from({ length: input.size }, (_, v) => v);
        const floor = partitionQuality(graph, singles, quality, 0.7);
        expect(result.quality).toBeGreaterThanOrEqual(floor - 1e-9);
        expect(result.quality).toBeCloseTo(partitionQuality(graph, result.communityOf, quality, 0.7), 9);
      }),
    );
  });

  it('gives the same partition for the same seed', () => {
    fc.assert(
      fc.property(randomGraph, fc.nat(1000), (input, seed) => {
        const graph = csrOf(input.size, input.edges);
        expect(leiden(graph, { seed }).communityOf).toEqual(leiden(graph, { seed }).communityOf);
      }),
      { numRuns: 30 },
    );
  });

  it('stays connected when passes are cut short', () => {
    const random = seededRandom(5);
    const edges = Array.from({ length: 900 }, (): [number, number] => [
      Math.floor(random() * 300),
      Math.floor(random() * 300),
    ]);
    const graph = csrOf(300, edges);
    const result = leiden(graph, { maxLevels: 1, maxPasses: 1, starts: 1 });
    expect(isConnected(graph, result.communityOf, result.communities)).toBe(true);
  });

  it('starts from given labels', () => {
    const graph = csrOf(4, [
      [0, 1],
      [2, 3],
    ]);
    const result = leiden(graph, { initial: Uint32Array.of(0, 0, 1, 1) });
    expect(result.communities).toBe(2);
  });
});

describe.runIf(hasReference)('leiden on the reference graphs', () => {
  const reference: Record<string, ReferenceGraph> = hasReference
    ? JSON.parse(readFileSync(referenceFile, 'utf8'))
    : {};

  it.each(Object.entries(reference))(
    '%s: reaches the median and the best of leidenalg, all communities connected',
    { timeout: 120_000 },
    (_, entry) => {
      const graph = csrOf(entry.n, entry.edges);
      const found: number[] = [];
      for (let seed = 0; seed < 50; seed++) {
        const result = leiden(graph, { seed });
        expect(isConnected(graph, result.communityOf, result.communities)).toBe(true);
        found.push(result.quality);
      }
      found.sort((a, b) => a - b);
      expect((found[24]! + found[25]!) / 2).toBeGreaterThanOrEqual(
        entry.leiden_iter_until_stable.median - 0.001,
      );
      expect(found.at(-1)!).toBeGreaterThanOrEqual(entry.best_modularity - 1e-6);
    },
  );

  it.each(Object.entries(reference))(
    '%s: is never below Louvain on the same seeds',
    { timeout: 60_000 },
    (_, entry) => {
      const graph = csrOf(entry.n, entry.edges);
      const peer = new UndirectedGraph();
      for (let v = 0; v < entry.n; v++) peer.addNode(String(v));
      for (const [a, b, weight = 1] of entry.edges) peer.mergeEdge(String(a), String(b), { weight });
      for (let seed = 1; seed <= 8; seed++) {
        const labels = louvain(peer, { rng: seededRandom(seed), getEdgeWeight: 'weight' });
        const theirs = Array.from({ length: entry.n }, (_, v) => labels[String(v)]!);
        expect(leiden(graph, { seed }).quality).toBeGreaterThanOrEqual(
          partitionQuality(graph, theirs, 'modularity', 1) - 1e-9,
        );
      }
    },
  );

  it.each(Object.entries(reference))(
    '%s: reaches the CPM quality of leidenalg',
    { timeout: 60_000 },
    (_, entry) => {
      const graph = csrOf(entry.n, entry.edges);
      for (const [resolution, expected] of Object.entries(entry.cpm)) {
        const best = Math.max(
          ...[1, 2, 3, 4, 5, 6].map(
            (seed) => leiden(graph, { seed, quality: 'cpm', resolution: Number(resolution) }).quality,
          ),
        );
        expect(best).toBeGreaterThanOrEqual(expected.quality * 0.995);
      }
    },
  );
});
