/** What the person said about a learned pattern. */
export type Correction = {
  /** Milliseconds since the epoch. Evidence from before counts no longer. */
  readonly at: number;
  /** Fixed by the person, −1 (pass over) … 1 (prefer); absent where the pattern was only forgotten. */
  readonly leaning?: number;
};

/** By pattern: `facet:value`, `project:KEY` or `workflow:step>step`. */
export type Corrections = ReadonlyMap<string, Correction>;

export const NO_CORRECTIONS: Corrections = new Map();

/** Whether evidence of `at` for a pattern is to be left out. */
export const isForgotten = (corrections: Corrections, pattern: string, at: number): boolean => {
  const correction = corrections.get(pattern);
  return correction !== undefined && correction.leaning === undefined && at < correction.at;
};
