import type { GraphCheckpoint, GraphDocument, GraphResult, TopicState } from '../graph/index.ts';
import type { OnProgress, Progress } from '../model/progress.ts';
import { fail, type Result } from '../model/result.ts';
import { AnalystGone, type AnalystLine } from './analyst-line.ts';

export const CANCELLED = fail(
  'graph/cancelled',
  'Making the topics was cancelled. Those there were are kept.',
);

const NO_ANALYST = fail(
  'graph/no-analyst',
  'Topics are made while the manager is open: open it and try again.',
);

export type RunSource = {
  readonly total: number;
  /** Everything to be put into topics, in small batches, from the beginning each time. */
  documents(): AsyncIterable<readonly GraphDocument[]>;
  readonly previous: TopicState | undefined;
};

/**
 * One full run. It belongs to the vault, not to a page or an analyst: when the analyst goes away, the run waits for
 * the next one and goes on from the last stage that was complete.
 */
export class GraphRun {
  readonly id = crypto.randomUUID();
  progress: Progress;
  readonly #source: RunSource;
  readonly #onProgress: OnProgress;
  #checkpoint: GraphCheckpoint | undefined;
  #line: AnalystLine | undefined;
  #cancelled = false;
  readonly #stopped: Promise<Result<never>>;
  #stop: (reason: Result<never>) => void = () => undefined;
  #arrived: () => void = () => undefined;

  constructor(source: RunSource, onProgress: OnProgress) {
    this.#source = source;
    this.#onProgress = onProgress;
    this.progress = { stage: 'reading', done: 0, total: source.total };
    this.#stopped = new Promise((resolve) => {
      this.#stop = resolve;
    });
  }

  /** Gives it an analyst; it only changes over when the one it has is gone. */
  join(line: AnalystLine): void {
    if (this.#line && !this.#line.lost) return;
    this.#line = line;
    this.#arrived();
  }

  /** Answers at once; what the analyst is doing stops within about 50 ms. */
  cancel(): void {
    this.#end(CANCELLED);
    this.#line?.ask((remote) => remote.cancel()).catch(ignoreGone);
  }

  /** Ends it when no analyst has come after `patience` ms: for a person who waits for it. */
  expectAnalyst(patience: number): void {
    setTimeout(() => {
      if (!this.#line) this.#end(NO_ANALYST);
    }, patience);
  }

  #end(reason: Result<never>): void {
    this.#cancelled = true;
    this.#stop(reason);
  }

  /** Forgets the stages done so far, such as when they hold words of a memory that is being erased. */
  forget(): void {
    this.#checkpoint = undefined;
  }

  /** Ends when the topics are made or the run is cancelled, however many analysts that takes. */
  finish(): Promise<Result<GraphResult>> {
    return Promise.race([this.#work(), this.#stopped]);
  }

  async #work(): Promise<Result<GraphResult>> {
    for (;;) {
      const line = await this.#nextLine();
      try {
        return await this.#attempt(line);
      } catch (error) {
        if (!(error instanceof AnalystGone)) throw error;
      }
    }
  }

  async #nextLine(): Promise<AnalystLine> {
    while (!this.#line || this.#line.lost) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
    return this.#line;
  }

  async #attempt(line: AnalystLine): Promise<Result<GraphResult>> {
    await line.ask((remote) => remote.begin(this.#checkpoint));
    if (!this.#checkpoint) await this.#feed(line);
    if (this.#cancelled) return CANCELLED;
    const { previous } = this.#source;
    return line.ask((remote, proxy) =>
      remote.build(
        { run: this.id, ...(previous ? { previous } : {}) },
        proxy((progress: Progress) => this.#tell(progress)),
        proxy((checkpoint: GraphCheckpoint) => {
          this.#checkpoint = checkpoint;
        }),
      ),
    );
  }

  async #feed(line: AnalystLine): Promise<void> {
    const { total } = this.#source;
    let done = 0;
    for await (const documents of this.#source.documents()) {
      if (this.#cancelled) return;
      await line.ask((remote) => remote.add(documents));
      done += documents.length;
      this.#tell({ stage: 'reading', done, total });
    }
  }

  #tell(progress: Progress): void {
    this.progress = progress;
    this.#onProgress(progress);
  }
}

const ignoreGone = (error: unknown): void => {
  if (!(error instanceof AnalystGone)) throw error;
};
