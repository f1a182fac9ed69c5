const BINS = 2_048;

/**
 * The best slots by score, highest first, ties by lower seq: one pass to count scores into bins, one to gather the bins
 * that matter, then a sort of only those.
 * @param limit how many at most; slots that score nothing are left out.
 */
export const selectTop = (
  touched: Uint32Array,
  scores: Float32Array,
  limit: number,
  seqOf: (slot: number) => number,
): number[] => {
  let highest = 0;
  for (let at = 0; at < touched.length; at++) {
    const score = scores[touched[at] as number] as number;
    if (score > highest) highest = score;
  }
  if (highest === 0) return [];
  const counts = new Uint32Array(BINS + 1);
  const scale = BINS / highest;
  for (let at = 0; at < touched.length; at++) {
    const score = scores[touched[at] as number] as number;
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
  for (let at = 0; at < touched.length; at++) {
    const slot = touched[at] as number;
    const score = scores[slot] as number;
    if (score > 0 && ((score * scale) | 0) >= lowest) best.push(slot);
  }
  const ordered = best
    .map((slot) => ({ slot, score: scores[slot] as number, seq: seqOf(slot) }))
    .sort((a, b) => b.score - a.score || a.seq - b.seq);
  return ordered.slice(0, limit).map(({ slot }) => slot);
};
