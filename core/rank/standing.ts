/** The orders that compete for a person, plainest first. */
export const ORDERS = ['plain', 'shipped', 'learned'] as const;
export type OrderName = (typeof ORDERS)[number];

/** How each order would have ranked one impression: share of its pairs put right, before learning from it. */
export type Outcome = Readonly<Record<OrderName, number>>;

const USED = 0.15;
/** Chance of rolling back an order that is as good as the simpler one. */
const LEVEL = 0.05;

/** Share of (used, not used) pairs that scores put right, ties half; undefined where there is no such pair. */
export const pairsRight = (scores: readonly number[], gains: readonly number[]): number | undefined => {
  let right = 0;
  let total = 0;
  for (const [better, gain] of gains.entries())
    for (const [worse, less] of gains.entries()) {
      if (gain < USED || less >= USED) continue;
      total += 1;
      right += scores[better]! > scores[worse]! ? 1 : scores[better]! === scores[worse]! ? 0.5 : 0;
    }
  return total > 0 ? right / total : undefined;
};

/** P(at least `hits` of `n` by a fair coin). */
export const signTest = (hits: number, n: number): number => {
  let chance = 0.5 ** n;
  let tail = 0;
  for (let count = 0; count <= n; count += 1) {
    if (count >= hits) tail += chance;
    chance *= (n - count) / (count + 1);
  }
  return Math.min(1, tail);
};

/** Whether `order` does worse than `than` on these impressions, by a one-sided sign test at 5 %. */
export const losesTo = <Name extends string>(
  outcomes: readonly Readonly<Record<Name, number>>[],
  order: Name,
  than: Name,
): boolean => {
  const losses = outcomes.filter((outcome) => outcome[order] < outcome[than]).length;
  const wins = outcomes.filter((outcome) => outcome[order] > outcome[than]).length;
  return losses > wins && signTest(losses, losses + wins) < LEVEL;
};

/** The order to serve: what was learned, rolled back to the shipped weights and to the plain order as far as it loses. */
export const standing = (outcomes: readonly Outcome[]): OrderName => {
  if (!losesTo(outcomes, 'learned', 'shipped') && !losesTo(outcomes, 'learned', 'plain')) return 'learned';
  return losesTo(outcomes, 'shipped', 'plain') ? 'plain' : 'shipped';
};
