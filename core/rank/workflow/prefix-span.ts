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
  readonly rounds: number;
  readonly share: number;
};

/**
 * Cycles of 2 to 6 steps in one stream: steps that come back in the same order, at least twice round. `share` is how
 * much of the stream repeats the step `steps.length` places before; a place where something else stands more often than
 * not makes no cycle.
 */
export const findCycles = <Step>(stream: readonly Step[], minShare = 0.6): Cycle<Step>[] => {
  const cycles: Cycle<Step>[] = [];
  for (let period = 2; period <= 6 && stream.length >= 2 * period; period += 1) {
    // A cycle of 2 is one of 4 and 6 too: the shortest says it all.
    if (cycles.some(({ steps }) => period % steps.length === 0)) continue;
    const steps = stream.slice(-period);
    const sameByPlace = steps.map(() => 0);
    for (let at = period; at < stream.length; at += 1)
      if (stream[at] === stream[at - period]) sameByPlace[at % period] = sameByPlace[at % period]! + 1;
    const compared = stream.length - period;
    const share = sameByPlace.reduce((sum, same) => sum + same, 0) / compared;
    const isRound = sameByPlace.every((same) => same >= Math.floor(compared / period) / 2);
    if (share >= minShare && isRound && new Set(steps).size > 1)
      cycles.push({ steps, rounds: Math.floor(stream.length / period), share });
  }
  return cycles.toSorted((a, b) => b.share - a.share);
};
