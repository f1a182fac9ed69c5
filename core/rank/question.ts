import { TEMPERATURE } from './pairwise-model.ts';

/** Beyond these odds an order is certain enough not to ask: 40 to 60 % either way. */
const UNCERTAIN = 0.4;
/** Results further down are hardly looked at, so an answer about them would change little. */
const ASKED_PLACES = 5;

/** A shown result as a question sees it. */
export type Questioned = {
  /** By the weights of the moment. */
  readonly score: number;
  /** What it has earned before, −1.5 … 1.5. */
  readonly used: number;
};

/**
 * The upper place of the two neighbours whose order is most uncertain and most used: the variance p (1 − p) of the
 * preference that the pairwise model foretells (uncertainty sampling, Lewis and Gale 1994), times one plus what the two
 * have earned. Undefined where every order among the first five is more certain than 60 %.
 * @param shown results in shown order; undefined where a memory is gone.
 */
export const mostUncertain = (shown: readonly (Questioned | undefined)[]): number | undefined => {
  let best: number | undefined;
  let most = 0;
  for (let at = 0; at + 1 < Math.min(ASKED_PLACES, shown.length); at += 1) {
    const [upper, lower] = [shown[at], shown[at + 1]];
    if (!upper || !lower) continue;
    const preferred = 1 / (1 + Math.exp(TEMPERATURE * (lower.score - upper.score)));
    if (preferred < UNCERTAIN || preferred > 1 - UNCERTAIN) continue;
    const worth = preferred * (1 - preferred) * (1 + Math.max(0, upper.used) + Math.max(0, lower.used));
    if (worth <= most) continue;
    most = worth;
    best = at;
  }
  return best;
};
