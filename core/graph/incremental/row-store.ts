import { TermCounter } from '../terms/term-counter.ts';
import { inverseFrequency, VECTOR_TERMS } from '../terms/term-vectors.ts';
import type { GraphCheckpoint, GraphDocument, GraphRow } from '../types.ts';

type Vector = { readonly terms: ArrayLike<number>; readonly weights: ArrayLike<number> };
type SparseSum = Map<number, number>;

/** Postings of one term looked at, newest first, and candidates compared exactly. */
const MAX_POSTINGS = 1_000;
const CANDIDATES = 48;
/** As in the full build: a turn beside counts half, the next one a quarter. */
const REACH = 2;
const SHARE = 0.5;

/** The memories of a graph with their own key terms, open to new ones. */
export class RowStore {
  readonly rows: GraphRow[] = [];
  readonly rowOf = new Map<number, number>();
  readonly #counter = new TermCounter();
  readonly #vectors: Vector[] = [];
  readonly #turns = new Map<number, number[]>();
  #postings: Map<number, number[]> | undefined;

  constructor(data: GraphCheckpoint) {
    const termOf = Uint32Array.from(data.labels, (label, i) =>
      Math.max(0, this.#counter.intern(label, data.documentFrequency[i]!)),
    );
    const terms = data.terms.terms.map((label) => termOf[label]!);
    this.#counter.documents = data.rows.length;
    data.rows.forEach((row, r) => {
      const from = data.terms.offsets[r]!;
      const to = data.terms.offsets[r + 1]!;
      this.#insert(row, { terms: terms.subarray(from, to), weights: data.terms.weights.subarray(from, to) });
    });
  }

  /** Takes a memory in; returns its row. */
  add({ text, label: _, ...row }: GraphDocument): number {
    const scored = Array.from(this.#counter.add(text), (packed) => {
      const term = packed >>> 4;
      const idf = inverseFrequency(this.#counter.documents, this.#counter.documentFrequency.at(term));
      return { term, score: idf * this.#counter.boost(term) * (1 + Math.log(packed & 15)) };
    });
    const best = scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, VECTOR_TERMS);
    const norm = Math.hypot(...best.map(({ score }) => score)) || 1;
    return this.#insert(row, {
      terms: Uint32Array.from(best, ({ term }) => term),
      weights: Float32Array.from(best, ({ score }) => score / norm),
    });
  }

  /** Rows right before and after in the same conversation. */
  turnsBeside(row: number): number[] {
    const turns = this.#turns.get(this.rows[row]!.conversation) ?? [];
    const at = turns.indexOf(row);
    return [turns[at - 1], turns[at + 1]].filter((other) => other !== undefined);
  }

  /** The nearest rows by cosine of what is said in and around them, best first. */
  nearest(row: number, limit: number): { row: number; cosine: number; shared: string[] }[] {
    const query = this.#context(row);
    const scores = new Map<number, number>();
    for (const [term, weight] of query) {
      const list = this.#posted(term);
      for (let i = Math.max(0, list.length - MAX_POSTINGS); i < list.length; i++) {
        scores.set(list[i]!, (scores.get(list[i]!) ?? 0) + weight);
      }
    }
    scores.delete(row);
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .map(([other]) => {
        const { cosine, terms } = compare(query, this.#context(other));
        return { row: other, cosine, shared: terms.map((term) => this.#counter.label(term)) };
      })
      .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
      .slice(0, limit);
  }

  /** What two rows have in common, weightiest first. */
  shared(a: number, b: number): string[] {
    return compare(this.#context(a), this.#context(b)).terms.map((term) => this.#counter.label(term));
  }

  /**
   * Topic signature (Lin & Hovy 2000) of some rows: for each of their key terms that is more frequent there than in
   * all rows, ln(1 + rows with it · ln(its share there / its share in all)).
   */
  signature(rows: readonly number[]): Map<string, number> {
    const rowsWith = new Map<number, number>();
    for (const row of rows) {
      const { terms } = this.#vectors[row]!;
      for (let t = 0; t < terms.length; t++) rowsWith.set(terms[t]!, (rowsWith.get(terms[t]!) ?? 0) + 1);
    }
    const worth = new Map<string, number>();
    for (const [term, count] of rowsWith) {
      const usual = this.#counter.documentFrequency.at(term) / this.rows.length;
      const lift = Math.log(count / rows.length / usual);
      if (lift > 0) worth.set(this.#counter.label(term), Math.log1p(count * lift));
    }
    return worth;
  }

  /** The terms of the given rows in the form of a full build, over no other labels than theirs. */
  export(rows: readonly number[]): GraphCheckpoint {
    const dense = new Map<number, number>();
    const labels: string[] = [];
    const frequency: number[] = [];
    const offsets = new Uint32Array(rows.length + 1);
    const terms: number[] = [];
    const weights: number[] = [];
    rows.forEach((row, i) => {
      const vector = this.#vectors[row]!;
      for (let t = 0; t < vector.terms.length; t++) {
        const term = vector.terms[t]!;
        let label = dense.get(term);
        if (label === undefined) {
          label = labels.push(this.#counter.label(term)) - 1;
          dense.set(term, label);
          frequency.push(this.#counter.documentFrequency.at(term));
        }
        terms.push(label);
        weights.push(vector.weights[t]!);
      }
      offsets[i + 1] = terms.length;
    });
    return {
      rows: rows.map((row) => this.rows[row]!),
      labels,
      documentFrequency: Uint32Array.from(frequency),
      terms: { offsets, terms: Uint32Array.from(terms), weights: Float32Array.from(weights) },
    };
  }

  #insert(meta: GraphRow, vector: Vector): number {
    const row = this.rows.push(meta) - 1;
    this.rowOf.set(meta.seq, row);
    this.#vectors.push(vector);
    const turns = this.#turns.get(meta.conversation) ?? [];
    this.#turns.set(meta.conversation, turns);
    let at = turns.length;
    while (at > 0 && this.rows[turns[at - 1]!]!.order > meta.order) at--;
    turns.splice(at, 0, row);
    if (this.#postings) post(this.#postings, row, vector);
    return row;
  }

  #posted(term: number): readonly number[] {
    if (!this.#postings) {
      const postings = new Map<number, number[]>();
      this.#vectors.forEach((vector, row) => {
        post(postings, row, vector);
      });
      this.#postings = postings;
    }
    return this.#postings.get(term) ?? [];
  }

  #context(row: number): SparseSum {
    const sum: SparseSum = new Map();
    const turns = this.#turns.get(this.rows[row]!.conversation)!;
    const at = turns.indexOf(row);
    for (let step = -REACH; step <= REACH; step++) {
      const other = turns[at + step];
      if (other === undefined) continue;
      const { terms, weights } = this.#vectors[other]!;
      const factor = SHARE ** Math.abs(step);
      for (let i = 0; i < terms.length; i++) {
        sum.set(terms[i]!, (sum.get(terms[i]!) ?? 0) + factor * weights[i]!);
      }
    }
    return sum;
  }
}

const post = (postings: Map<number, number[]>, row: number, { terms }: Vector): void => {
  for (let i = 0; i < terms.length; i++) {
    const list = postings.get(terms[i]!);
    if (list) list.push(row);
    else postings.set(terms[i]!, [row]);
  }
};

const lengthOf = (vector: SparseSum): number => {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares) || 1;
};

/** Terms that explain a likeness. */
const SHOWN_SHARED = 5;

const compare = (a: SparseSum, b: SparseSum): { cosine: number; terms: number[] } => {
  const products: [number, number][] = [];
  let dot = 0;
  for (const [term, weight] of a) {
    const other = b.get(term);
    if (other === undefined) continue;
    dot += weight * other;
    products.push([term, weight * other]);
  }
  products.sort((x, y) => y[1] - x[1]);
  return {
    cosine: dot / (lengthOf(a) * lengthOf(b)),
    terms: products.slice(0, SHOWN_SHARED).map(([term]) => term),
  };
};
