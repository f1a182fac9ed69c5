import { FEATURES } from './features.ts';
import { WEIGHTS } from './weights.ts';

const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);
/** Steepness of the softplus that keeps scores above 0 without changing their order. */
const STEEPNESS = 4;
/**
 * Added to every score, where the best of an average question has 1: how far apart good hits stand in proportion, and so
 * how much trust and learning, which both act on proportions, can move them.
 */
const GROUND = 0.5;

/** Plain score of a feature vector: softplus of the weighted sum above its ground, so that trust can multiply it. */
export const linearScore = (features: Float64Array): number => {
  let sum = GROUND;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (features[at] as number);
  return Math.log1p(Math.exp(STEEPNESS * sum)) / STEEPNESS;
};
