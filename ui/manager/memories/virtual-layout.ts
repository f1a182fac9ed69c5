export type DayHeading = { readonly day: string; readonly offset: number; readonly count: number };

export type VirtualLayout = {
  /** Height of the whole list in pixels. */
  readonly height: number;
  /** Top of the row at `index`. */
  readonly topOf: (index: number) => number;
  /** Index of the row at or after height `y`. */
  readonly indexAt: (y: number) => number;
  /** Headings with their tops, in order. */
  readonly headings: readonly (DayHeading & { readonly top: number })[];
};

/** Last position in the sorted `values` that is not above `wanted`; -1 when all are. */
const lastNotAbove = (values: readonly number[], wanted: number): number => {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/**
 * Where rows of one height and day headings of another lie in a list of `total` rows.
 * Both directions take O(log days).
 */
export const layoutOf = (
  total: number,
  days: readonly DayHeading[],
  rowHeight: number,
  headingHeight: number,
): VirtualLayout => {
  const offsets = days.map(({ offset }) => offset);
  const tops = days.map(({ offset }, index) => offset * rowHeight + index * headingHeight);
  return {
    height: total * rowHeight + days.length * headingHeight,
    topOf: (index) => index * rowHeight + (lastNotAbove(offsets, index) + 1) * headingHeight,
    indexAt: (y) => {
      const day = lastNotAbove(tops, y);
      const inDay = Math.max(0, y - (day + 1) * headingHeight);
      return Math.max(offsets[day] ?? 0, Math.min(Math.max(0, total - 1), Math.floor(inDay / rowHeight)));
    },
    headings: days.map((day, index) => ({ ...day, top: tops[index] ?? 0 })),
  };
};
