import { type Corpus, PASSAGE } from '../segments/corpus.ts';
import type { SearchSegment } from '../segments/segment.ts';
import type { QueryTerm } from './query-term.ts';

const K1 = 1.2;
const B = 0.6;

/** What the best passage of one document holds of the query. */
export type PassageScore = {
  /** BM25 of the best passage, in the units of Σ idf. */
  readonly score: number;
  /** Terms in the best passage, one bit each. */
  readonly mask: number;
  /** Terms anywhere in the document. */
  readonly wholeMask: number;
  /** Σ √(idf·idf) over query neighbours that stand next to each other in the document, each once. */
  readonly adjacent: number;
  /** First token of the best passage. */
  readonly at: number;
};

/** What a document without any word of the query scores. */
export const NOTHING: PassageScore = { score: 0, mask: 0, wholeMask: 0, adjacent: 0, at: 0 };

/** Term number of the segment in hand → query term + 1, and its weight. Shared, because clearing 64 K costs more than a query. */
const termByToken = new Uint8Array(65_536);
const weightByToken = new Float32Array(65_536);
let marked: number[] = [];

/** Scores documents by their best passage of {@link PASSAGE} words, starting at any hit. */
export class PassageScorer {
  readonly #terms: readonly QueryTerm[];
  readonly #corpus: Corpus;
  #segment: SearchSegment | undefined;
  #positions = new Uint32Array(256);
  #tokens = new Uint16Array(256);
  readonly #frequencies = new Float64Array(32);

  constructor(corpus: Corpus, terms: readonly QueryTerm[]) {
    this.#corpus = corpus;
    this.#terms = terms;
  }

  /** One scorer is used at a time. Cheapest when called in slot order: each change of segment looks the terms up anew. */
  score(slot: number): PassageScore {
    const { segment, base } = this.#corpus.entryOf(slot);
    if (segment !== this.#segment) this.#enter(segment, this.#corpus.entryIndexOf(slot));
    const { tokenStart } = segment.columns;
    const from = tokenStart[slot - base] as number;
    const to = tokenStart[slot - base + 1] as number;
    const hits = this.#findHits(segment.tokens, from, to);
    if (hits === 0) return NOTHING;
    return this.#bestWindow(hits, to - from);
  }

  #enter(segment: SearchSegment, entry: number): void {
    for (const token of marked) termByToken[token] = 0;
    marked = [];
    this.#segment = segment;
    this.#terms.forEach(({ variants }, index) => {
      for (const { term, weight } of variants) {
        const id = this.#corpus.termIds(term)[entry] as number;
        if (id < 0 || termByToken[id] !== 0) continue;
        termByToken[id] = index + 1;
        weightByToken[id] = weight;
        marked.push(id);
      }
    });
  }

  #findHits(tokens: Uint16Array, from: number, to: number): number {
    let hits = 0;
    for (let at = from; at < to; at++) {
      const token = tokens[at] as number;
      if (termByToken[token] === 0) continue;
      if (hits === this.#positions.length) this.#growHits();
      this.#positions[hits] = at - from;
      this.#tokens[hits++] = token;
    }
    return hits;
  }

  #bestWindow(hits: number, length: number): PassageScore {
    const norm = K1 * (1 - B + (B * Math.min(length, PASSAGE)) / this.#corpus.averagePassage);
    const frequencies = this.#frequencies.fill(0);
    let best = -1;
    let bestMask = 0;
    let bestAt = 0;
    let wholeMask = 0;
    let end = 0;
    for (let start = 0; start < hits; start++) {
      const limit = (this.#positions[start] as number) + PASSAGE;
      const before = end;
      for (; end < hits && (this.#positions[end] as number) < limit; end++) this.#shift(end, 1);
      if (start === 0 || end > before) {
        let score = 0;
        let mask = 0;
        for (let index = 0; index < this.#terms.length; index++) {
          const frequency = frequencies[index] as number;
          if (frequency < 1e-6) continue;
          mask |= 1 << index;
          score += ((this.#terms[index] as QueryTerm).idf * frequency * (K1 + 1)) / (frequency + norm);
        }
        wholeMask |= mask;
        if (score > best) {
          best = score;
          bestMask = mask;
          bestAt = this.#positions[start] as number;
        }
      }
      this.#shift(start, -1);
    }
    return { score: best, mask: bestMask, wholeMask, adjacent: this.#adjacency(hits), at: bestAt };
  }

  #shift(hit: number, sign: 1 | -1): void {
    const token = this.#tokens[hit] as number;
    const index = (termByToken[token] as number) - 1;
    this.#frequencies[index] = (this.#frequencies[index] as number) + sign * (weightByToken[token] as number);
  }

  /** Neighbouring query terms at most two words apart, in the query's order. */
  #adjacency(hits: number): number {
    let seen = 0;
    let sum = 0;
    for (let hit = 0; hit + 1 < hits; hit++) {
      const index = (termByToken[this.#tokens[hit] as number] as number) - 1;
      const next = (termByToken[this.#tokens[hit + 1] as number] as number) - 1;
      const bit = 1 << index;
      if (next !== index + 1 || (seen & bit) !== 0) continue;
      if ((this.#positions[hit + 1] as number) - (this.#positions[hit] as number) > 2) continue;
      seen |= bit;
      sum += Math.sqrt((this.#terms[index] as QueryTerm).idf * (this.#terms[next] as QueryTerm).idf);
    }
    return sum;
  }

  #growHits(): void {
    const positions = new Uint32Array(this.#positions.length * 2);
    positions.set(this.#positions);
    this.#positions = positions;
    const tokens = new Uint16Array(this.#tokens.length * 2);
    tokens.set(this.#tokens);
    this.#tokens = tokens;
  }
}
