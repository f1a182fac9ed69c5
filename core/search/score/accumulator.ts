import type { Corpus } from '../segments/corpus.ts';
import { SealedSegment } from '../segments/sealed-segment.ts';
import type { QueryTerm } from './query-term.ts';

/** BM25 over whole documents, for finding candidates: saturation and length normalisation. */
const K1 = 1.2;
const B = 0.6;

/**
 * Sums of one query by slot, in arrays that are kept between queries.
 * `mask` has bit i set where a document holds query term i.
 */
export class Accumulator {
  #scores = new Float32Array(0);
  #masks = new Uint32Array(0);
  #norms = new Float32Array(0);
  #slots = 0;
  #normsVersion = -1;

  get scores(): Float32Array {
    return this.#scores;
  }
  get masks(): Uint32Array {
    return this.#masks;
  }
  /** Length of the row of slots. */
  get slots(): number {
    return this.#slots;
  }

  /** Scores every document that holds a term: Σ idf · w · tf (k1 + 1) / (tf + k1 (1 − b + b · length / mean)). */
  run(corpus: Corpus, terms: readonly QueryTerm[]): void {
    this.#prepare(corpus);
    terms.forEach((term, index) => {
      const bit = 1 << index;
      const ids = term.variants.map(({ term: text }) => corpus.termIds(text));
      corpus.entries.forEach(({ segment, base }, entry) => {
        term.variants.forEach(({ weight }, variant) => {
          const id = (ids[variant] as Int32Array)[entry] as number;
          if (id < 0) return;
          const factor = term.idf * weight * (K1 + 1);
          if (segment instanceof SealedSegment) this.#addSealed(segment, id, base, factor, bit);
          else segment.visit(id, (local, frequency) => this.#add(base + local, frequency, factor, bit));
        });
      });
    });
  }

  #addSealed(segment: SealedSegment, id: number, base: number, factor: number, bit: number): void {
    const { postingStart, postingDocument, postingFrequency } = segment.arrays;
    const scores = this.#scores;
    const masks = this.#masks;
    const norms = this.#norms;
    const end = postingStart[id + 1] as number;
    for (let at = postingStart[id] as number; at < end; at++) {
      const slot = base + (postingDocument[at] as number);
      const frequency = postingFrequency[at] as number;
      masks[slot] = (masks[slot] as number) | bit;
      scores[slot] = (scores[slot] as number) + (factor * frequency) / (frequency + (norms[slot] as number));
    }
  }

  #add(slot: number, frequency: number, factor: number, bit: number): void {
    this.#masks[slot] = (this.#masks[slot] as number) | bit;
    this.#scores[slot] =
      (this.#scores[slot] as number) + (factor * frequency) / (frequency + (this.#norms[slot] as number));
  }

  #prepare(corpus: Corpus): void {
    const { slots } = corpus;
    if (slots > this.#scores.length) {
      const room = Math.ceil(slots * 1.25) + 1_024;
      this.#scores = new Float32Array(room);
      this.#masks = new Uint32Array(room);
      this.#norms = new Float32Array(room);
      this.#normsVersion = -1;
    } else {
      this.#scores.fill(0, 0, Math.max(slots, this.#slots));
      this.#masks.fill(0, 0, Math.max(slots, this.#slots));
    }
    this.#slots = slots;
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
