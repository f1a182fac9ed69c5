import type { Steps } from '../steps.ts';
import type { TermVectors } from '../terms/term-vectors.ts';

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
  readonly #touched: number[] = [];

  constructor(vectors: TermVectors) {
    this.#vectors = vectors;
    this.#postings = invert(vectors);
    this.#score = new Float32Array(vectors.offsets.length - 1);
    this.#dense = new Float32Array(this.#postings.offsets.length);
  }

  /** Calls back with the `k` rows of the largest cosine to `row`, best first, itself left out. */
  nearest(row: number, k: number, each: (other: number, cosine: number) => void): void {
    this.#gather(row);
    const ids: number[] = [];
    const cosines: number[] = [];
    for (const candidate of this.#bestCandidates(row)) {
      const cosine = this.#cosine(candidate);
      let at = ids.length;
      if (at === k && cosine <= cosines[at - 1]!) continue;
      while (at > 0 && cosines[at - 1]! < cosine) at--;
      ids.splice(at, 0, candidate);
      cosines.splice(at, 0, cosine);
      if (ids.length > k) {
        ids.pop();
        cosines.pop();
      }
    }
    const { offsets, terms } = this.#vectors;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) this.#dense[terms[i]!] = 0;
    ids.forEach((id, i) => {
      each(id, cosines[i]!);
    });
  }

  #gather(row: number): void {
    const { offsets, terms, weights } = this.#vectors;
    const lists: number[] = [];
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      this.#dense[terms[i]!] = weights[i]!;
      lists.push(terms[i]!);
    }
    const postings = this.#postings;
    const length = (term: number) => postings.offsets[term + 1]! - postings.offsets[term]!;
    lists.sort((a, b) => length(a) - length(b));
    let budget = POSTING_BUDGET;
    for (const term of lists) {
      let from = postings.offsets[term]!;
      let to = postings.offsets[term + 1]!;
      const room = Math.min(MAX_POSTINGS, budget);
      if (to - from > room) {
        const own = lowerBound(postings.rows, from, to, row);
        from = Math.max(from, Math.min(own - (room >> 1), to - room));
        to = from + room;
      }
      const weight = this.#dense[term]!;
      for (let p = from; p < to; p++) {
        const other = postings.rows[p]!;
        if (this.#score[other] === 0) this.#touched.push(other);
        this.#score[other]! += weight * postings.weights[p]!;
      }
      budget -= to - from;
      if (budget <= 0) break;
    }
  }

  #bestCandidates(row: number): number[] {
    const score = this.#score;
    const touched = this.#touched;
    const best: number[] = [];
    let floor = 0;
    for (const other of touched) {
      if (other === row || score[other]! <= floor) continue;
      best.push(other);
      if (best.length < 4 * CANDIDATES) continue;
      best.sort((a, b) => score[b]! - score[a]! || a - b);
      best.length = CANDIDATES;
      floor = score[best[CANDIDATES - 1]!]!;
    }
    best.sort((a, b) => score[b]! - score[a]! || a - b);
    if (best.length > CANDIDATES) best.length = CANDIDATES;
    for (const other of touched) score[other] = 0;
    touched.length = 0;
    return best;
  }

  #cosine(other: number): number {
    const { offsets, terms, weights } = this.#vectors;
    let dot = 0;
    for (let i = offsets[other]!; i < offsets[other + 1]!; i++) dot += weights[i]! * this.#dense[terms[i]!]!;
    return dot;
  }
}

/** The `k` nearest rows by cosine of every row. Never compares all pairs. */
export function* nearestNeighbours(vectors: TermVectors, k: number): Steps<Neighbours> {
  const rows = vectors.offsets.length - 1;
  const finder = new NeighbourFinder(vectors);
  const ids = new Int32Array(rows * k).fill(-1);
  const cosines = new Float32Array(rows * k);
  for (let row = 0; row < rows; row++) {
    let at = row * k;
    finder.nearest(row, k, (other, cosine) => {
      ids[at] = other;
      cosines[at++] = cosine;
    });
    if (row % SLICE === 0) yield { stage: 'connecting', done: row, total: rows };
  }
  return { k, ids, cosines };
}
