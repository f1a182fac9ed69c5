import { type Csr, csrFromEdges } from '../leiden/network.ts';
import type { GraphResult } from '../types.ts';

export type FoldedNode = {
  /** Set for a single memory; a folded topic has none. */
  readonly seq?: number;
  /** Topic it belongs to or stands for. */
  readonly topic: number;
  /** Memories it stands for. */
  readonly size: number;
  /** When the last of them was said, ms since the epoch. */
  readonly createdAt: number;
  /** Sum of its edge weights, for choosing labels. */
  readonly importance: number;
};

export type FoldedGraph = { readonly nodes: readonly FoldedNode[]; readonly edges: Csr };

/**
 * The graph with at most about `limit` nodes: the best connected memories one by one, the others folded into one
 * node for their topic of the finest level that leaves room.
 */
export const foldGraph = (
  result: Pick<GraphResult, 'rows' | 'edges' | 'levels'>,
  limit = 2_000,
): FoldedGraph => {
  const { rows, edges, levels } = result;
  const size = rows.length;
  const strength = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    for (let e = edges.offsets[v]!; e < edges.offsets[v + 1]!; e++) strength[v]! += edges.weights[e]!;
  }
  const fits = levels.filter(({ topics }) => topics.length <= limit / 2);
  const level = fits.at(-1) ?? levels[0];
  const shown = new Uint8Array(size);
  const room = size <= limit ? size : Math.max(0, limit - (level?.topics.length ?? 0));
  const ranked = Array.from(strength.keys()).sort((a, b) => strength[b]! - strength[a]! || a - b);
  for (const row of ranked.slice(0, room)) shown[row] = 1;

  const nodes: { -readonly [Key in keyof FoldedNode]: FoldedNode[Key] }[] = [];
  const nodeOfTopic = new Map<number, number>();
  const nodeOf = new Uint32Array(size);
  rows.forEach(({ seq, createdAt }, row) => {
    const community = level?.communityOf[row] ?? 0;
    const topic = level?.topics[community]?.id ?? 0;
    if (shown[row]) {
      nodeOf[row] = nodes.push({ seq, topic, size: 1, createdAt, importance: strength[row]! }) - 1;
      return;
    }
    let node = nodeOfTopic.get(community);
    if (node === undefined) {
      node = nodes.push({ topic, size: 0, createdAt, importance: 0 }) - 1;
      nodeOfTopic.set(community, node);
    }
    const folded = nodes[node]!;
    folded.size++;
    folded.createdAt = Math.max(folded.createdAt, createdAt);
    folded.importance += strength[row]!;
    nodeOf[row] = node;
  });
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let v = 0; v < size; v++) {
    for (let e = edges.offsets[v]!; e < edges.offsets[v + 1]!; e++) {
      if (v > edges.targets[e]!) continue;
      from.push(nodeOf[v]!);
      to.push(nodeOf[edges.targets[e]!]!);
      weight.push(edges.weights[e]!);
    }
  }
  return { nodes, edges: csrFromEdges(nodes.length, from, to, weight) };
};
