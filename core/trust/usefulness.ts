/** Success and failure mass beyond the uniform prior Beta(1, 1). */
export type Usefulness = { readonly success: number; readonly failure: number };

export type Outcome = 'inserted' | 'kept' | 'edited' | 'wrong';

/** What an outcome says. Only acts of the person are here: writing and being found earn nothing. */
const MASS_BY_OUTCOME: Readonly<Record<Outcome, Usefulness>> = {
  inserted: { success: 0.5, failure: 0 },
  kept: { success: 1, failure: 0 },
  edited: { success: 0.5, failure: 0.25 },
  wrong: { success: 0, failure: 2 },
};

/** Half-life of an outcome, counted in later outcomes. */
const HALF_LIFE = 50;
const FORGETTING = 0.5 ** (1 / HALF_LIFE);

export const NO_OUTCOMES: Usefulness = { success: 0, failure: 0 };

export const withOutcome = (before: Usefulness, outcome: Outcome): Usefulness => {
  const { success, failure } = MASS_BY_OUTCOME[outcome];
  return { success: before.success * FORGETTING + success, failure: before.failure * FORGETTING + failure };
};

/** ln Γ(x) for x > 0 (Lanczos approximation, g = 7, n = 9). */
const logGamma = (x: number): number => {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  let sum = c[0]!;
  for (let i = 1; i < 9; i++) sum += c[i]! / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
};

/** Regularised incomplete beta by its continued fraction (modified Lentz; Numerical Recipes 3rd ed., 6.4). */
const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 200; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-12) break;
  }
  return front * h;
};

/**
 * 5 % lower credible bound of usefulness, 0…1: so that few outcomes never mean trusted (0.05 with none).
 */
export const lowerBound = ({ success, failure }: Usefulness, level = 0.05): number => {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(1 + success, 1 + failure, middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
