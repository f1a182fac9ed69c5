import type { Objective } from './minimise.ts';
import type { Group, TrainingSet } from './training-set.ts';

const DEPTH = 10;
/** Difference of scores, in deviations of a strong feature, that counts as clearly above. */
const TEMPERATURE = 0.3;
/** Ranks over which being among the first ten fades. */
const EDGE = 2;
/** Recall@10 beside NDCG@10. */
const RECALL = 0.5;

type RowGradient = (group: Group, scores: Float64Array, slopes: Float64Array) => number;

/** Sums a loss over questions; the loss writes the slope of each row's score. */
const over = ({ matrix, columns, groups }: TrainingSet, ofGroup: RowGradient): Objective => {
  const rows = matrix.length / columns;
  const scores = new Float64Array(rows);
  const slopes = new Float64Array(rows);
  return (point, gradient) => {
    gradient.fill(0);
    let value = 0;
    for (const group of groups) {
      for (let row = group.start; row < group.end; row++) {
        let sum = 0;
        for (let column = 0, at = row * columns; column < columns; column++, at++)
          sum += (matrix[at] as number) * (point[column] as number);
        scores[row] = sum;
      }
      value += ofGroup(group, scores, slopes);
      for (let row = group.start; row < group.end; row++) {
        const slope = slopes[row] as number;
        if (slope === 0) continue;
        for (let column = 0, at = row * columns; column < columns; column++, at++)
          gradient[column] = (gradient[column] as number) + slope * (matrix[at] as number);
      }
    }
    return value;
  };
};

/** Adds `strength` · |point − centre|². */
const pulled =
  (objective: Objective, centre: Float64Array, strength: number): Objective =>
  (point, gradient) => {
    let value = objective(point, gradient);
    for (let at = 0; at < point.length; at++) {
      const away = (point[at] as number) - (centre[at] as number);
      value += strength * away * away;
      gradient[at] = (gradient[at] as number) + 2 * strength * away;
    }
    return value;
  };

const WRONG_SIGN = 5;

/** Charges weights for a sign other than the known one; 0 where it is not known. */
export const signed =
  (objective: Objective, signs: readonly number[]): Objective =>
  (point, gradient) => {
    let value = objective(point, gradient);
    for (let at = 0; at < point.length; at++) {
      const against = Math.min(0, (signs[at] ?? 0) * (point[at] as number));
      value += WRONG_SIGN * against * against;
      gradient[at] = (gradient[at] as number) + 2 * WRONG_SIGN * against * (signs[at] ?? 0);
    }
    return value;
  };

/** −log of the softmax of each answer among the candidates (ListNet with one-hot targets, Cao et al. 2007), with L2. */
export const listwise = (set: TrainingSet, l2: number): Objective =>
  pulled(
    over(set, ({ start, end, answersEnd, weight }, scores, slopes) => {
      let highest = Number.NEGATIVE_INFINITY;
      for (let row = start; row < end; row++) highest = Math.max(highest, scores[row] as number);
      let sum = 0;
      for (let row = start; row < end; row++) sum += Math.exp((scores[row] as number) - highest);
      const each = weight / (answersEnd - start);
      let value = 0;
      for (let row = start; row < end; row++) {
        slopes[row] = (weight * Math.exp((scores[row] as number) - highest)) / sum;
        if (row >= answersEnd) continue;
        slopes[row] = (slopes[row] as number) - each;
        value -= each * ((scores[row] as number) - highest - Math.log(sum));
      }
      return value;
    }),
    new Float64Array(set.columns),
    l2,
  );

const idealGain = (count: number): number => {
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(DEPTH, count); rank++) ideal += 1 / Math.log2(rank + 1);
  return ideal;
};

/**
 * −(NDCG + ½ recall@10) with ranks made smooth by a logistic per pair (ApproxNDCG, Qin, Liu & Li 2010), held near
 * `centre`.
 */
export const smoothRanking = (set: TrainingSet, centre: Float64Array, pull: number): Objective =>
  pulled(
    over(set, ({ sample, start, end, answersEnd, weight }, scores, slopes) => {
      slopes.fill(0, start, end);
      const ideal = idealGain(sample.relevantTotal);
      let value = 0;
      for (let row = start; row < answersEnd; row++) {
        const own = scores[row] as number;
        let rank = 1;
        for (let other = start; other < answersEnd; other++)
          if ((scores[other] as number) > own || (scores[other] === own && other < row)) rank += 1;
        for (let other = answersEnd; other < end; other++)
          rank += 1 / (1 + Math.exp((own - (scores[other] as number)) / TEMPERATURE));
        const log = Math.log2(1 + rank);
        const within = 1 / (1 + Math.exp((rank - DEPTH - 0.5) / EDGE));
        value -= weight * (1 / log / ideal + (RECALL * within) / sample.relevantTotal);
        const byRank =
          weight *
          (1 / (log * log * (1 + rank) * Math.LN2 * ideal) +
            (RECALL * within * (1 - within)) / (EDGE * sample.relevantTotal));
        for (let other = answersEnd; other < end; other++) {
          const above = 1 / (1 + Math.exp((own - (scores[other] as number)) / TEMPERATURE));
          const slope = (byRank * above * (1 - above)) / TEMPERATURE;
          slopes[other] = (slopes[other] as number) + slope;
          slopes[row] = (slopes[row] as number) - slope;
        }
      }
      return value;
    }),
    centre,
    pull,
  );
