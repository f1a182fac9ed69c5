import * as v from 'valibot';
import type { Seq } from '../model/memory.ts';
import { shinglesOf } from './shingles.ts';

/** Inserts remembered; the oldest are forgotten. */
const MOST = 500;
/** Share of an inserted memory's shingles that has to come back for an echo without its mark. */
const SHARE = 0.5;
/** Texts of fewer shingles are too common to be anyone's echo. */
const FEWEST = 8;
const MARK = /recollect-[0-9a-z]{8,16}/g;

const InsertSchema = v.object({
  mark: v.string(),
  at: v.number(),
  items: v.array(v.object({ seq: v.number(), shingles: v.array(v.number()) })),
});
const SnapshotSchema = v.object({ version: v.literal(1), inserts: v.array(InsertSchema) });
type Insert = v.InferOutput<typeof InsertSchema>;

export type Echo = { readonly echo: boolean; readonly of: readonly Seq[] };

/**
 * Remembers what was inserted into chats, so that its re-capture gives no new evidence. An echo is known by the mark of
 * its block or, when that was cut away, by its words. Keeps hashes of words only.
 */
export class EchoMarks {
  #inserts: Insert[];

  constructor(inserts: Insert[] = []) {
    this.#inserts = inserts;
  }

  /** @throws valibot's error when `state` is not a snapshot. `undefined` gives an empty memory. */
  static restore(state: unknown): EchoMarks {
    if (state === undefined || state === null) return new EchoMarks();
    return new EchoMarks(v.parse(SnapshotSchema, state).inserts);
  }

  snapshot(): unknown {
    return structuredClone({ version: 1, inserts: this.#inserts });
  }

  /** @param mark the block's own mark. @param items the inserted memories, words as they went out. @param at milliseconds since the epoch. */
  remember(mark: string, items: readonly { readonly seq: Seq; readonly text: string }[], at: number): void {
    this.#inserts.push({
      mark,
      at,
      items: items.map(({ seq, text }) => ({ seq, shingles: shinglesOf(text) })),
    });
    if (this.#inserts.length > MOST) this.#inserts.splice(0, this.#inserts.length - MOST);
  }

  /** Whether a captured text repeats something inserted, and which memories it repeats. */
  recognise(text: string): Echo {
    const marks = new Set(text.match(MARK) ?? []);
    const of = new Set<Seq>();
    const shingles = new Set(shinglesOf(text, Number.POSITIVE_INFINITY));
    for (const { mark, items } of this.#inserts) {
      if (marks.has(mark)) for (const { seq } of items) of.add(seq);
      for (const item of items) {
        if (item.shingles.length < FEWEST) continue;
        let shared = 0;
        for (const shingle of item.shingles) if (shingles.has(shingle)) shared++;
        if (shared >= item.shingles.length * SHARE) of.add(item.seq);
      }
    }
    return { echo: of.size > 0, of: [...of] };
  }

  /** After an erase: inserts of these memories leave no trace. */
  forget(seqs: readonly Seq[]): void {
    const gone = new Set(seqs);
    this.#inserts = this.#inserts
      .map((insert) => ({ ...insert, items: insert.items.filter(({ seq }) => !gone.has(seq)) }))
      .filter(({ items }) => items.length > 0);
  }
}
