import type { Corpus } from '../segments/corpus.ts';
import { SealedSegment } from '../segments/sealed-segment.ts';
import type { QueryTerm } from './query-term.ts';

/** BM25 over whole documents, for finding candidates: saturation and length normalisation. */
const K1 = 1.2;
const B = 0.6;

/**
 * Sums of one query by slot, in arrays that are kept between queries: a query clears only what it touched.
 * `mask` has bit i set where a document holds query term i.
 */
export class Accumulator {
  #scores = new Float32Array(0);
  #masks = new Uint32Array(0);
  #norms = new Float32Array(0);
  #touched = new Uint32Array(0);
  #count = 0;
  #normsVersion = -1;

  get scores(): Float32Array {
    return this.#scores;
  }
  get masks(): Uint32Array {
    return this.#masks;
  }
  /** Slots holding at least one term, in no order. */
  get touched(): Uint32Array {
    return this.#touched.subarray(0, this.#count);
  }

  /** Scores every document that holds a term: Σ idf · w · tf (k1 + 1) / (tf + k1 (1 − b + b · length / mean)). */
  run(corpus: Corpus, terms: readonly QueryTerm[]): void {
    this.#prepare(corpus);
    terms.forEach((term, index) => {
      const bit = 1 << index;
      for (const { segment, base } of corpus.entries) {
        for (const { term: text, weight } of term.variants) {
          const id = segment.termId(text);
          if (id < 0) continue;
          const factor = term.idf * weight * (K1 + 1);
          if (segment instanceof SealedSegment) this.#addSealed(segment, id, base, factor, bit);
          else segment.visit(id, (local, frequency) => this.#add(base + local, frequency, factor, bit));
        }
      }
    });
  }

  #addSealed(segment: SealedSegment, id: number, base: number, factor: number, bit: number): void {
    const { postingStart, postingDocument, postingFrequency } = segment.arrays;
    const scores = this.#scores;
    const masks = this.#masks;
    const norms = this.#norms;
    const touched = this.#touched;
    let count = this.#count;
    const end = postingStart[id + 1] as number;
    for (let at = postingStart[id] as number; at < end; at++) {
      const slot = base + (postingDocument[at] as number);
      const frequency = postingFrequency[at] as number;
      const mask = masks[slot] as number;
      if (mask === 0) touched[count++] = slot;
      masks[slot] = mask | bit;
      scores[slot] = (scores[slot] as number) + (factor * frequency) / (frequency + (norms[slot] as number));
    }
    this.#count = count;
  }

  #add(slot: number, frequency: number, factor: number, bit: number): void {
    const mask = this.#masks[slot] as number;
    if (mask === 0) this.#touched[this.#count++] = slot;
    this.#masks[slot] = mask | bit;
    this.#scores[slot] =
      (this.#scores[slot] as number) + (factor * frequency) / (frequency + (this.#norms[slot] as number));
  }

  #prepare(corpus: Corpus): void {
    for (let at = 0; at < this.#count; at++) {
      const slot = this.#touched[at] as number;
      this.#scores[slot] = 0;
      this.#masks[slot] = 0;
    }
    this.#count = 0;
    const { slots } = corpus;
    if (slots > this.#scores.length) {
      const room = Math.ceil(slots * 1.25) + 1_024;
      this.#scores = new Float32Array(room);
      this.#masks = new Uint32Array(room);
      this.#norms = new Float32Array(room);
      this.#touched = new Uint32Array(room);
      this.#normsVersion = -1;
    }
    if (this.#normsVersion !== corpus.version) this.#normalise(corpus);
  }

  /** Removed documents get an endless norm: they score nothing without a test per posting. */
  #normalise(corpus: Corpus): void {
    const average = corpus.averageLength;
    for (const { segment, base } of corpus.entries) {
      const { tokenStart } = segment.columns;
      const { alive } = segment;
      for (let local = 0; local < segment.count; local++) {
        const length = (tokenStart[local + 1] as number) - (tokenStart[local] as number);
        this.#norms[base + local] =
          alive[local] === 1 ? K1 * (1 - B + (B * length) / average) : Number.POSITIVE_INFINITY;
      }
    }
    this.#normsVersion = corpus.version;
  }
}
