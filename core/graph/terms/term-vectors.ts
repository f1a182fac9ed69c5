import type { Steps } from '../steps.ts';
import type { PackedCounts, TermCounter } from './term-counter.ts';

/** One sparse vector of length 1 per row, its heaviest term first. */
export type TermVectors = {
  readonly offsets: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
};

/** Terms kept per memory. */
export const VECTOR_TERMS = 40;

/** Rows handled between two chances to yield. */
const SLICE = 500;

/** Scores are compared in steps of 1/1024; above it a term id fits below 2^28. */
const SCORE_STEP = 1_024;
const ID_SPACE = 2 ** 28;

/** Collects (term, score) pairs and hands out the best ones; the buffer is reused from row to row. */
export class TopTerms {
  #keys = new Float64Array(1_024);
  #count = 0;

  add(term: number, score: number): void {
    if (this.#count === this.#keys.length) {
      const next = new Float64Array(this.#count * 2);
      next.set(this.#keys);
      this.#keys = next;
    }
    this.#keys[this.#count++] = Math.round(score * SCORE_STEP) * ID_SPACE + term;
  }

  /** Empties itself into the best `limit` pairs, best first. */
  take(limit: number, each: (term: number, score: number) => void): void {
    const sorted = this.#keys.subarray(0, this.#count).sort();
    for (let i = this.#count - 1; i >= 0 && i >= this.#count - limit; i--) {
      const key = sorted[i]!;
      const score = Math.floor(key / ID_SPACE);
      each(key - score * ID_SPACE, score / SCORE_STEP);
    }
    this.#count = 0;
  }
}

/** 1 + ln tf by packed count. */
const FREQUENCY_WEIGHT = Float64Array.from({ length: 16 }, (_, count) => (count ? 1 + Math.log(count) : 0));

/** Smoothed inverse document frequency (Robertson, Spärck Jones); 0 for a term that only one memory holds. */
export const inverseFrequency = (documents: number, frequency: number): number =>
  frequency < 2 ? 0 : Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

/** Gathers rows of (term, weight) as unit vectors. */
export class VectorWriter {
  readonly #offsets: number[] = [0];
  #terms = new Uint32Array(1 << 14);
  #weights = new Float32Array(1 << 14);
  #size = 0;

  addRow(terms: readonly number[], weights: readonly number[]): void {
    let squares = 0;
    for (const weight of weights) squares += weight * weight;
    const norm = Math.sqrt(squares) || 1;
    if (this.#size + terms.length > this.#terms.length) this.#grow();
    for (let i = 0; i < terms.length; i++) {
      this.#terms[this.#size] = terms[i]!;
      this.#weights[this.#size++] = weights[i]! / norm;
    }
    this.#offsets.push(this.#size);
  }

  finish(): TermVectors {
    return {
      offsets: Uint32Array.from(this.#offsets),
      terms: this.#terms.slice(0, this.#size),
      weights: this.#weights.slice(0, this.#size),
    };
  }

  #grow(): void {
    const terms = new Uint32Array(this.#terms.length * 2);
    const weights = new Float32Array(this.#weights.length * 2);
    terms.set(this.#terms);
    weights.set(this.#weights);
    this.#terms = terms;
    this.#weights = weights;
  }
}

/** TF-IDF vectors, (1 + ln tf) · idf · boost, of the best {@link VECTOR_TERMS} terms of each memory. */
export function* termVectors(counter: TermCounter, rows: readonly PackedCounts[]): Steps<TermVectors> {
  const writer = new VectorWriter();
  const top = new TopTerms();
  const documents = counter.documents;
  const worthOf = new Float32Array(counter.documentFrequency.values.length);
  for (let term = 0; term < worthOf.length; term++) {
    const idf = inverseFrequency(documents, counter.documentFrequency.at(term));
    if (idf > 0) worthOf[term] = idf * counter.boost(term);
  }
  for (let r = 0; r < rows.length; r++) {
    for (const packed of rows[r]!) {
      const term = packed >>> 4;
      const value = worthOf[term]!;
      if (value > 0) top.add(term, value * FREQUENCY_WEIGHT[packed & 15]!);
    }
    const terms: number[] = [];
    const weights: number[] = [];
    top.take(VECTOR_TERMS, (term, score) => {
      terms.push(term);
      weights.push(score);
    });
    writer.addRow(terms, weights);
    if (r % SLICE === 0) yield { stage: 'weighing', done: r, total: rows.length };
  }
  return writer.finish();
}
