const BINS = 2_048;
const counts = new Uint32Array(BINS + 1);
/** More places than slots: with the 31 bits of a score they fit in the 53 of a number. */
const PLACES = 2 ** 22;
const asFloat = new Float32Array(1);
const asBits = new Uint32Array(asFloat.buffer);

/**
 * The best slots by score, highest first, ties by lower seq: passes over the whole row of scores in order, which is
 * faster than following the slots that were hit, then a sort of only those that matter.
 * @param slots length of the row
 * @param limit how many at most; slots that score nothing are left out.
 * @returns `found`: how many slots score anything
 */
export const selectTop = (
  scores: Float32Array,
  slots: number,
  limit: number,
  seqOf: (slot: number) => number,
): { readonly best: number[]; readonly found: number } => {
  let highest = 0;
  for (let slot = 0; slot < slots; slot++) {
    const score = scores[slot] as number;
    if (score > highest) highest = score;
  }
  if (highest === 0) return { best: [], found: 0 };
  counts.fill(0);
  let found = 0;
  const scale = BINS / highest;
  for (let slot = 0; slot < slots; slot++) {
    const score = scores[slot] as number;
    if (score > 0) {
      found += 1;
      const bin = (score * scale) | 0;
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  let lowest = BINS;
  for (let gathered = counts[BINS] as number; gathered < limit && lowest > 0; ) {
    lowest -= 1;
    gathered += counts[lowest] as number;
  }
  let kept = 0;
  for (let bin = lowest; bin <= BINS; bin++) kept += counts[bin] as number;
  const chosen = new Uint32Array(kept);
  const keys = new Float64Array(kept);
  let at = 0;
  for (let slot = 0; slot < slots; slot++) {
    const score = scores[slot] as number;
    if (score > 0 && ((score * scale) | 0) >= lowest) {
      asFloat[0] = score;
      // Bits of positive numbers are in their order; numbers sort natively, many times faster than by a function.
      keys[at] = -((asBits[0] as number) * PLACES) + at;
      chosen[at++] = slot;
    }
  }
  keys.sort();
  const best: number[] = [];
  for (const key of keys) {
    const place = ((key % PLACES) + PLACES) % PLACES;
    best.push(chosen[place] as number);
  }
  orderTies(best, scores, seqOf);
  return { best: best.slice(0, limit), found };
};

/** Slots of one score came in the order of slots; ties are by seq. */
const orderTies = (best: number[], scores: Float32Array, seqOf: (slot: number) => number): void => {
  for (let from = 0; from < best.length; ) {
    let to = from + 1;
    while (to < best.length && scores[best[to] as number] === scores[best[from] as number]) to += 1;
    if (to - from > 1)
      best.splice(from, to - from, ...best.slice(from, to).sort((a, b) => seqOf(a) - seqOf(b)));
    from = to;
  }
};
