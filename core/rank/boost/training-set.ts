import type { TrainingList } from '../pairwise-model.ts';

/** Used lists in the order of time, as plain arrays that a port can carry. */
export type TrainingSet = {
  /** Names exactly these lists. */
  readonly digest: string;
  /** Cells of a row: the features, then the linear score below the list's best. */
  readonly width: number;
  readonly cells: Float64Array;
  readonly gains: Float64Array;
  /** The linear score each result had before this list was learned. */
  readonly linear: Float64Array;
  /** First row of each list, and the end of the last. */
  readonly starts: Uint32Array;
  /** By list: number of its query. */
  readonly queries: Uint32Array;
};

/** Cells of one list's rows. */
export const cellsOf = (rows: readonly (readonly number[])[], linear: readonly number[]): number[][] => {
  const best = Math.max(...linear);
  return rows.map((row, at) => [...row, linear[at]! - best]);
};

export const trainingSet = (lists: readonly TrainingList[], digest: string): TrainingSet => {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, { rows }] of lists.entries()) starts[at + 1] = starts[at]! + rows.length;
  const count = starts.at(-1)!;
  const width = (lists.find(({ rows }) => rows.length > 0)?.rows[0]?.length ?? 0) + 1;
  const cells = new Float64Array(count * width);
  const gains = new Float64Array(count);
  const linear = new Float64Array(count);
  const numberByQuery = new Map<string, number>();
  const queries = Uint32Array.from(lists, ({ queryKey }) => {
    const known = numberByQuery.get(queryKey) ?? numberByQuery.size;
    numberByQuery.set(queryKey, known);
    return known;
  });
  for (const [at, list] of lists.entries()) {
    const start = starts[at]!;
    gains.set(list.gains, start);
    linear.set(list.linear, start);
    const best = Math.max(...list.linear);
    for (const [row, values] of list.rows.entries()) {
      cells.set(values, (start + row) * width);
      cells[(start + row + 1) * width - 1] = list.linear[row]! - best;
    }
  }
  return { digest, width, cells, gains, linear, starts, queries };
};

/** The lists from one to another, of the same arrays. */
export const partOf = (set: TrainingSet, from: number, to: number): TrainingSet => {
  const [first, end] = [set.starts[from]!, set.starts[to]!];
  return {
    ...set,
    cells: set.cells.subarray(first * set.width, end * set.width),
    gains: set.gains.subarray(first, end),
    linear: set.linear.subarray(first, end),
    starts: set.starts.slice(from, to + 1).map((start) => start - first),
    queries: set.queries.subarray(from, to),
  };
};
