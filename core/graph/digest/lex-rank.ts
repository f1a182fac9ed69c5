import { BestRows } from '../edges/best-rows.ts';
import { NeighbourFinder } from '../edges/neighbours.ts';
import type { Steps } from '../steps.ts';
import { TermCounter } from '../terms/term-counter.ts';
import { termVectors } from '../terms/term-vectors.ts';

const DAMPING = 0.85;
const ITERATIONS = 30;
const NEAREST = 12;

/** Importance of each sentence (they sum to 1), and how alike any two nearest ones are. */
export type RankedSentences = {
  readonly score: Float64Array;
  /** Nearest sentences of each, by index, with their cosine. */
  readonly near: readonly ReadonlyMap<number, number>[];
};

/** LexRank (Erkan & Radev 2004): PageRank over the cosine graph of the sentences' TF-IDF vectors. */
export function* lexRank(sentences: readonly string[]): Steps<RankedSentences> {
  const counter = new TermCounter();
  const counts = sentences.map((sentence) => counter.add(sentence));
  const vectors = yield* termVectors(counter, counts);
  const finder = new NeighbourFinder(vectors);
  const best = new BestRows(NEAREST);
  const near: Map<number, number>[] = [];
  for (let s = 0; s < sentences.length; s++) {
    finder.nearest(s, best);
    near.push(new Map(Array.from(best.rows.subarray(0, best.size), (other, i) => [other, best.scores[i]!])));
    if (s % 50 === 0) yield { stage: 'reading', done: s, total: sentences.length };
  }
  const count = sentences.length;
  const strength = near.map((map) => [...map.values()].reduce((sum, cosine) => sum + cosine, 0));
  let score = new Float64Array(count).fill(1 / Math.max(1, count));
  for (let i = 0; i < ITERATIONS; i++) {
    const next = new Float64Array(count).fill((1 - DAMPING) / Math.max(1, count));
    near.forEach((map, s) => {
      if (strength[s] === 0) next[s]! += DAMPING * score[s]!;
      for (const [other, cosine] of map) next[other]! += (DAMPING * score[s]! * cosine) / strength[s]!;
    });
    score = next;
    yield;
  }
  return { score, near };
}
