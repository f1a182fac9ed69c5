import type { SearchSegment } from '../segments/segment.ts';
import { HASH_PRIME, HASH_START } from '../segments/segment.ts';
import { editDistance, FAR, type Units, unitsOf } from './edit-distance.ts';

/** Letters of a word as bits; two letters may share one. */
const signatureOf = ({ units, start, end }: Units): number => {
  let bits = 0;
  for (let at = start; at < end; at++) bits |= 1 << ((units[at] as number) & 31);
  return bits;
};

const countBits = (bits: number): number => {
  let left = bits - ((bits >>> 1) & 0x55_55_55_55);
  left = (left & 0x33_33_33_33) + ((left >>> 2) & 0x33_33_33_33);
  return Math.imul((left + (left >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
};

const hashOf = ({ units, start, end }: Units): number => {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] as number), HASH_PRIME);
  return hash >>> 0;
};

/** Longer terms are code, links and noise: nobody misspells them. */
const LONGEST = 40;

/** A term near a word, and how far from it. */
export type Near = { readonly term: string; readonly distance: number };

/**
 * Every term of some segments once, for finding terms by their letters where the sorted lists of the segments cannot
 * help: misspelt beginnings and parts of compounds. About 20 bytes a term, filled when the first word needs it.
 * A term stays after its last memory is gone; the caller asks the segments how often it occurs.
 */
export class Dictionary {
  #units = new Uint16Array(65_536);
  #starts = new Uint32Array(8_192);
  #signatures = new Uint32Array(8_192);
  #count = 0;
  /** Open addressing: term number + 1. */
  #slots = new Uint32Array(16_384);
  readonly #read = new Map<SearchSegment, number>();

  get size(): number {
    return this.#count;
  }

  /** Takes in what is new in `segments`; starts anew when a segment it has read is gone. */
  catchUp(segments: readonly SearchSegment[]): void {
    if ([...this.#read.keys()].some((segment) => !segments.includes(segment))) this.#clear();
    for (const segment of segments) {
      for (let id = this.#read.get(segment) ?? 0; id < segment.termCount; id++) {
        if (segment.termLength(id) <= LONGEST) this.#add(segment.termUnits(id));
      }
      this.#read.set(segment, segment.termCount);
    }
  }

  /**
   * Calls back for each term at most `limit` edits from `word`.
   * @param beginning also for terms one of whose beginnings is that near
   */
  visitNear(word: string, limit: number, beginning: boolean, found: (near: Near) => void): void {
    const wanted = unitsOf(word);
    const signature = signatureOf(wanted);
    const { length } = word;
    for (let id = 0; id < this.#count; id++) {
      const bits = this.#signatures[id] as number;
      if (countBits(signature & ~bits) > limit) continue;
      const candidate = this.#unitsAt(id);
      const width = candidate.end - candidate.start;
      if (width < length - limit) continue;
      if (!beginning && (width > length + limit || countBits(bits & ~signature) > limit)) continue;
      const distance = editDistance(wanted, candidate, limit, beginning);
      if (distance !== FAR) found({ term: this.#term(id), distance });
    }
  }

  /** Calls back for each longer term that begins or ends with `part`. */
  visitCompounds(part: string, shortest: number, found: (term: string) => void): void {
    const wanted = unitsOf(part);
    const signature = signatureOf(wanted);
    for (let id = 0; id < this.#count; id++) {
      if ((signature & ~(this.#signatures[id] as number)) !== 0) continue;
      const { start, end } = this.#unitsAt(id);
      if (end - start < part.length + shortest) continue;
      if (this.#holds(wanted.units, start) || this.#holds(wanted.units, end - part.length))
        found(this.#term(id));
    }
  }

  #holds(part: Uint16Array, from: number): boolean {
    for (let at = 0; at < part.length; at++) if (this.#units[from + at] !== part[at]) return false;
    return true;
  }

  #unitsAt(id: number): Units {
    return { units: this.#units, start: this.#starts[id] as number, end: this.#starts[id + 1] as number };
  }

  #term(id: number): string {
    return String.fromCharCode(
      ...this.#units.subarray(this.#starts[id] as number, this.#starts[id + 1] as number),
    );
  }

  #add(term: Units): void {
    if (this.#count * 2 >= this.#slots.length) this.#rehash();
    const mask = this.#slots.length - 1;
    let slot = hashOf(term) & mask;
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#same(term, held - 1)) return;
      slot = (slot + 1) & mask;
    }
    const id = this.#count++;
    this.#slots[slot] = id + 1;
    const start = this.#starts[id] as number;
    const length = term.end - term.start;
    this.#reserve(id, start + length);
    for (let at = 0; at < length; at++) this.#units[start + at] = term.units[term.start + at] as number;
    this.#starts[id + 1] = start + length;
    this.#signatures[id] = signatureOf(term);
  }

  #same(term: Units, id: number): boolean {
    const { start, end } = this.#unitsAt(id);
    if (end - start !== term.end - term.start) return false;
    for (let at = 0; at < end - start; at++)
      if (this.#units[start + at] !== term.units[term.start + at]) return false;
    return true;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let id = 0; id < this.#count; id++) {
      let slot = hashOf(this.#unitsAt(id)) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }

  #reserve(id: number, units: number): void {
    if (units > this.#units.length) {
      const larger = new Uint16Array(Math.max(units, this.#units.length * 2));
      larger.set(this.#units);
      this.#units = larger;
    }
    if (id + 1 < this.#starts.length) return;
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const signatures = new Uint32Array(starts.length);
    signatures.set(this.#signatures);
    this.#signatures = signatures;
  }

  #clear(): void {
    this.#count = 0;
    this.#slots.fill(0);
    this.#read.clear();
    // The letters of what is gone are not kept.
    this.#units.fill(0);
  }
}
