export { type Digest, type DigestOptions, type DigestSource, digest, digestSteps } from './digest/digest.ts';
export { type BuildOptions, GraphBuilder } from './graph-builder.ts';
export { type AddedEdge, type Related, TopicIndex } from './incremental/topic-index.ts';
export { type FoldedGraph, type FoldedNode, foldGraph } from './layout/fold-graph.ts';
export { type LeidenOptions, type LeidenResult, leiden } from './leiden/leiden.ts';
export { type Csr, csrFromEdges, type Quality } from './leiden/network.ts';
export { partitionQuality, splitDisconnected } from './leiden/partition.ts';
export { runInBreaths, type Steps } from './steps.ts';
export type {
  GraphCheckpoint,
  GraphDocument,
  GraphLevel,
  GraphResult,
  GraphRow,
  Topic,
  TopicEdits,
  TopicState,
} from './types.ts';
