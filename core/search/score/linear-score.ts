import { FEATURES } from './features.ts';
import { WEIGHTS } from './weights.ts';

const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);
/** Steepness of the softplus that keeps scores above 0 without changing their order. */
const STEEPNESS = 4;

/** Plain score of a feature vector: softplus of the weighted sum, so that trust can multiply it. */
export const linearScore = (features: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (features[at] as number);
  return Math.log1p(Math.exp(STEEPNESS * sum)) / STEEPNESS;
};
