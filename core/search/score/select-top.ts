const BINS = 2_048;
const counts = new Uint32Array(BINS + 1);

/**
 * The best slots by score, highest first, ties by lower seq: passes over the whole row of scores in order, which is
 * faster than following the slots that were hit, then a sort of only those that matter.
 * @param slots length of the row
 * @param limit how many at most; slots that score nothing are left out.
 */
export const selectTop = (
  scores: Float32Array,
  slots: number,
  limit: number,
  seqOf: (slot: number) => number,
): number[] => {
  let highest = 0;
  for (let slot = 0; slot < slots; slot++) {
    const score = scores[slot] as number;
    if (score > highest) highest = score;
  }
  if (highest === 0) return [];
  counts.fill(0);
  const scale = BINS / highest;
  for (let slot = 0; slot < slots; slot++) {
    const score = scores[slot] as number;
    if (score > 0) {
      const bin = (score * scale) | 0;
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  let lowest = BINS;
  for (let gathered = counts[BINS] as number; gathered < limit && lowest > 0; ) {
    lowest -= 1;
    gathered += counts[lowest] as number;
  }
  const best: number[] = [];
  for (let slot = 0; slot < slots; slot++) {
    const score = scores[slot] as number;
    if (score > 0 && ((score * scale) | 0) >= lowest) best.push(slot);
  }
  best.sort((a, b) => (scores[b] as number) - (scores[a] as number) || seqOf(a) - seqOf(b));
  return best.slice(0, limit);
};
