import type { Steps } from '../steps.ts';
import type { TermVectors } from '../terms/term-vectors.ts';
import { BestRows } from './best-rows.ts';

/** Up to `k` nearest rows of each row, best first; −1 fills the rest. */
export type Neighbours = { readonly k: number; readonly ids: Int32Array; readonly cosines: Float32Array };

/** Postings looked at per memory: bounds the work to memories × budget, whatever the vocabulary. */
const POSTING_BUDGET = 1_500;
/** Postings of one term looked at; of a longer list, those nearest in time. */
const MAX_POSTINGS = 250;
/** Candidates whose exact cosine is computed. */
const CANDIDATES = 32;
const SLICE = 100;

type Postings = { readonly offsets: Uint32Array; readonly rows: Uint32Array; readonly weights: Float32Array };

/** Rows by term; rows of a term ascend. */
export const invert = (vectors: TermVectors): Postings => {
  let vocabulary = 0;
  for (const term of vectors.terms) if (term >= vocabulary) vocabulary = term + 1;
  const offsets = new Uint32Array(vocabulary + 1);
  for (const term of vectors.terms) offsets[term + 1]!++;
  for (let t = 0; t < vocabulary; t++) offsets[t + 1]! += offsets[t]!;
  const cursor = offsets.slice(0, vocabulary);
  const rows = new Uint32Array(vectors.terms.length);
  const weights = new Float32Array(vectors.terms.length);
  for (let r = 0; r + 1 < vectors.offsets.length; r++) {
    for (let i = vectors.offsets[r]!; i < vectors.offsets[r + 1]!; i++) {
      const at = cursor[vectors.terms[i]!]!++;
      rows[at] = r;
      weights[at] = vectors.weights[i]!;
    }
  }
  return { offsets, rows, weights };
};

const lowerBound = (values: Uint32Array, from: number, to: number, wanted: number): number => {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Finds the nearest rows of one vector at a time through the inverted index. */
export class NeighbourFinder {
  readonly #vectors: TermVectors;
  readonly #postings: Postings;
  readonly #score: Float32Array;
  readonly #dense: Float32Array;
  readonly #touched = new Uint32Array(POSTING_BUDGET);
  readonly #candidates = new BestRows(CANDIDATES);
  #lists: Uint32Array;

  constructor(vectors: TermVectors) {
    this.#vectors = vectors;
    this.#postings = invert(vectors);
    this.#score = new Float32Array(vectors.offsets.length - 1);
    this.#dense = new Float32Array(this.#postings.offsets.length);
    this.#lists = new Uint32Array(64);
  }

  /** Fills `best` with the rows of the largest cosine to `row`, itself left out. */
  nearest(row: number, best: BestRows): void {
    best.clear();
    const touched = this.#gather(row);
    const score = this.#score;
    const candidates = this.#candidates;
    candidates.clear();
    for (let i = 0; i < touched; i++) {
      const other = this.#touched[i]!;
      if (other !== row) candidates.offer(other, score[other]!);
      score[other] = 0;
    }
    for (let i = 0; i < candidates.size; i++) {
      const other = candidates.rows[i]!;
      best.offer(other, this.#cosine(other));
    }
    const { offsets, terms } = this.#vectors;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) this.#dense[terms[i]!] = 0;
  }

  /** Adds up scores along the row's postings, rarest term first; returns how many rows were touched. */
  #gather(row: number): number {
    const lists = this.#sortedLists(row);
    const { offsets, rows, weights } = this.#postings;
    const score = this.#score;
    let budget = POSTING_BUDGET;
    let touched = 0;
    for (let l = 0; l < lists && budget > 0; l++) {
      const term = this.#lists[l]!;
      let from = offsets[term]!;
      let to = offsets[term + 1]!;
      const room = Math.min(MAX_POSTINGS, budget);
      if (to - from > room) {
        const own = lowerBound(rows, from, to, row);
        from = Math.max(from, Math.min(own - (room >> 1), to - room));
        to = from + room;
      }
      const weight = this.#dense[term]!;
      for (let p = from; p < to; p++) {
        const other = rows[p]!;
        if (score[other] === 0) this.#touched[touched++] = other;
        score[other]! += weight * weights[p]!;
      }
      budget -= to - from;
    }
    return touched;
  }

  /** Puts the row's weights in place and its terms in order of their postings' length; returns their number. */
  #sortedLists(row: number): number {
    const { offsets, terms, weights } = this.#vectors;
    const starts = this.#postings.offsets;
    const first = offsets[row]!;
    const count = offsets[row + 1]! - first;
    if (count > this.#lists.length) this.#lists = new Uint32Array(count);
    const lists = this.#lists;
    for (let i = 0; i < count; i++) {
      const term = terms[first + i]!;
      this.#dense[term] = weights[first + i]!;
      const length = starts[term + 1]! - starts[term]!;
      let at = i;
      for (; at > 0; at--) {
        const other = lists[at - 1]!;
        if (starts[other + 1]! - starts[other]! <= length) break;
        lists[at] = other;
      }
      lists[at] = term;
    }
    return count;
  }

  #cosine(other: number): number {
    const { offsets, terms, weights } = this.#vectors;
    const end = offsets[other + 1]!;
    let dot = 0;
    for (let i = offsets[other]!; i < end; i++) dot += weights[i]! * this.#dense[terms[i]!]!;
    return dot;
  }
}

/** The `k` nearest rows by cosine of every row. Never compares all pairs. */
export function* nearestNeighbours(vectors: TermVectors, k: number): Steps<Neighbours> {
  const rows = vectors.offsets.length - 1;
  const finder = new NeighbourFinder(vectors);
  const ids = new Int32Array(rows * k).fill(-1);
  const cosines = new Float32Array(rows * k);
  const best = new BestRows(k);
  for (let row = 0; row < rows; row++) {
    finder.nearest(row, best);
    for (let i = 0; i < best.size; i++) {
      ids[row * k + i] = best.rows[i]!;
      cosines[row * k + i] = best.scores[i]!;
    }
    if (row % SLICE === 0) yield { stage: 'connecting', done: row, total: rows };
  }
  return { k, ids, cosines };
}
