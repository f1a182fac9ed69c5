import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import { seededRandom } from '../random.ts';
import type { Steps } from '../steps.ts';
import type { FoldedGraph } from './fold-graph.ts';

export type LayoutOptions = {
  readonly seed?: number;
  /** Rounds of ForceAtlas2. Default 200. */
  readonly iterations?: number;
  /** Positions to go on from, in the order of the nodes; NaN for a node without one, which starts beside others. */
  readonly previous?: Float32Array;
};

/** Rounds between two chances to yield, for about 2,000 nodes some 20 ms. */
const ROUNDS = 2;
/** Start width, in the units of the layout. */
const SPREAD = 1_000;

/** Radius a node is drawn with; its area grows with what it stands for. */
const radiusOf = (size: number): number => 2 + 2 * Math.sqrt(size);

/** Where a node was, else the middle of its neighbours that were somewhere. */
const placeBefore = (
  { edges }: FoldedGraph,
  previous: Float32Array,
  v: number,
): { readonly x: number; readonly y: number } | undefined => {
  const at = (node: number) => ({ x: previous[2 * node]!, y: previous[2 * node + 1]! });
  if (!Number.isNaN(previous[2 * v])) return at(v);
  const known = Array.from(edges.targets.subarray(edges.offsets[v]!, edges.offsets[v + 1]!), at).filter(
    ({ x }) => !Number.isNaN(x),
  );
  if (known.length === 0) return undefined;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(known.map(({ x }) => x)), y: mean(known.map(({ y }) => y)) };
};

/**
 * Positions x0, y0, x1, y1, … of a folded graph's nodes: ForceAtlas2 (Jacomy et al. 2014) in slices, then no
 * overlaps. The same input and seed give the same picture.
 */
export function* layoutSteps(folded: FoldedGraph, options: LayoutOptions = {}): Steps<Float32Array> {
  const { seed = 1, iterations = 200, previous } = options;
  const random = seededRandom(seed);
  const graph = new UndirectedGraph();
  folded.nodes.forEach(({ size }, v) => {
    const start = { x: (random() - 0.5) * SPREAD, y: (random() - 0.5) * SPREAD };
    const before = previous && placeBefore(folded, previous, v);
    graph.addNode(String(v), { ...start, ...before, size: radiusOf(size) });
  });
  const { offsets, targets, weights } = folded.edges;
  for (let v = 0; v < folded.nodes.length; v++) {
    for (let e = offsets[v]!; e < offsets[v + 1]!; e++) {
      if (v < targets[e]!) graph.addEdge(String(v), String(targets[e]), { weight: weights[e] });
    }
  }
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 500 };
  for (let done = 0; done < iterations && graph.order > 1; done += ROUNDS) {
    forceAtlas2.assign(graph, { iterations: ROUNDS, settings });
    yield { stage: 'arranging', done, total: iterations };
  }
  if (graph.order > 1) noverlap.assign(graph, { maxIterations: 50, settings: { ratio: 1, margin: 1 } });
  const positions = new Float32Array(2 * graph.order);
  graph.forEachNode((node, { x, y }) => {
    positions[2 * Number(node)] = x;
    positions[2 * Number(node) + 1] = y;
  });
  return positions;
}
