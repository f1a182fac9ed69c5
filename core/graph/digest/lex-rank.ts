import { BestRows } from '../edges/best-rows.ts';
import { NeighbourFinder } from '../edges/neighbours.ts';
import type { Steps } from '../steps.ts';
import { type PackedCounts, TermCounter } from '../terms/term-counter.ts';
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

/** Tokens from which a sentence has to say more to be worth as much. */
const SHORT = 6;

/** Share of the walk's restarts for each sentence: the worth of its terms by the square root of its length. */
const restartsOf = (
  sentences: readonly string[],
  counter: TermCounter,
  counts: readonly PackedCounts[],
  worthOf: (term: string) => number,
): Float64Array => {
  const worth = Float64Array.from(sentences, (sentence, s) => {
    let sum = 0;
    for (const packed of counts[s]!) sum += worthOf(counter.label(packed >>> 4));
    return sum / Math.sqrt(Math.max(SHORT, sentence.split(/\s+/).length));
  });
  const total = worth.reduce((sum, one) => sum + one, 0);
  return worth.map((one) => (total > 0 ? one / total : 1 / worth.length));
};

/**
 * Topic-sensitive LexRank (Erkan & Radev 2004; Otterbacher, Erkan & Radev 2005): PageRank over the cosine graph of the
 * sentences' TF-IDF vectors, restarted at sentences by the worth of their terms. Without it every sentence is a start
 * alike, and what people say in any conversation is central.
 */
export function* lexRank(
  sentences: readonly string[],
  worthOf: (term: string) => number = () => 0,
): Steps<RankedSentences> {
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
  const strength = near.map((map) => [...map.values()].reduce((sum, cosine) => sum + cosine, 0));
  const restarts = restartsOf(sentences, counter, counts, worthOf);
  let score = restarts;
  for (let i = 0; i < ITERATIONS; i++) {
    const next = restarts.map((share) => (1 - DAMPING) * share);
    near.forEach((map, s) => {
      if (strength[s] === 0) next[s]! += DAMPING * score[s]!;
      for (const [other, cosine] of map) next[other]! += (DAMPING * score[s]! * cosine) / strength[s]!;
    });
    score = next;
    yield;
  }
  return { score, near };
}
