import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Csr } from '../../core/graph/index.ts';
import { seededRandom } from '../../core/graph/random.ts';

/** The same graph for the peer. */
export const graphologyOf = (graph: Csr): UndirectedGraph => {
  const peer = new UndirectedGraph();
  const size = graph.offsets.length - 1;
  for (let v = 0; v < size; v++) peer.addNode(String(v));
  for (let v = 0; v < size; v++) {
    for (let e = graph.offsets[v]!; e < graph.offsets[v + 1]!; e++) {
      const u = graph.targets[e]!;
      if (v < u) peer.addEdge(String(v), String(u), { weight: graph.weights[e]! });
    }
  }
  return peer;
};

/** One run of graphology-communities-louvain. */
export const runLouvain = (peer: UndirectedGraph, seed: number, resolution: number): Uint32Array => {
  const communities = louvain(peer, { resolution, rng: seededRandom(seed), getEdgeWeight: 'weight' });
  return Uint32Array.from({ length: peer.order }, (_, v) => communities[String(v)]!);
};
