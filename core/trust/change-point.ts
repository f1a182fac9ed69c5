/** Rates of the filter. Defaults are the start values; `falseAlarm` is learnt per agent from the person's word. */
export type FilterRates = {
  /** Probability that an agent is hostile before it wrote anything. */
  readonly prior: number;
  /** Probability per memory that an honest agent turns. */
  readonly hazard: number;
  /** Probability per memory that a hostile one turns back. */
  readonly recovery: number;
  /** Probability that a hostile memory is flagged. */
  readonly hit: number;
  /** Probability that an honest memory is flagged. */
  readonly falseAlarm: number;
};

export const DEFAULT_RATES: FilterRates = {
  prior: 0.05,
  hazard: 1 / 200,
  recovery: 1 / 400,
  hit: 0.15,
  falseAlarm: 0.015,
};

/**
 * Posterior that an agent is hostile after one more memory: Shiryaev's filter for an unknown change time, with a way
 * back (Shiryaev 1963; two-state hidden Markov form). Prediction by hazard and recovery, then Bayes with the flag.
 */
export const stepPosterior = (p: number, flagged: boolean, rates: FilterRates = DEFAULT_RATES): number => {
  const predicted = p * (1 - rates.recovery) + (1 - p) * rates.hazard;
  const hostile = flagged ? rates.hit : 1 - rates.hit;
  const honest = flagged ? rates.falseAlarm : 1 - rates.falseAlarm;
  return (predicted * hostile) / (predicted * hostile + (1 - predicted) * honest);
};

/** Log-likelihood ratio of one flag or of its absence: the step of Page's CUSUM, whose last zero dates the change. */
export const logRatio = (flagged: boolean, rates: FilterRates = DEFAULT_RATES): number =>
  flagged ? Math.log(rates.hit / rates.falseAlarm) : Math.log((1 - rates.hit) / (1 - rates.falseAlarm));
