/** A run of UTF-16 units inside a larger array. */
export type Units = { readonly units: Uint16Array; readonly start: number; readonly end: number };

const LONGEST = 64;
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/** Too far to be called a misspelling. */
export const FAR = 255;

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string alignment,
 * Damerau 1964), when they are at most `limit`; else {@link FAR}.
 * @param beginning `b` may go on after what `a` stands for: the distance to the nearest of its beginnings.
 */
export const editDistance = (a: Units, b: Units, limit: number, beginning = false): number => {
  const length = a.end - a.start;
  const width = b.end - b.start;
  if (length > LONGEST || width > LONGEST || length - width > limit) return FAR;
  if (!beginning && width - length > limit) return FAR;
  let [beforeLast, last, row] = rows;
  const reach = beginning ? Math.min(width, length + limit) : width;
  for (let j = 0; j <= reach; j++) last[j] = j;
  for (let i = 1; i <= length; i++) {
    const unit = a.units[a.start + i - 1] as number;
    const previous = i > 1 ? (a.units[a.start + i - 2] as number) : -1;
    // Cells further than `limit` from the diagonal cost more than the limit by themselves.
    const from = Math.max(1, i - limit);
    const to = Math.min(reach, i + limit);
    row[from - 1] = from === 1 ? i : FAR - 1;
    let least = row[from - 1] as number;
    for (let j = from; j <= to; j++) {
      const other = b.units[b.start + j - 1] as number;
      let cost = (last[j - 1] as number) + (unit === other ? 0 : 1);
      if (j < i + limit) cost = Math.min(cost, (last[j] as number) + 1);
      cost = Math.min(cost, (row[j - 1] as number) + 1);
      if (j > 1 && unit === (b.units[b.start + j - 2] as number) && previous === other)
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return FAR;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  if (!beginning) return (last[width] as number) <= limit ? (last[width] as number) : FAR;
  let nearest = FAR;
  for (let j = Math.max(0, length - limit); j <= Math.min(reach, length + limit); j++)
    nearest = Math.min(nearest, last[j] as number);
  return nearest <= limit ? nearest : FAR;
};

/** Units of a word, for {@link editDistance}. */
export const unitsOf = (word: string): Units => ({
  units: Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)),
  start: 0,
  end: word.length,
});
