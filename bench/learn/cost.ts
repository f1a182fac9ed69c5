import { Ranker, trainBoosted } from '../../core/rank/index.ts';
import { simulatePerson } from './person.ts';
import { contextOf, Life } from './simulate.ts';
import type { World } from './world.ts';

/**
 * Median milliseconds of re-ranking 100 candidates, and seconds to learn 10,000 impressions from nothing and to train
 * and test trees on those due there.
 */
export const cost = async (
  world: World,
): Promise<{
  candidates: number;
  rerank: number;
  runs: number;
  train: number;
  lists: number;
  trees: number;
}> => {
  const own = world.conversations.map((_, at) => at);
  const life = new Life(world, simulatePerson(world.conversations, own, 'questions', 5), 5, 0.2);
  await life.teach(200);
  const query = life.person.next();
  const candidates = world.search(query.text).slice(0, 100);
  const context = contextOf(world, query, []);
  const times = Array.from({ length: 300 }, () => {
    const started = performance.now();
    life.ranker.rank(candidates, context);
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  const used = life.impressions.filter(({ signals }) => signals.length > 0);
  const span = life.impressions.at(-1)!.at - life.impressions[0]!.at;
  const many = Array.from({ length: 10_000 }, (_, id) => {
    const impression = used[id % used.length]!;
    const round = Math.floor(id / used.length);
    return {
      ...impression,
      id,
      at: impression.at + round * span,
      signals: impression.signals.map((signal) => ({ ...signal, at: signal.at + round * span })),
      queryKey: `${impression.queryKey}-${round % 40}`,
    };
  });
  const started = performance.now();
  const due = Ranker.restore(many, world.lookup).boostDue();
  const restored = performance.now();
  if (!due) throw new Error('bench learn: no trees were due after 10,000 lists');
  trainBoosted(due);
  return {
    candidates: candidates.length,
    rerank: times[150]!,
    runs: times.length,
    train: (restored - started) / 1_000,
    lists: due.queries.length,
    trees: (performance.now() - restored) / 1_000,
  };
};
