import { describe, expect, it } from 'vitest';
import { type LeidenOptions, leiden } from './leiden.ts';
import { type Csr, csrFromEdges } from './network.ts';
import { partitionQuality } from './partition.ts';

type Edge = readonly [from: number, to: number, weight?: number];

const graphOf = (size: number, edges: readonly Edge[]): Csr =>
  csrFromEdges(
    size,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
    edges.map(([, , weight = 1]) => weight),
  );

const clique = (start: number, size: number): Edge[] =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: size - a - 1 }, (_, b): Edge => [start + a, start + a + b + 1]),
  ).flat();

/** `count` cliques of `size`, each joined to the next by one edge, the last to the first. */
const ringOfCliques = (count: number, size: number): Csr =>
  graphOf(
    count * size,
    Array.from({ length: count }, (_, c): Edge[] => [
      ...clique(c * size, size),
      [c * size, (((c + 1) % count) * size + 1) % (count * size)],
    ]).flat(),
  );

/** Communities as sorted lists of nodes, so that labels do not matter. */
const groups = (graph: Csr, options?: LeidenOptions): number[][] => {
  const { communityOf } = leiden(graph, options);
  return [...Map.groupBy(communityOf.keys(), (v) => communityOf[v]!).values()].sort((a, b) => a[0]! - b[0]!);
};

const consecutive = (count: number, size: number): number[][] =>
  Array.from({ length: count }, (_, c) => Array.from({ length: size }, (_, i) => c * size + i));

describe('leiden on graphs with known answers', () => {
  it('parts two triangles joined by an edge, whose modularity is 5/14', () => {
    const graph = graphOf(6, [...clique(0, 3), ...clique(3, 3), [2, 3]]);
    expect(groups(graph)).toEqual(consecutive(2, 3));
    expect(leiden(graph).quality).toBeCloseTo(5 / 14, 12);
  });

  it('follows weights where they say something else than the number of edges', () => {
    const square: Edge[] = [
      [0, 1, 9],
      [1, 2, 1],
      [2, 3, 9],
      [3, 0, 1],
    ];
    expect(groups(graphOf(4, square))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const turned = square.map(([from, to, weight = 1]): Edge => [from, to, 10 - weight]);
    expect(groups(graphOf(4, turned))).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it('never joins what no edge joins', () => {
    const graph = graphOf(9, [...clique(0, 4), ...clique(4, 4)]);
    expect(groups(graph, { resolution: 0.01 })).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
  });

  it('leaves self-loops out and sums parallel edges', () => {
    const plain = graphOf(4, [
      [0, 1, 2],
      [2, 3, 2],
      [1, 2, 1],
    ]);
    const noisy = graphOf(4, [
      [0, 0, 50],
      [0, 1],
      [1, 0],
      [2, 3, 2],
      [1, 2],
      [3, 3],
    ]);
    expect(noisy).toEqual(plain);
    expect(groups(noisy)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('copes with nothing, one node, and edges of no weight', () => {
    expect(leiden(graphOf(0, []))).toMatchObject({ communities: 0, quality: 0 });
    expect(leiden(graphOf(1, []))).toMatchObject({ communities: 1, quality: 0 });
    expect(leiden(graphOf(1, [[0, 0]])).communities).toBe(1);
    expect(leiden(graphOf(2, [[0, 1, 0]])).quality).toBe(0);
  });

  it('keeps the cliques of a small ring whole', () => {
    expect(groups(ringOfCliques(8, 5))).toEqual(consecutive(8, 5));
  });

  it('shows the resolution limit of modularity on a long ring, which CPM does not have', () => {
    // Fortunato & Barthélemy 2007: beyond about √(2m) cliques, modularity is higher for pairs of them.
    const graph = ringOfCliques(30, 5);
    const single = Uint32Array.from({ length: 150 }, (_, v) => Math.floor(v / 5));
    const byModularity = leiden(graph);
    expect(byModularity.communities).toBeLessThan(30);
    expect(byModularity.quality).toBeGreaterThan(partitionQuality(graph, single, 'modularity', 1));
    for (let seed = 1; seed <= 5; seed++) {
      expect(groups(graph, { quality: 'cpm', resolution: 0.5, seed })).toEqual(consecutive(30, 5));
    }
  });

  it('gives communities denser than the resolution, and sparser between them, under CPM', () => {
    // Traag, Van Dooren, Nesterov 2011: the meaning of γ.
    const graph = graphOf(12, [...clique(0, 6), ...clique(6, 6), [0, 6], [1, 7], [2, 8]]);
    expect(groups(graph, { quality: 'cpm', resolution: 0.2 })).toEqual(consecutive(2, 6));
    expect(groups(graph, { quality: 'cpm', resolution: 0.01 })).toHaveLength(1);
    expect(groups(graph, { quality: 'cpm', resolution: 1.5 })).toHaveLength(12);
  });
});
