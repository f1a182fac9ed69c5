export type SequencePattern<Step> = {
  readonly steps: readonly Step[];
  /** Sequences that contain it. */
  readonly found: number;
  /** Sequences long enough to contain it. */
  readonly possible: number;
  /** `found / possible`. */
  readonly support: number;
};

export type MiningOptions = {
  /** Default 0.3. */
  readonly minSupport?: number;
  /** Sequences a pattern must be found in. Default 3. */
  readonly minFound?: number;
  /** Steps that may lie between two steps of a pattern. Default 1. */
  readonly maxGap?: number;
  /** Default 2. */
  readonly minLength?: number;
  /** Default 6. */
  readonly maxLength?: number;
};

/** Where a prefix ends in a sequence: all ends are kept, since with a gap limit the first is not always the best. */
type Projection = { readonly sequence: number; readonly ends: readonly number[] };

/**
 * Frequent sequences by prefix projection (PrefixSpan, Pei et al. 2001) with a limit on gaps. Support is counted
 * against the sequences that could contain the pattern, so that long patterns are not lost among short sessions.
 * @returns patterns by support times length, largest first.
 */
export const mineSequences = <Step>(
  sequences: readonly (readonly Step[])[],
  { minSupport = 0.3, minFound = 3, maxGap = 1, minLength = 2, maxLength = 6 }: MiningOptions = {},
): SequencePattern<Step>[] => {
  const patterns: SequencePattern<Step>[] = [];
  const possibleByLength = Array.from(
    { length: maxLength + 1 },
    (_, length) => sequences.filter((sequence) => sequence.length >= length).length,
  );
  const grow = (steps: readonly Step[], projections: readonly Projection[]): void => {
    if (steps.length >= minLength) {
      const possible = possibleByLength[steps.length]!;
      const support = projections.length / possible;
      if (support >= minSupport) patterns.push({ steps, found: projections.length, possible, support });
    }
    if (steps.length === maxLength) return;
    const next = new Map<Step, Map<number, Set<number>>>();
    for (const { sequence, ends } of projections) {
      const row = sequences[sequence]!;
      for (const end of ends) {
        const last = steps.length === 0 ? row.length - 1 : Math.min(row.length - 1, end + 1 + maxGap);
        for (let at = end + 1; at <= last; at += 1) {
          const step = row[at]!;
          const bySequence = next.get(step) ?? new Map<number, Set<number>>();
          next.set(step, bySequence);
          bySequence.set(sequence, (bySequence.get(sequence) ?? new Set()).add(at));
        }
      }
    }
    for (const [step, bySequence] of next) {
      if (bySequence.size < minFound) continue;
      grow(
        [...steps, step],
        [...bySequence].map(([sequence, ends]) => ({ sequence, ends: [...ends] })),
      );
    }
  };
  grow(
    [],
    sequences.map((_, sequence) => ({ sequence, ends: [-1] })),
  );
  return patterns.toSorted((a, b) => b.support * b.steps.length - a.support * a.steps.length);
};

export type Cycle<Step> = {
  readonly steps: readonly Step[];
  /** Times that all of its steps came in their order. */
  readonly rounds: number;
  /** Part of the stream from its first round to its last that belongs to rounds, 0 … 1. */
  readonly share: number;
};

const MAX_PERIOD = 6;
const MIN_ROUNDS = 3;
/** Fewer steps than these may come in any order by chance. */
const MIN_STEPS = 8;

/** Whether `part` stands in `whole`, with any steps between. */
export const isWithin = <Step>(part: readonly Step[], whole: readonly Step[]): boolean => {
  let at = 0;
  for (const step of whole) if (step === part[at]) at += 1;
  return at === part.length;
};

type Rounds<Step> = { readonly steps: readonly Step[]; first: number; end: number; rounds: number };

/** Rounds of one period, by their steps, wherever in it they begin; each step of the stream is in one round at most. */
const roundsOf = <Step>(stream: readonly Step[], period: number): Rounds<Step>[] => {
  const numberByStep = new Map<Step, number>();
  let letters = '';
  for (const step of stream) {
    const known = numberByStep.get(step) ?? numberByStep.size;
    numberByStep.set(step, known);
    letters += String.fromCharCode(known);
  }
  const byKey = new Map<string, Rounds<Step>>();
  for (let at = 0; at + period <= stream.length; at += 1) {
    const window = letters.slice(at, at + period);
    let key = window;
    for (let turn = 1; turn < period; turn += 1) {
      const turned = window.slice(turn) + window.slice(0, turn);
      if (turned < key) key = turned;
    }
    const known = byKey.get(key);
    if (!known)
      byKey.set(key, { steps: stream.slice(at, at + period), first: at, end: at + period, rounds: 1 });
    else if (at >= known.end) {
      known.rounds += 1;
      known.end = at + period;
    }
  }
  return [...byKey.values()];
};

/**
 * Cycles of 2 to 6 steps in one stream: steps that come again and again in the same order, whatever comes between the
 * rounds, most of the stream first. No cycle is told that is part of one that explains more, or the same one twice.
 */
export const findCycles = <Step>(stream: readonly Step[], minShare = 0.5): Cycle<Step>[] => {
  const found: Cycle<Step>[] = [];
  for (let period = 2; period <= MAX_PERIOD; period += 1)
    for (const { steps, first, end, rounds } of roundsOf(stream, period)) {
      const share = (rounds * period) / (end - first);
      if (rounds < MIN_ROUNDS || rounds * period < MIN_STEPS || share < minShare) continue;
      if (new Set(steps).size > 1) found.push({ steps, rounds, share });
    }
  const told: Cycle<Step>[] = [];
  for (const cycle of found.toSorted((a, b) => b.share - a.share)) {
    const again = (steps: readonly Step[]) => Array.from({ length: MAX_PERIOD }, () => steps).flat();
    if (!told.some(({ steps }) => isWithin(cycle.steps, again(steps)))) told.push(cycle);
  }
  return told;
};
