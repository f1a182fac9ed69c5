import type { Random } from './random.ts';
import { seeded } from './random.ts';

/** NDCG at 5 of a list of gains in shown order, against the best order of all gains there are. */
export const ndcg5 = (shown: readonly number[], all: readonly number[]): number => {
  const dcg = (gains: readonly number[]): number =>
    gains.slice(0, 5).reduce((sum, gain, at) => sum + (2 ** gain - 1) / Math.log2(at + 2), 0);
  const best = dcg(all.toSorted((a, b) => b - a));
  return best > 0 ? dcg(shown) / best : 0;
};

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Value with the 95 % interval of a bootstrap over groups (people), 1,000 resamples, fixed seed. */
export const bootstrap = <T>(
  groups: readonly T[],
  statistic: (sample: readonly T[]) => number,
): { value: number; low: number; high: number } => {
  const random: Random = seeded(20_260);
  const values = Array.from({ length: 1_000 }, () =>
    statistic(Array.from(groups, () => groups[Math.floor(random() * groups.length)]!)),
  ).toSorted((a, b) => a - b);
  return { value: statistic(groups), low: values[25]!, high: values[974]! };
};
