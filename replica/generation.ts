import type { Answer } from './answers.ts';
import type { Fault, ReplicaMessage, ReplicaSpeed } from './model.ts';

export type Piece = { readonly kind: 'thinking' | 'text'; readonly text: string };

/** Thrown to readers of a generation whose scripted fault is `error`. */
export class GenerationError extends Error {
  constructor() {
    super('The scripted fault of this answer: the stream broke.');
    this.name = 'GenerationError';
  }
}

const slices = (text: string, size: number): string[] => {
  const pieces: string[] = [];
  const points = [...text];
  for (let at = 0; at < points.length; at += size) pieces.push(points.slice(at, at + size).join(''));
  return pieces;
};

/**
 * One answer being written. It runs on the server whether or not anyone reads it, as on the real sites:
 * a page reloaded in the middle of an answer finds the rest of it there.
 */
export class Generation {
  readonly message: ReplicaMessage;
  readonly pieces: Piece[] = [];
  /** Undefined while running. */
  outcome: 'finished' | 'stopped' | 'error' | undefined;
  readonly #stop = new AbortController();
  #waiting: (() => void)[] = [];

  constructor(message: ReplicaMessage, answer: Answer, speed: ReplicaSpeed, fault: Fault) {
    this.message = message;
    this.#run(answer, speed, fault).catch((error: unknown) => {
      console.error('replica: an answer failed unexpectedly', error);
      this.#end('error');
    });
  }

  /** Ends the answer where it is; the words written so far stay. */
  stop(): void {
    this.#stop.abort();
  }

  /** Every piece from the first on, as they come. Throws {@link GenerationError} at a scripted break. */
  async *read(signal?: AbortSignal): AsyncGenerator<Piece, void, undefined> {
    let at = 0;
    while (!signal?.aborted) {
      const piece = this.pieces[at];
      if (piece) {
        at += 1;
        yield piece;
      } else if (this.outcome === 'error') {
        throw new GenerationError();
      } else if (this.outcome) {
        return;
      } else {
        await this.#next(signal);
      }
    }
  }

  async #run(answer: Answer, speed: ReplicaSpeed, fault: Fault): Promise<void> {
    await this.#sleep(speed.firstChunkMs);
    const pieces: Piece[] = [
      ...slices(answer.thinking ?? '', speed.chunkSize).map((text) => ({ kind: 'thinking' as const, text })),
      ...slices(answer.text, speed.chunkSize).map((text) => ({ kind: 'text' as const, text })),
    ];
    const cut = fault === 'error' || fault === 'stall' ? Math.ceil(pieces.length / 2) : pieces.length;
    for (const piece of pieces.slice(0, cut)) {
      if (this.#stop.signal.aborted) return this.#end('stopped');
      this.#push(piece);
      await this.#sleep(speed.chunkDelayMs);
    }
    if (fault === 'error') return this.#end('error');
    if (fault !== 'none') await this.#stopped();
    this.#end(this.#stop.signal.aborted ? 'stopped' : 'finished');
  }

  #push(piece: Piece): void {
    this.pieces.push(piece);
    if (piece.kind === 'thinking') this.message.thinking = (this.message.thinking ?? '') + piece.text;
    else this.message.text += piece.text;
    this.#wake();
  }

  #end(outcome: NonNullable<Generation['outcome']>): void {
    this.outcome = outcome;
    this.message.status = outcome === 'finished' ? 'finished' : 'stopped';
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #next(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #sleep(ms: number): Promise<void> {
    if (ms <= 0 || this.#stop.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#stop.signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    });
  }

  #stopped(): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve();
    return new Promise((resolve) =>
      this.#stop.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
  }
}
