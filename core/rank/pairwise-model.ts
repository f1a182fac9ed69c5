/** One impression as the learner sees it: a feature row and a gain for each result, in shown order. */
export type TrainingList = {
  readonly rows: readonly (readonly number[])[];
  readonly gains: readonly number[];
};

export type FitOptions = {
  /** Weights that hold without evidence: the centre of the prior and of the trust region. */
  readonly prior: readonly number[];
  /** Prior precision per weight, in lists' worth of evidence. */
  readonly precision: readonly number[];
  /** No weight leaves the prior by more than this. */
  readonly radius: number;
  /** Turns a score difference into log odds of being preferred. */
  readonly temperature: number;
};

/** Ignored results below a used one were perhaps not seen; still preferred against, as measured best. */
const MIN_GAIN = 0.15;
const ITERATIONS = 25;

type Pair = { readonly difference: Float64Array; readonly weight: number };

const pairsOf = ({ rows, gains }: TrainingList, into: Pair[]): void => {
  const pairs: Pair[] = [];
  let total = 0;
  for (const [better, gain] of gains.entries()) {
    for (const [worse, less] of gains.entries()) {
      const weight = gain - less;
      // Used against unused, or neutral against refused: two shades of "ignored" are no preference.
      if (weight < MIN_GAIN) continue;
      const difference = Float64Array.from(rows[better]!, (value, at) => value - rows[worse]![at]!);
      pairs.push({ difference, weight });
      total += weight;
    }
  }
  // Every list counts by what was done on it, not by how many results it showed.
  const most = Math.max(...gains.map(Math.abs), 0);
  for (const { difference, weight } of pairs) into.push({ difference, weight: (weight * most) / total });
};

const dot = (a: readonly number[] | Float64Array, b: readonly number[] | Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
};

/** Weighted sum of features. */
export const scoreOf = (weights: readonly number[], row: readonly number[]): number => dot(weights, row);

/**
 * Maximum a posteriori weights of a Bayesian pairwise logistic model (Bradley–Terry on feature differences) with a
 * Gaussian prior around the shipped weights, by diagonal Newton steps kept inside the trust region.
 * Deterministic: the same lists in the same order give the same weights.
 */
export const fitPairwise = (
  lists: readonly TrainingList[],
  { prior, precision, radius, temperature }: FitOptions,
): number[] => {
  const pairs: Pair[] = [];
  for (const list of lists) pairsOf(list, pairs);
  const weights = [...prior];
  if (pairs.length === 0 || radius <= 0) return weights;
  const width = prior.length;
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width);
  for (let step = 0; step < ITERATIONS; step += 1) {
    for (let at = 0; at < width; at += 1) {
      gradient[at] = -precision[at]! * (weights[at]! - prior[at]!);
      curvature[at] = precision[at]!;
    }
    for (const { difference, weight } of pairs) {
      const wrong = 1 / (1 + Math.exp(temperature * dot(weights, difference)));
      const slope = weight * temperature * wrong;
      // Majorises the curvature over correlated columns, so that diagonal steps do not overshoot.
      const bend = weight * temperature * temperature * wrong * (1 - wrong);
      for (let at = 0; at < width; at += 1) {
        const value = difference[at]!;
        if (value === 0) continue;
        gradient[at] = gradient[at]! + slope * value;
        curvature[at] = curvature[at]! + bend * value * value;
      }
    }
    const damping = 0.5;
    for (let at = 0; at < width; at += 1) {
      const moved = weights[at]! + (damping * gradient[at]!) / curvature[at]!;
      weights[at] = Math.max(prior[at]! - radius, Math.min(prior[at]! + radius, moved));
    }
  }
  return weights;
};
