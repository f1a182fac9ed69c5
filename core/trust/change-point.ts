/** What the detector made of one memory: nothing, something short of a flag, or a flag. */
export type Evidence = 'none' | 'hint' | 'flag';

/** Rates of the filter. Defaults are the start values; `falseAlarm` is learnt per agent from the person's word. */
export type FilterRates = {
  /** Probability that an agent is hostile before it wrote anything. */
  readonly prior: number;
  /** Probability per memory that an honest agent turns. */
  readonly hazard: number;
  /** Probability per memory that a hostile one turns back. */
  readonly recovery: number;
  /** Probability that a memory of a hostile agent is flagged. Low: most of what it writes is ordinary. */
  readonly hit: number;
  /** Probability that an honest memory is flagged. */
  readonly falseAlarm: number;
  /** Probability that a memory of a hostile agent gives a hint. */
  readonly hintHit: number;
  /** Probability that an honest memory gives a hint; several times what is measured, for styles not seen yet. */
  readonly hintFalseAlarm: number;
};

export const DEFAULT_RATES: FilterRates = {
  prior: 0.05,
  hazard: 1 / 200,
  recovery: 1 / 400,
  hit: 0.12,
  falseAlarm: 0.009,
  hintHit: 0.04,
  hintFalseAlarm: 0.02,
};

const likelihoods = (evidence: Evidence, rates: FilterRates): readonly [hostile: number, honest: number] => {
  const { hit, falseAlarm, hintHit, hintFalseAlarm } = rates;
  if (evidence === 'flag') return [hit, falseAlarm];
  if (evidence === 'hint') return [hintHit, hintFalseAlarm];
  return [1 - hit - hintHit, 1 - falseAlarm - hintFalseAlarm];
};

/**
 * Posterior that an agent is hostile after one more memory: Shiryaev's filter for an unknown change time, with a way
 * back (Shiryaev 1963; two-state hidden Markov form). Prediction by hazard and recovery, then Bayes with the evidence.
 */
export const stepPosterior = (p: number, evidence: Evidence, rates: FilterRates = DEFAULT_RATES): number => {
  const predicted = p * (1 - rates.recovery) + (1 - p) * rates.hazard;
  const [hostile, honest] = likelihoods(evidence, rates);
  return (predicted * hostile) / (predicted * hostile + (1 - predicted) * honest);
};

/** Log-likelihood ratio of one piece of evidence: the step of Page's CUSUM, whose last zero dates the change. */
export const logRatio = (evidence: Evidence, rates: FilterRates = DEFAULT_RATES): number => {
  const [hostile, honest] = likelihoods(evidence, rates);
  return Math.log(hostile / honest);
};
