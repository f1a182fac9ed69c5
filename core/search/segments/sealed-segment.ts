import type { Units } from '../spelling/edit-distance.ts';
import { DeadDocuments } from './dead-documents.ts';
import { type Columns, HASH_PRIME, HASH_START, type PostingVisitor, type SearchSegment } from './segment.ts';

/** The typed arrays of a sealed segment; on disk and in memory they are the same. */
export type SealedArrays = Columns & {
  readonly tokens: Uint16Array;
  /** First posting of each term; one entry more than terms. */
  readonly postingStart: Uint32Array;
  readonly postingDocument: Uint16Array;
  readonly postingFrequency: Uint8Array;
  /** First UTF-16 unit of each term in `termUnits`; one entry more than terms. Terms are sorted by unit. */
  readonly termStart: Uint32Array;
  readonly termUnits: Uint16Array;
};

/** An immutable part of the index (but for removals), read straight from its arrays. */
export class SealedSegment implements SearchSegment {
  readonly arrays: SealedArrays;
  /** What `arrays` are views of, as stored; undefined for a segment that was not encoded yet. */
  readonly bytes: Uint8Array | undefined;
  readonly alive: Uint8Array;
  aliveCount: number;
  aliveTokens: number;
  readonly #dead = new DeadDocuments();

  constructor(arrays: SealedArrays, bytes?: Uint8Array) {
    this.arrays = arrays;
    this.bytes = bytes;
    this.aliveCount = arrays.seq.length;
    this.aliveTokens = arrays.tokens.length;
    this.alive = new Uint8Array(arrays.seq.length).fill(1);
  }

  get columns(): Columns {
    return this.arrays;
  }
  get tokens(): Uint16Array {
    return this.arrays.tokens;
  }
  get count(): number {
    return this.arrays.seq.length;
  }
  get termCount(): number {
    return this.arrays.termStart.length - 1;
  }

  termId(term: string): number {
    const at = this.#lowerBound(term);
    return at < this.termCount && this.#compare(at, term) === 0 ? at : -1;
  }

  term(id: number): string {
    const { termStart, termUnits } = this.arrays;
    let term = '';
    for (let at = termStart[id] as number; at < (termStart[id + 1] as number); at++)
      term += String.fromCharCode(termUnits[at] as number);
    return term;
  }

  termLength(id: number): number {
    return (this.arrays.termStart[id + 1] as number) - (this.arrays.termStart[id] as number);
  }

  termUnits(id: number): Units {
    const { termStart, termUnits } = this.arrays;
    return { units: termUnits, start: termStart[id] as number, end: termStart[id + 1] as number };
  }

  termHash(id: number): number {
    const { termStart, termUnits } = this.arrays;
    const end = termStart[id + 1] as number;
    let hash = HASH_START;
    for (let at = termStart[id] as number; at < end; at++)
      hash = Math.imul(hash ^ (termUnits[at] as number), HASH_PRIME);
    return hash >>> 0;
  }

  documentFrequency(id: number): number {
    const { postingStart } = this.arrays;
    return (postingStart[id + 1] as number) - (postingStart[id] as number) - this.#dead.of(id);
  }

  visit(id: number, visitor: PostingVisitor): void {
    const { postingStart, postingDocument, postingFrequency } = this.arrays;
    const end = postingStart[id + 1] as number;
    for (let at = postingStart[id] as number; at < end; at++) {
      visitor(postingDocument[at] as number, postingFrequency[at] as number);
    }
  }

  visitPrefix(prefix: string, limit: number, found: (id: number) => void): void {
    const { termStart } = this.arrays;
    let left = limit;
    for (let id = this.#lowerBound(prefix); id < this.termCount && left > 0; id++) {
      if (!this.#startsWith(id, prefix)) return;
      if ((termStart[id + 1] as number) - (termStart[id] as number) === prefix.length) continue;
      found(id);
      left -= 1;
    }
  }

  remove(document: number): void {
    if (this.alive[document] !== 1) return;
    const { tokenStart, tokens } = this.arrays;
    const from = tokenStart[document] as number;
    const to = tokenStart[document + 1] as number;
    this.alive[document] = 0;
    this.aliveCount -= 1;
    this.aliveTokens -= to - from;
    this.#dead.add(tokens, from, to);
  }

  #lowerBound(term: string): number {
    let low = 0;
    let high = this.termCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, term) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(id: number, term: string): number {
    const { termStart, termUnits } = this.arrays;
    const start = termStart[id] as number;
    const length = (termStart[id + 1] as number) - start;
    const shared = Math.min(length, term.length);
    for (let at = 0; at < shared; at++) {
      const difference = (termUnits[start + at] as number) - term.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - term.length;
  }

  #startsWith(id: number, prefix: string): boolean {
    const { termStart, termUnits } = this.arrays;
    const start = termStart[id] as number;
    if ((termStart[id + 1] as number) - start < prefix.length) return false;
    for (let at = 0; at < prefix.length; at++)
      if (termUnits[start + at] !== prefix.charCodeAt(at)) return false;
    return true;
  }
}
