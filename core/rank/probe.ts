import type { Impression, Probe } from './types.ts';

/** Share of shown lists that carry a probe; the coin turns half of them round. */
const PROBE_SHARE = 0.1;
/** Neighbours further down are hardly looked at. */
const PROBED_POSITIONS = 5;
const MIN_PROBES = 20;

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
const coins = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * Chooses a pair of neighbours to compare in one list: two whose order learning turned round, where there are any, since
 * they tell what learning is worth. At most 5 % of lists are changed: every tenth carries a probe, and a coin decides.
 * @param order plain positions of the results in shown order.
 * @param id of the list; the coins follow from it alone, so that they are independent of what is shown.
 */
export const chooseProbe = (order: readonly number[], id: number): Probe | undefined => {
  const random = coins(id);
  if (order.length < 2 || random() >= PROBE_SHARE) return undefined;
  const places = Array.from({ length: Math.min(PROBED_POSITIONS, order.length) - 1 }, (_, at) => at);
  const turned = places.filter((at) => order[at]! > order[at + 1]!);
  const from = turned.length > 0 ? turned : places;
  return { at: from[Math.floor(random() * from.length)]!, swapped: random() < 0.5 };
};

/** Puts a probe's pair in the order its coin decided. */
export const withProbe = <T>(list: readonly T[], probe: Probe | undefined): T[] => {
  const copy = [...list];
  if (probe?.swapped) [copy[probe.at], copy[probe.at + 1]] = [copy[probe.at + 1]!, copy[probe.at]!];
  return copy;
};

/** Which of a probe's two results was used, where exactly one was. */
const chosen = ({ probe, shown }: Impression, gains: readonly number[]): 'upper' | 'lower' | undefined => {
  if (!probe || !shown[probe.at + 1]) return undefined;
  const [upper, lower] = [(gains[probe.at] ?? 0) > 0, (gains[probe.at + 1] ?? 0) > 0];
  return upper === lower ? undefined : upper ? 'upper' : 'lower';
};

/** Probes decided so far. */
export type ProbeCounts = {
  /** Decided probes. */
  readonly n: number;
  /** Those in which the result that learning puts first was used. */
  readonly learned: number;
};
export const NO_PROBES: ProbeCounts = { n: 0, learned: 0 };

/** Adds one impression's outcome. The learned first stands above unless the coin turned the pair round. */
export const countProbe = (
  counts: ProbeCounts,
  impression: Impression,
  gains: readonly number[],
): ProbeCounts => {
  const place = chosen(impression, gains);
  if (!place) return counts;
  const isLearned = (place === 'upper') !== impression.probe!.swapped;
  return { n: counts.n + 1, learned: counts.learned + (isLearned ? 1 : 0) };
};

/** A share with its 95 % interval. */
export type Share = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

/** Interval of Wilson (1927) for `hits` of `n`. */
export const wilson = (hits: number, n: number): Share => {
  const z = 1.96;
  const value = hits / n;
  const scale = 1 + (z * z) / n;
  const centre = (value + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half), n };
};

/** How often the learned order of two neighbours was the better one; undefined below 20 decided probes. */
export const effectOf = ({ n, learned }: ProbeCounts): Share | undefined =>
  n < MIN_PROBES ? undefined : wilson(learned, n);
