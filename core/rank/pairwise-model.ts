/** One impression as the learner sees it: a feature row and a gain for each result, in shown order. */
export type TrainingList = {
  readonly rows: readonly (readonly number[])[];
  readonly gains: readonly number[];
  /** Score each result had by the weights of the moment. */
  readonly linear: readonly number[];
  /** Lists of one query share one query's weight: asking again is no new evidence about other queries. */
  readonly queryKey: string;
};

export type FitOptions = {
  /** Weights that hold without evidence: the centre of the prior and of the trust region. */
  readonly prior: readonly number[];
  /** Prior precision per weight, in lists' worth of evidence. */
  readonly precision: readonly number[];
  /** How far each weight may leave the prior. */
  readonly radius: readonly number[];
  /** Turns a score difference into log odds of being preferred. */
  readonly temperature: number;
};

/** Turns a difference of scores into log odds of being preferred. */
export const TEMPERATURE = 3;

/** A smaller difference of gains is no preference: two shades of "ignored" say nothing. */
const MIN_GAIN = 0.15;
const ITERATIONS = 4;

type Pair = { readonly better: number; readonly worse: number; readonly weight: number };
type PackedList = { readonly rows: readonly (readonly number[])[]; readonly pairs: readonly Pair[] };

/** Every list counts by the clearest thing done on it, not by how many results it showed. */
const pack = ({ rows, gains }: TrainingList): PackedList => {
  const pairs: Pair[] = [];
  let total = 0;
  for (const [better, gain] of gains.entries())
    for (const [worse, less] of gains.entries()) {
      if (gain - less < MIN_GAIN) continue;
      pairs.push({ better, worse, weight: gain - less });
      total += gain - less;
    }
  const most = Math.max(0, ...gains.map(Math.abs));
  const involved = new Set(pairs.flatMap(({ better, worse }) => [better, worse]));
  const kept = [...involved];
  const position = new Map(kept.map((row, at) => [row, at]));
  return {
    rows: kept.map((at) => rows[at]!),
    pairs: pairs.map(({ better, worse, weight }) => ({
      better: position.get(better)!,
      worse: position.get(worse)!,
      weight: (weight * most) / total,
    })),
  };
};

/** Lists are fitted again and again and never change. */
const packedByList = new WeakMap<TrainingList, PackedList>();
const packed = (list: TrainingList): PackedList => {
  const known = packedByList.get(list) ?? pack(list);
  packedByList.set(list, known);
  return known;
};

/** Weighted sum of features. */
export const scoreOf = (weights: readonly number[], row: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < row.length; at += 1) sum += weights[at]! * row[at]!;
  return sum;
};

/**
 * Adds one list's slope of the log likelihood to `gradient` and its curvature to the lower half of `hessian`, for the
 * weights at `free` alone.
 */
const addSlopes = (
  { rows, pairs }: PackedList,
  share: number,
  weights: readonly number[],
  free: readonly number[],
  temperature: number,
  gradient: Float64Array,
  hessian: Float64Array,
): void => {
  const width = free.length;
  const scores = rows.map((row) => scoreOf(weights, row));
  const columns = new Int32Array(width);
  const values = new Float64Array(width);
  for (const { better, worse, weight } of pairs) {
    const wrong = 1 / (1 + Math.exp(temperature * (scores[better]! - scores[worse]!)));
    const slope = share * weight * temperature * wrong;
    const bend = slope * temperature * (1 - wrong);
    const [left, right] = [rows[better]!, rows[worse]!];
    let count = 0;
    for (let column = 0; column < width; column += 1) {
      const value = left[free[column]!]! - right[free[column]!]!;
      if (value === 0) continue;
      columns[count] = column;
      values[count] = value;
      count += 1;
      gradient[column] = gradient[column]! + slope * value;
    }
    for (let a = 0; a < count; a += 1) {
      const scaled = bend * values[a]!;
      const base = columns[a]! * width;
      for (let b = 0; b <= a; b += 1) {
        const cell = base + columns[b]!;
        hessian[cell] = hessian[cell]! + scaled * values[b]!;
      }
    }
  }
};

/** Solves `matrix · x = right` for a positive definite matrix given by its lower half (Cholesky), in place. */
const solve = (matrix: Float64Array, right: Float64Array): Float64Array => {
  const width = right.length;
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * width + column]!;
      for (let at = 0; at < column; at += 1) sum -= matrix[row * width + at]! * matrix[column * width + at]!;
      matrix[row * width + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * width + column]!;
    }
  }
  for (let row = 0; row < width; row += 1) {
    let sum = right[row]!;
    for (let at = 0; at < row; at += 1) sum -= matrix[row * width + at]! * right[at]!;
    right[row] = sum / matrix[row * width + row]!;
  }
  for (let row = width - 1; row >= 0; row -= 1) {
    let sum = right[row]!;
    for (let at = row + 1; at < width; at += 1) sum -= matrix[at * width + row]! * right[at]!;
    right[row] = sum / matrix[row * width + row]!;
  }
  return right;
};

/**
 * Maximum a posteriori weights of a Bayesian pairwise logistic model (Bradley–Terry on feature differences) with a
 * Gaussian prior around the shipped weights, by Newton steps, each kept inside the trust region; weights that may not
 * move are no part of the step. Deterministic: the same lists in the same order give the same weights.
 */
export const fitPairwise = (
  lists: readonly TrainingList[],
  { prior, precision, radius, temperature }: FitOptions,
): number[] => {
  const timesByQuery = new Map<string, number>();
  for (const { queryKey } of lists) timesByQuery.set(queryKey, (timesByQuery.get(queryKey) ?? 0) + 1);
  const told = lists.filter((list) => packed(list).pairs.length > 0);
  const weights = [...prior];
  if (told.length === 0) return weights;
  const free = radius.flatMap((reach, column) => (reach > 0 ? [column] : []));
  const width = free.length;
  for (let step = 0; step < ITERATIONS; step += 1) {
    const gradient = Float64Array.from(free, (at) => -precision[at]! * (weights[at]! - prior[at]!));
    const hessian = new Float64Array(width * width);
    for (const [place, at] of free.entries()) hessian[place * width + place] = precision[at]!;
    for (const list of told)
      addSlopes(
        packed(list),
        1 / timesByQuery.get(list.queryKey)!,
        weights,
        free,
        temperature,
        gradient,
        hessian,
      );
    const moves = solve(hessian, gradient);
    for (const [place, at] of free.entries())
      weights[at] = Math.max(
        prior[at]! - radius[at]!,
        Math.min(prior[at]! + radius[at]!, weights[at]! + moves[place]!),
      );
  }
  return weights;
};
