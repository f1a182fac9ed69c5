import type { OnProgress } from '../model/progress.ts';
import { chooseEdges, MAX_EDGES } from './edges/choose-edges.ts';
import { nearestNeighbours } from './edges/neighbours.ts';
import { turnChain } from './edges/turn-chain.ts';
import { partitionQuality } from './leiden/partition.ts';
import { runInBreaths, type Steps } from './steps.ts';
import { compactTerms } from './terms/compact-terms.ts';
import { contextVectors } from './terms/context-vectors.ts';
import { type PackedCounts, TermCounter } from './terms/term-counter.ts';
import { termVectors } from './terms/term-vectors.ts';
import { describeTopics } from './topics/describe-topics.ts';
import { findLevels } from './topics/find-levels.ts';
import type { GraphCheckpoint, GraphDocument, GraphResult, GraphRow, TopicState } from './types.ts';

export type BuildOptions = {
  /** Same documents and seed give the same graph. Default 1. */
  readonly seed?: number;
  /** Of the top level; higher gives more, smaller subjects. Default: chosen by the number of subjects. */
  readonly resolution?: number;
  /** Aborting stops the work within about 50 ms. */
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Called when a stage is complete with what {@link GraphBuilder.resume} can go on from. */
  readonly onCheckpoint?: (checkpoint: GraphCheckpoint) => void;
  /** Topics of the run before, so that identities and the person's edits stay. */
  readonly previous?: TopicState;
};

/** Builds the graph of a collection from texts handed over in batches. The texts are not kept. */
export class GraphBuilder {
  readonly #counter = new TermCounter();
  readonly #rows: GraphRow[] = [];
  readonly #counts: PackedCounts[] = [];
  #checkpoint: GraphCheckpoint | undefined;

  /** Goes on from a stage that was complete; documents can no longer be added. */
  static resume(checkpoint: GraphCheckpoint): GraphBuilder {
    const builder = new GraphBuilder();
    builder.#checkpoint = checkpoint;
    return builder;
  }

  get size(): number {
    return this.#checkpoint?.rows.length ?? this.#rows.length;
  }

  /** Takes documents in; quarantined ones are left out. Synchronous: hand over batches of a few hundred. */
  add(documents: readonly GraphDocument[]): void {
    if (this.#checkpoint)
      throw new Error('graph: documents were added to a builder that resumes a checkpoint');
    for (const { text, label, ...row } of documents) {
      if (label === 'quarantined') continue;
      this.#rows.push(row);
      this.#counts.push(this.#counter.add(text));
    }
  }

  /**
   * Finds terms, edges and topics of what was added. Gives the event loop a turn every 40 ms.
   * @throws the signal's reason when aborted.
   */
  build(options: BuildOptions): Promise<GraphResult> {
    return runInBreaths(this.#steps(options), options.signal, options.onProgress);
  }

  *#steps(options: BuildOptions): Steps<GraphResult> {
    const { seed = 1, resolution: wanted, onCheckpoint, previous } = options;
    const base = this.#checkpoint ?? (yield* this.#terms());
    if (!this.#checkpoint) onCheckpoint?.(base);
    this.#checkpoint = base;

    let edges = base.edges;
    if (!edges) {
      const chain = turnChain(base.rows);
      const context = yield* contextVectors(base.terms, chain);
      const neighbours = yield* nearestNeighbours(context, MAX_EDGES);
      edges = yield* chooseEdges(neighbours, chain);
      this.#checkpoint = { ...base, edges };
      onCheckpoint?.(this.#checkpoint);
    }
    yield { stage: 'clustering', done: 0, total: base.rows.length };
    const { resolution, levels: found } = yield* findLevels(edges, seed, wanted);
    const modularity = partitionQuality(edges, found[0]!, 'modularity', 1);
    yield { stage: 'naming', done: 0, total: found.length };
    const { levels, state } = describeTopics(base, found, previous);
    return { ...base, edges, levels, resolution, modularity, state };
  }

  *#terms(): Steps<GraphCheckpoint> {
    const vectors = yield* termVectors(this.#counter, this.#counts);
    this.#counts.length = 0;
    return { rows: this.#rows, ...compactTerms(this.#counter, vectors) };
  }
}
