import { Dictionary } from '../spelling/dictionary.ts';
import type { SealedSegment } from './sealed-segment.ts';
import type { SearchSegment } from './segment.ts';
import { TailSegment } from './tail-segment.ts';

/** Passages are this many words; shorter documents are one passage. */
export const PASSAGE = 60;

export type CorpusEntry = {
  readonly name: string;
  readonly segment: SearchSegment;
  /** Slot of its first document. */
  readonly base: number;
};

/** A sealed segment under the name it is saved by. */
export type NamedSegment = { readonly name: string; readonly segment: SealedSegment };

/** Searchable documents of a conversation; `starts` are the first positions of its sessions. */
type Thread = { readonly slots: number[]; sorted: boolean; starts: readonly number[] };

/** Where a document stands: its conversation in order, and the stretch of it that is its session. */
export type Place = {
  readonly thread: readonly number[];
  readonly index: number;
  /** [start, end) of its session in `thread`. */
  readonly sessionStart: number;
  readonly sessionEnd: number;
};

/** A pause this long begins a new session within one conversation. */
export const SESSION_GAP_MS = 4 * 3_600_000;
/** Longer sessions are taken in pieces of this many turns, so that the session still means "around here". */
export const SESSION_TURNS = 40;

const NO_SLOT = -1;
/** Terms whose numbers are remembered: some queries' worth. */
const MOST_LOOKED_UP = 2_000;

/**
 * All segments as one numbered row of slots (slot = base of the segment + local number), with what scoring needs by
 * slot: length, conversation neighbours. The tail is always the last segment, so its slots can grow.
 */
export class Corpus {
  #entries: CorpusEntry[] = [];
  #tail = new TailSegment();
  #tailName = '';
  #slotBySeq = new Int32Array(0);
  #entryBySlot = new Uint16Array(0);
  /** Position in its conversation, valid while the conversation is sorted. */
  #positionBySlot = new Int32Array(0);
  #threads = new Map<number, Thread>();
  #documents = 0;
  #tokens = 0;
  #passageTokens = 0;
  readonly #idsByTerm = new Map<string, Int32Array>();
  #idsVersion = -1;
  readonly #dictionary = new Dictionary();
  readonly #documentsByLanguage = new Int32Array(16);
  /** Changes with every change of the corpus. */
  version = 0;

  constructor(sealed: readonly NamedSegment[], tailName: string) {
    this.relayout(sealed, new TailSegment(), tailName);
  }

  get entries(): readonly CorpusEntry[] {
    return this.#entries;
  }
  get sealed(): NamedSegment[] {
    return this.#entries
      .slice(0, -1)
      .map(({ name, segment }) => ({ name, segment: segment as SealedSegment }));
  }
  get tail(): TailSegment {
    return this.#tail;
  }
  get tailName(): string {
    return this.#tailName;
  }
  /** Searchable documents. */
  get size(): number {
    return this.#documents;
  }
  /** Mean words of a document. */
  get averageLength(): number {
    return this.#documents === 0 ? 1 : this.#tokens / this.#documents;
  }
  /** Mean words of a document's passage, at most {@link PASSAGE}. */
  get averagePassage(): number {
    return this.#documents === 0 ? 1 : this.#passageTokens / this.#documents;
  }
  /** One more than the highest slot. */
  get slots(): number {
    return this.#entries.at(-1) === undefined
      ? 0
      : (this.#entries.at(-1) as CorpusEntry).base + this.#tail.count;
  }

  /** Local number of a term in each segment, -1 where it is absent; looked up once until the corpus changes. */
  termIds(term: string): Int32Array {
    if (this.#idsVersion !== this.version || this.#idsByTerm.size > MOST_LOOKED_UP) {
      this.#idsByTerm.clear();
      this.#idsVersion = this.version;
    }
    let ids = this.#idsByTerm.get(term);
    if (!ids) {
      ids = Int32Array.from(this.#entries, ({ segment }) => segment.termId(term));
      this.#idsByTerm.set(term, ids);
    }
    return ids;
  }

  /** Every term of the segments, caught up with them. */
  dictionary(): Dictionary {
    this.#dictionary.catchUp(this.#entries.map(({ segment }) => segment));
    return this.#dictionary;
  }

  /** Languages (by index) of which searchable documents exist. */
  languages(): number[] {
    return [...this.#documentsByLanguage.keys()].filter(
      (language) => (this.#documentsByLanguage[language] as number) > 0,
    );
  }

  slotOf(seq: number): number {
    const slot = this.#slotBySeq[seq];
    return slot === undefined ? NO_SLOT : slot;
  }

  /** Number of the segment that holds a slot, in the order of `entries`. */
  entryIndexOf(slot: number): number {
    return this.#entryBySlot[slot] as number;
  }

  entryOf(slot: number): CorpusEntry {
    return this.#entries[this.#entryBySlot[slot] as number] as CorpusEntry;
  }

  /** Replaces all segments. Removed documents of the segments stay removed; of a seq held twice the later one stays. */
  relayout(sealed: readonly NamedSegment[], tail: TailSegment, tailName: string): void {
    this.#tail = tail;
    this.#tailName = tailName;
    this.#threads = new Map();
    this.#documents = 0;
    this.#tokens = 0;
    this.#passageTokens = 0;
    this.#documentsByLanguage.fill(0);
    this.#slotBySeq.fill(NO_SLOT);
    let base = 0;
    this.#entries = [...sealed, { name: tailName, segment: this.#tail }].map(({ name, segment }) => {
      const entry = { name, segment, base };
      base += segment.count;
      return entry;
    });
    this.#entryBySlot = new Uint16Array(Math.max(64, base + 1_024));
    this.#entries.forEach(({ segment, base: first }, index) => {
      this.#entryBySlot.fill(index, first, first + segment.count);
      for (let local = 0; local < segment.count; local++) this.#enter(segment, index, first + local, local);
    });
    this.version += 1;
  }

  /** Notes the document that the tail just took. */
  added(local: number): void {
    const index = this.#entries.length - 1;
    this.#enter(this.#tail, index, (this.#entries[index] as CorpusEntry).base + local, local);
    this.version += 1;
  }

  /** Takes a memory out of every answer at once; false when it was not there. */
  remove(seq: number): boolean {
    const slot = this.slotOf(seq);
    if (slot === NO_SLOT) return false;
    const { segment, base } = this.entryOf(slot);
    const local = slot - base;
    this.#count(segment, local, -1);
    segment.remove(local);
    this.#slotBySeq[seq] = NO_SLOT;
    const conversation = segment.columns.conversation[local] as number;
    const thread = this.#threads.get(conversation);
    if (thread) {
      thread.slots.splice(thread.slots.indexOf(slot), 1);
      thread.sorted = false;
      if (thread.slots.length === 0) this.#threads.delete(conversation);
    }
    this.version += 1;
    return true;
  }

  isAlive(slot: number): boolean {
    const { segment, base } = this.entryOf(slot);
    return segment.alive[slot - base] === 1;
  }

  seqOf(slot: number): number {
    const { segment, base } = this.entryOf(slot);
    return segment.columns.seq[slot - base] as number;
  }

  lengthOf(slot: number): number {
    const { segment, base } = this.entryOf(slot);
    const { tokenStart } = segment.columns;
    return (tokenStart[slot - base + 1] as number) - (tokenStart[slot - base] as number);
  }

  /** Searchable slots of a conversation in its order. */
  thread(conversation: number): readonly number[] {
    const thread = this.#threads.get(conversation);
    if (thread && !thread.sorted) this.#sort(thread);
    return thread?.slots ?? [];
  }

  placeOf(slot: number): Place {
    const { segment, base } = this.entryOf(slot);
    const thread = this.#threads.get(segment.columns.conversation[slot - base] as number);
    if (!thread) return { thread: [slot], index: 0, sessionStart: 0, sessionEnd: 1 };
    if (!thread.sorted) this.#sort(thread);
    const { slots, starts } = thread;
    const index = this.#positionBySlot[slot] as number;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return {
      thread: slots,
      index,
      sessionStart: starts[low] ?? 0,
      sessionEnd: starts[low + 1] ?? slots.length,
    };
  }

  #sort(thread: Thread): void {
    const orderOf = (slot: number): number => {
      const { segment, base } = this.entryOf(slot);
      return segment.columns.order[slot - base] as number;
    };
    thread.slots.sort((a, b) => orderOf(a) - orderOf(b) || this.seqOf(a) - this.seqOf(b));
    if (this.#positionBySlot.length < this.#entryBySlot.length) {
      const larger = new Int32Array(this.#entryBySlot.length);
      larger.set(this.#positionBySlot);
      this.#positionBySlot = larger;
    }
    const starts: number[] = [];
    let last = Number.NEGATIVE_INFINITY;
    thread.slots.forEach((slot, index) => {
      this.#positionBySlot[slot] = index;
      const { segment, base } = this.entryOf(slot);
      const at = segment.columns.createdAt[slot - base] as number;
      if (at - last > SESSION_GAP_MS || index - (starts.at(-1) ?? 0) >= SESSION_TURNS) starts.push(index);
      last = at;
    });
    thread.starts = starts;
    thread.sorted = true;
  }

  /** Every searchable seq, in no order. */
  *seqs(): Generator<number> {
    for (const { segment } of this.#entries) {
      for (let local = 0; local < segment.count; local++) {
        if (segment.alive[local] === 1) yield segment.columns.seq[local] as number;
      }
    }
  }

  #enter(segment: SearchSegment, entry: number, slot: number, local: number): void {
    if (slot >= this.#entryBySlot.length) {
      const larger = new Uint16Array(this.#entryBySlot.length * 2);
      larger.set(this.#entryBySlot);
      this.#entryBySlot = larger;
    }
    this.#entryBySlot[slot] = entry;
    if (segment.alive[local] !== 1) return;
    const seq = segment.columns.seq[local] as number;
    if (seq >= this.#slotBySeq.length) {
      const larger = new Int32Array(Math.max(1_024, seq + 1, this.#slotBySeq.length * 2)).fill(NO_SLOT);
      larger.set(this.#slotBySeq);
      this.#slotBySeq = larger;
    }
    if (this.#slotBySeq[seq] !== NO_SLOT) this.remove(seq);
    this.#slotBySeq[seq] = slot;
    this.#count(segment, local, 1);
    const conversation = segment.columns.conversation[local] as number;
    const thread = this.#threads.get(conversation);
    if (!thread) this.#threads.set(conversation, { slots: [slot], sorted: false, starts: [] });
    else {
      thread.slots.push(slot);
      thread.sorted = false;
    }
  }

  #count(segment: SearchSegment, local: number, sign: 1 | -1): void {
    const { tokenStart, language } = segment.columns;
    const length = (tokenStart[local + 1] as number) - (tokenStart[local] as number);
    this.#documents += sign;
    this.#tokens += sign * length;
    this.#passageTokens += sign * Math.min(length, PASSAGE);
    const spoken = language[local] as number;
    this.#documentsByLanguage[spoken] = (this.#documentsByLanguage[spoken] as number) + sign;
  }
}
