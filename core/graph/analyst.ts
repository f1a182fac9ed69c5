import type { OnProgress } from '../model/progress.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Digest, type DigestSource, digestSteps } from './digest/digest.ts';
import { GraphBuilder } from './graph-builder.ts';
import { type Related, TopicIndex } from './incremental/topic-index.ts';
import { type FoldedNode, foldGraph } from './layout/fold-graph.ts';
import { type LayoutOptions, layoutSteps } from './layout/layout-graph.ts';
import { PictureKeeper } from './layout/picture-keeper.ts';
import type { Csr } from './leiden/network.ts';
import { runInBreaths } from './steps.ts';
import type {
  GraphCheckpoint,
  GraphDocument,
  GraphLevel,
  GraphResult,
  TopicEdits,
  TopicState,
} from './types.ts';

export type AnalystBuildOptions = {
  readonly seed?: number;
  readonly resolution?: number;
  readonly previous?: TopicState;
  /** Name under which {@link Analyst.holds} answers for the result. */
  readonly run?: string;
};

export type DrawnGraph = {
  readonly nodes: readonly FoldedNode[];
  readonly edges: Csr;
  /** x0, y0, x1, y1, … of `nodes`. */
  readonly positions: Float32Array;
};

/** Share of nodes drawn before from which a picture goes on from the last one, and rounds it then takes. */
const MOSTLY_KNOWN = 0.5;
const SETTLING_ROUNDS = 30;

const NEVER = new AbortController().signal;

const NO_GRAPH = fail(
  'graph/none',
  'There is no topic map yet. Build it once; your memories are not affected.',
);

/**
 * The graph as one service: keeps a builder while documents come in, and the topics of the last run. Everything it
 * takes and gives is plain data, everything it knows can be read with {@link snapshot} and given back with
 * {@link open}; when it is killed, nothing is lost but the stage in progress.
 */
export class Analyst {
  #builder = new GraphBuilder();
  #topics: TopicIndex | undefined;
  #run: string | undefined;
  readonly #pictures = new PictureKeeper();
  /** The full run under way; pictures and digests have their own, so that they never stand in for it. */
  #building: AbortController | undefined;

  /** Starts a full run over; from a checkpoint where one is given, and then no documents are needed. */
  begin(checkpoint?: GraphCheckpoint): void {
    this.cancel();
    this.#builder = checkpoint ? GraphBuilder.resume(checkpoint) : new GraphBuilder();
  }

  /** Takes one batch of documents (a few hundred); returns how many there are. */
  add(documents: readonly GraphDocument[]): number {
    this.#builder.add(documents);
    return this.#builder.size;
  }

  /** Runs to the end or until {@link cancel}; the result is also what the other calls then answer from. */
  async build(
    options: AnalystBuildOptions = {},
    onProgress?: OnProgress,
    onCheckpoint?: (checkpoint: GraphCheckpoint) => void,
  ): Promise<Result<GraphResult>> {
    const builder = this.#builder;
    const controller = new AbortController();
    this.#building = controller;
    const { signal } = controller;
    const result = await cancellable(signal, () =>
      builder.build({
        ...options,
        signal,
        ...(onProgress ? { onProgress } : {}),
        ...(onCheckpoint ? { onCheckpoint } : {}),
      }),
    );
    if (this.#building === controller) this.#building = undefined;
    if (result.ok) {
      this.open(result.value, options.run);
      this.#builder = new GraphBuilder();
    }
    return result;
  }

  /** Stops a running build within about 50 ms. */
  cancel(): void {
    this.#building?.abort();
    this.#building = undefined;
  }

  /** Opens a snapshot or an earlier result. */
  open(snapshot: GraphResult, run?: string): void {
    this.#topics = TopicIndex.restore(snapshot);
    this.#run = run;
  }

  /** Name of the run it answers from; undefined when it has none. */
  holds(): string | undefined {
    return this.#run;
  }

  snapshot(): Result<GraphResult> {
    return this.#topics ? ok(this.#topics.snapshot()) : NO_GRAPH;
  }

  levels(): readonly GraphLevel[] {
    return this.#topics?.levels() ?? [];
  }

  /**
   * Takes single new memories in. Answers with the rows that are new, at the end of those there were, and with what
   * has changed around them; `stale` says that a full run is due.
   */
  addMemories(
    documents: readonly GraphDocument[],
  ): Result<Pick<GraphResult, 'rows' | 'edges' | 'levels'> & { readonly stale: boolean }> {
    const topics = this.#topics;
    if (!topics) return NO_GRAPH;
    const before = topics.size;
    for (const document of documents) topics.addMemory(document);
    const { rows, edges, levels } = topics.picture();
    return ok({ rows: rows.slice(before), edges, levels, stale: topics.isStale() });
  }

  remove(seqs: readonly number[]): void {
    this.#topics?.remove(seqs);
  }

  rename(topic: number, name: string): void {
    this.#topics?.rename(topic, name);
  }

  merge(topic: number, into: number): void {
    this.#topics?.merge(topic, into);
  }

  hide(topic: number, hidden: boolean): void {
    this.#topics?.hide(topic, hidden);
  }

  replaceEdits(edits: TopicEdits): void {
    this.#topics?.replaceEdits(edits);
  }

  related(seq: number, limit?: number): Related[] {
    return this.#topics?.related(seq, limit) ?? [];
  }

  /** The terms that the two memories of each pair share, weightiest first. */
  whys(pairs: readonly (readonly [number, number])[]): string[][] {
    return pairs.map(([a, b]) => this.#topics?.why(a, b) ?? []);
  }

  async digest(sources: readonly DigestSource[]): Promise<Result<Digest>> {
    const worth = this.#topics?.signature(sources.map(({ seq }) => seq));
    const worthOf = (term: string) => worth?.get(term) ?? 0;
    return ok(await runInBreaths(digestSteps(sources, { worthOf }), NEVER));
  }

  /**
   * Folds the graph to about `limit` nodes (default 2,000) and arranges them. What was drawn before stays where it
   * was; a few rounds let new points find their place.
   */
  async draw(limit?: number, options?: LayoutOptions, onProgress?: OnProgress): Promise<Result<DrawnGraph>> {
    if (!this.#topics) return NO_GRAPH;
    const folded = foldGraph(this.#topics.picture(), limit);
    const { positions: previous, known } = this.#pictures.recall(folded);
    const again = known > MOSTLY_KNOWN ? { previous, iterations: known < 1 ? SETTLING_ROUNDS : 0 } : {};
    const steps = layoutSteps(folded, { ...again, ...options });
    const positions = await runInBreaths(steps, NEVER, onProgress);
    this.#pictures.keep(folded, positions);
    return ok({ ...folded, positions });
  }
}

const cancellable = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<Result<T>> => {
  try {
    const done = await work();
    // Short work may be done before the cancel is heard.
    signal.throwIfAborted();
    return ok(done);
  } catch (error) {
    if (!signal.aborted) throw error;
    return fail(
      'graph/cancelled',
      'The topic map was not finished because it was cancelled. Nothing was lost.',
    );
  }
};
