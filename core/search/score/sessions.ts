import type { Corpus } from '../segments/corpus.ts';

/** A pause this long begins a new session within one conversation. */
export const SESSION_GAP_MS = 4 * 3_600_000;
/** Longer sessions are taken in pieces of this many turns, so that the session still means "around here". */
export const SESSION_TURNS = 40;

/** Where a document stands: its conversation in order, and the stretch of it that is its session. */
export type Place = {
  readonly thread: readonly number[];
  readonly index: number;
  /** [start, end) of its session in `thread`. */
  readonly sessionStart: number;
  readonly sessionEnd: number;
};

/** Finds the places of documents; remembers the conversations it has seen, so make one per query. */
export class SessionFinder {
  readonly #corpus: Corpus;
  readonly #startsByConversation = new Map<
    number,
    { readonly indexBySlot: Map<number, number>; readonly starts: number[] }
  >();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  placeOf(slot: number): Place {
    const { segment, base } = this.#corpus.entryOf(slot);
    const conversation = segment.columns.conversation[slot - base] as number;
    const thread = this.#corpus.thread(conversation);
    const { indexBySlot, starts } = this.#known(conversation, thread);
    const index = indexBySlot.get(slot) ?? 0;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return { thread, index, sessionStart: starts[low] ?? 0, sessionEnd: starts[low + 1] ?? thread.length };
  }

  #known(conversation: number, thread: readonly number[]) {
    let known = this.#startsByConversation.get(conversation);
    if (known) return known;
    const indexBySlot = new Map<number, number>();
    const starts: number[] = [];
    let last = Number.NEGATIVE_INFINITY;
    thread.forEach((slot, index) => {
      indexBySlot.set(slot, index);
      const { segment, base } = this.#corpus.entryOf(slot);
      const at = segment.columns.createdAt[slot - base] as number;
      if (at - last > SESSION_GAP_MS || index - (starts.at(-1) ?? 0) >= SESSION_TURNS) starts.push(index);
      last = at;
    });
    known = { indexBySlot, starts };
    this.#startsByConversation.set(conversation, known);
    return known;
  }
}
