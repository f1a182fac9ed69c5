import { type Units, unitsOf } from '../spelling/edit-distance.ts';
import { DeadDocuments } from './dead-documents.ts';
import {
  type Columns,
  HASH_PRIME,
  HASH_START,
  MAX_LOCAL,
  NO_SPEAKER,
  type PostingVisitor,
  type SearchSegment,
} from './segment.ts';

/** One document as it enters the tail: its facts and its terms in reading order. */
export type TailDocument = {
  readonly seq: number;
  readonly conversation: number;
  readonly order: number;
  readonly createdAt: number;
  readonly language: number;
  readonly flags: number;
  readonly speakerTerm?: string;
  readonly terms: readonly string[];
};

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

const grown = <A extends TypedArray>(array: A, needed: number): A => {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.max(needed, array.length * 2));
  larger.set(array as never);
  return larger;
};

/**
 * The growing end of the index. Postings are linked lists in two flat arrays (entry → packed document and frequency,
 * entry → next), so that adding a document touches only its own terms.
 */
export class TailSegment implements SearchSegment {
  #columns: { -readonly [K in keyof Columns]: Columns[K] } = {
    seq: new Uint32Array(64),
    conversation: new Uint32Array(64),
    order: new Int32Array(64),
    createdAt: new Float64Array(64),
    language: new Uint8Array(64),
    flags: new Uint8Array(64),
    speaker: new Uint16Array(64),
    tokenStart: new Uint32Array(65),
  };
  #tokens: Uint16Array = new Uint16Array(4_096);
  #alive: Uint8Array = new Uint8Array(64);
  #count = 0;
  #aliveCount = 0;
  #aliveTokens = 0;

  readonly #idByTerm = new Map<string, number>();
  readonly #terms: string[] = [];
  #head: Uint32Array = new Uint32Array(1_024);
  #frequency: Uint32Array = new Uint32Array(1_024);
  #inDocument: Uint16Array = new Uint16Array(1_024);
  #packed: Uint32Array = new Uint32Array(4_096);
  #next: Uint32Array = new Uint32Array(4_096);
  /** Entry 0 ends every list. */
  #entries = 1;
  readonly #dead = new DeadDocuments();

  get columns(): Columns {
    return this.#columns;
  }
  get tokens(): Uint16Array {
    return this.#tokens;
  }
  get alive(): Uint8Array {
    return this.#alive;
  }
  get count(): number {
    return this.#count;
  }
  get aliveCount(): number {
    return this.#aliveCount;
  }
  get aliveTokens(): number {
    return this.#aliveTokens;
  }
  get termCount(): number {
    return this.#terms.length;
  }

  /** False when the document's words might not fit the 16-bit numbers of this tail: seal it first. */
  fits(document: TailDocument): boolean {
    return this.#count < MAX_LOCAL && this.#terms.length + document.terms.length + 1 < MAX_LOCAL;
  }

  /** Adds a document and returns its local number. */
  add(document: TailDocument): number {
    const local = this.#count;
    const { terms } = document;
    this.#reserve(local + 1, terms.length);
    const columns = this.#columns;
    const start = columns.tokenStart[local] as number;
    columns.seq[local] = document.seq;
    columns.conversation[local] = document.conversation;
    columns.order[local] = document.order;
    columns.createdAt[local] = document.createdAt;
    columns.language[local] = document.language;
    columns.flags[local] = document.flags;
    columns.speaker[local] =
      document.speakerTerm === undefined ? NO_SPEAKER : this.#intern(document.speakerTerm);
    for (let at = 0; at < terms.length; at++) {
      const id = this.#intern(terms[at] as string);
      this.#tokens[start + at] = id;
      this.#inDocument[id] = Math.min(MAX_LOCAL, (this.#inDocument[id] as number) + 1);
    }
    for (let at = start; at < start + terms.length; at++) this.#post(this.#tokens[at] as number, local);
    columns.tokenStart[local + 1] = start + terms.length;
    this.#alive[local] = 1;
    this.#count += 1;
    this.#aliveCount += 1;
    this.#aliveTokens += terms.length;
    return local;
  }

  remove(document: number): void {
    if (this.#alive[document] !== 1) return;
    const from = this.#columns.tokenStart[document] as number;
    const to = this.#columns.tokenStart[document + 1] as number;
    this.#alive[document] = 0;
    this.#aliveCount -= 1;
    this.#aliveTokens -= to - from;
    this.#dead.add(this.#tokens, from, to);
  }

  termId(term: string): number {
    return this.#idByTerm.get(term) ?? -1;
  }

  term(id: number): string {
    return this.#terms[id] ?? '';
  }

  termLength(id: number): number {
    return this.term(id).length;
  }

  termUnits(id: number): Units {
    return unitsOf(this.term(id));
  }

  termHash(id: number): number {
    const term = this.#terms[id] ?? '';
    let hash = HASH_START;
    for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), HASH_PRIME);
    return hash >>> 0;
  }

  documentFrequency(id: number): number {
    return (this.#frequency[id] as number) - this.#dead.of(id);
  }

  visit(id: number, visitor: PostingVisitor): void {
    for (let entry = this.#head[id] as number; entry !== 0; entry = this.#next[entry] as number) {
      const packed = this.#packed[entry] as number;
      visitor(packed >>> 8, packed & 0xff);
    }
  }

  visitPrefix(prefix: string, limit: number, found: (id: number) => void): void {
    let left = limit;
    for (let id = 0; id < this.#terms.length && left > 0; id++) {
      const term = this.#terms[id] as string;
      if (term.length > prefix.length && term.startsWith(prefix)) {
        found(id);
        left -= 1;
      }
    }
  }

  #post(id: number, document: number): void {
    const frequency = this.#inDocument[id] as number;
    if (frequency === 0) return;
    this.#inDocument[id] = 0;
    const entry = this.#entries++;
    this.#packed[entry] = (document << 8) | Math.min(frequency, 0xff);
    this.#next[entry] = this.#head[id] as number;
    this.#head[id] = entry;
    this.#frequency[id] = (this.#frequency[id] as number) + 1;
  }

  #intern(term: string): number {
    let id = this.#idByTerm.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#idByTerm.set(term, id);
      this.#terms.push(term);
    }
    return id;
  }

  #reserve(documents: number, tokens: number): void {
    const columns = this.#columns;
    if (documents > columns.seq.length) {
      for (const name of Object.keys(columns) as (keyof Columns)[]) {
        const extra = name === 'tokenStart' ? 1 : 0;
        columns[name] = grown(columns[name], documents * 2 + extra) as never;
      }
      this.#alive = grown(this.#alive, documents * 2);
    }
    this.#tokens = grown(this.#tokens, (columns.tokenStart[documents - 1] as number) + tokens);
    const terms = this.#terms.length + tokens + 1;
    this.#head = grown(this.#head, terms);
    this.#frequency = grown(this.#frequency, terms);
    this.#inDocument = grown(this.#inDocument, terms);
    this.#packed = grown(this.#packed, this.#entries + tokens);
    this.#next = grown(this.#next, this.#entries + tokens);
  }
}
