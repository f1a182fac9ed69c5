import { type CandidateMeta, type RankCandidate, Ranker } from '../../core/rank/index.ts';
import { bootstrap, mean, ndcg5 } from './ndcg.ts';
import { pick, seeded } from './random.ts';

const MEMORIES = 1_000;
const QUERIES = 60;
const CANDIDATES = 50;
const TAUGHT = 200;
const START = Date.UTC(2025, 0, 6);
const HOUR_MS = 3_600_000;

/**
 * The reference system's protocol: the graded label of a memory is its own importance, which the ranker also reads.
 * Circular, and printed as such: it only shows that the same work was done.
 * @returns plain and learned NDCG@5 with intervals over queries.
 */
export const circular = (): Record<'plain' | 'learned', { value: number; low: number; high: number }> => {
  const random = seeded(7);
  const importances = Array.from({ length: MEMORIES }, () => 1 + Math.floor(random() * 5));
  const metaOf = (seq: number): CandidateMeta => ({
    agentId: 'agent',
    role: 'assistant',
    createdAt: START,
    conversationKey: `topic-${seq % 20}`,
    site: 'site',
    pinned: false,
    importance: importances[seq]!,
    length: 400,
    tags: [],
    hasCode: false,
  });
  const offer = (): RankCandidate[] => {
    const seqs = new Set<number>();
    while (seqs.size < CANDIDATES) seqs.add(Math.floor(random() * MEMORIES));
    return [...seqs]
      .map((seq) => ({ seq, score: 5 + random() * 3, features: [], meta: metaOf(seq), trust: 1 }))
      .toSorted((a, b) => b.score - a.score);
  };
  const ranker = Ranker.restore([], metaOf);
  const contextAt = (at: number) => ({
    now: START + at * HOUR_MS,
    query: `topic ${at}`,
    queryKey: `topic ${at}`,
    situation: { captures: [] },
  });
  for (let at = 0; at < TAUGHT; at += 1) {
    const candidates = offer();
    const context = contextAt(at);
    const shown = ranker.impression(candidates, ranker.rank(candidates, context), context, at);
    const good = shown.shown.filter(({ seq }) => importances[seq]! >= 4);
    if (good.length === 0) continue;
    const { seq } = pick(random, good);
    ranker.learn({ ...shown, signals: [{ kind: 'copy', seq, at: context.now }] });
  }
  const scores = Array.from({ length: QUERIES }, (_, at) => {
    const candidates = offer();
    const gains = candidates.map(({ seq }) => importances[seq]! - 1);
    const { order } = ranker.rank(candidates, contextAt(1_000 + at));
    return {
      plain: ndcg5(gains, gains),
      learned: ndcg5(
        order.map((index) => gains[index]!),
        gains,
      ),
    };
  });
  const over = (engine: 'plain' | 'learned') =>
    bootstrap(scores, (sample) => mean(sample.map((score) => score[engine])));
  return { plain: over('plain'), learned: over('learned') };
};
