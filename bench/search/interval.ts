import { seededRandom } from './large-store.ts';

const RESAMPLES = 1_000;

/** Mean with its 95 % interval by resampling whole conversations. `of` is not empty. */
export const meanWithInterval = <T extends { readonly conversation: number }>(
  of: readonly T[],
  measureOf: (one: T) => number,
): { readonly value: number; readonly low: number; readonly high: number } => {
  const groups = [...Map.groupBy(of, ({ conversation }) => conversation).values()].map((group) => ({
    sum: group.reduce((sum, one) => sum + measureOf(one), 0),
    count: group.length,
  }));
  const random = seededRandom(11);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < groups.length; draw++) {
      const group = groups[Math.floor(random() * groups.length)] as { sum: number; count: number };
      sum += group.sum;
      count += group.count;
    }
    return sum / count;
  }).sort((a, b) => a - b);
  return {
    value: of.reduce((sum, one) => sum + measureOf(one), 0) / of.length,
    low: means[Math.floor(RESAMPLES * 0.025)] as number,
    high: means[Math.floor(RESAMPLES * 0.975)] as number,
  };
};
