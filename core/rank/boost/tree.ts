/** A regression tree: inner nodes ask `row[column] <= threshold`, leaves answer. Children stand after their parents. */
export type TreeNode =
  | { readonly column: number; readonly threshold: number; readonly left: number; readonly right: number }
  | { readonly value: number };
export type Tree = readonly TreeNode[];

/** Rows put into at most 32 bins a column: what is at most `edges[column][bin]` lies in that bin or before it. */
export type Binned = {
  readonly count: number;
  readonly width: number;
  readonly edges: readonly (readonly number[])[];
  /** Bin of each cell, row after row. */
  readonly bins: Uint8Array;
};

export type GrowOptions = {
  readonly depth: number;
  /** Fewest rows in a leaf. */
  readonly minRows: number;
  /** Pulls leaves to 0, in units of curvature. */
  readonly l2: number;
};

const MAX_BINS = 32;

const edgesOf = (values: Float64Array): number[] => {
  const sorted = values.toSorted();
  const edges = new Set<number>();
  for (let bin = 1; bin < MAX_BINS; bin += 1)
    edges.add(sorted[Math.min(sorted.length - 1, Math.floor((bin * sorted.length) / MAX_BINS))]!);
  edges.delete(sorted.at(-1)!);
  return [...edges];
};

const binOf = (edges: readonly number[], value: number): number => {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** @param rows cells, row after row, `width` each */
export const binRows = (rows: Float64Array, width: number): Binned => {
  const count = rows.length / width;
  const bins = new Uint8Array(rows.length);
  const edges = Array.from({ length: width }, (_, column) => {
    const found = edgesOf(Float64Array.from({ length: count }, (__, row) => rows[row * width + column]!));
    for (let row = 0; row < count; row += 1)
      bins[row * width + column] = binOf(found, rows[row * width + column]!);
    return found;
  });
  return { count, width, edges, bins };
};

type Split = { readonly column: number; readonly bin: number; readonly gain: number };

/** Sums by column and bin over the rows of a node. */
type Histogram = { readonly slope: Float64Array; readonly bend: Float64Array; readonly rows: Float64Array };

const histogramOf = (
  { width, bins }: Binned,
  rows: Uint32Array,
  slopes: Float64Array,
  bends: Float64Array,
): Histogram => {
  const cells = width * MAX_BINS;
  const histogram = {
    slope: new Float64Array(cells),
    bend: new Float64Array(cells),
    rows: new Float64Array(cells),
  };
  for (const row of rows) {
    const [slope, bend, first] = [slopes[row]!, bends[row]!, row * width];
    for (let column = 0; column < width; column += 1) {
      const cell = column * MAX_BINS + bins[first + column]!;
      histogram.slope[cell] = histogram.slope[cell]! + slope;
      histogram.bend[cell] = histogram.bend[cell]! + bend;
      histogram.rows[cell] = histogram.rows[cell]! + 1;
    }
  }
  return histogram;
};

const less = (all: Float64Array, part: Float64Array): Float64Array =>
  all.map((value, cell) => value - part[cell]!);

/** The rows of a node that are not in one of its two children, at no second count. */
const restOf = (all: Histogram, part: Histogram): Histogram => ({
  slope: less(all.slope, part.slope),
  bend: less(all.bend, part.bend),
  rows: less(all.rows, part.rows),
});

const sumOfBins = (values: Float64Array): number =>
  values.subarray(0, MAX_BINS).reduce((sum, value) => sum + value, 0);

/** The split that lowers the second-order loss most (Chen & Guestrin 2016, eq. 7); undefined where none does. */
const bestSplit = (
  { width, edges }: Binned,
  { slope, bend, rows }: Histogram,
  { minRows, l2 }: GrowOptions,
): Split | undefined => {
  // Every row lies in one bin of the first column.
  const [slopeOfAll, bendOfAll, count] = [sumOfBins(slope), sumOfBins(bend), sumOfBins(rows)];
  const worth = (sum: number, curvature: number): number => (sum * sum) / (curvature + l2);
  let best: Split | undefined;
  for (let column = 0; column < width; column += 1) {
    let [sum, curvature, left] = [0, 0, 0];
    for (let bin = 0; bin < edges[column]!.length; bin += 1) {
      const cell = column * MAX_BINS + bin;
      sum += slope[cell]!;
      curvature += bend[cell]!;
      left += rows[cell]!;
      if (left < minRows || count - left < minRows) continue;
      const gain =
        worth(sum, curvature) + worth(slopeOfAll - sum, bendOfAll - curvature) - worth(slopeOfAll, bendOfAll);
      if (gain > (best?.gain ?? 1e-9)) best = { column, bin, gain };
    }
  }
  return best;
};

/** Rows up to a bin and rows beyond it, each in their order. Both are views of one array. */
const partition = (
  { bins, width }: Binned,
  rows: Uint32Array,
  column: number,
  bin: number,
): [low: Uint32Array, high: Uint32Array] => {
  const parted = new Uint32Array(rows.length);
  let low = 0;
  let end = rows.length;
  for (const row of rows)
    if (bins[row * width + column]! <= bin) parted[low++] = row;
    else parted[--end] = row;
  return [parted.subarray(0, low), parted.subarray(low).reverse()];
};

/** Grows one tree on slopes (which way each row's score should move) and their curvatures. */
export const growTree = (
  binned: Binned,
  slopes: Float64Array,
  bends: Float64Array,
  options: GrowOptions,
): Tree => {
  const { edges } = binned;
  const tree: TreeNode[] = [];
  const grow = (rows: Uint32Array, histogram: Histogram, depth: number): number => {
    const at = tree.length;
    tree.push({ value: sumOfBins(histogram.slope) / (sumOfBins(histogram.bend) + options.l2) });
    const split = depth > 0 ? bestSplit(binned, histogram, options) : undefined;
    if (!split) return at;
    const { column, bin } = split;
    const [low, high] = partition(binned, rows, column, bin);
    const few = histogramOf(binned, low.length < high.length ? low : high, slopes, bends);
    const many = restOf(histogram, few);
    const left = grow(low, low.length < high.length ? few : many, depth - 1);
    const right = grow(high, low.length < high.length ? many : few, depth - 1);
    tree[at] = { column, threshold: edges[column]![bin]!, left, right };
    return at;
  };
  const all = Uint32Array.from({ length: binned.count }, (_, row) => row);
  grow(all, histogramOf(binned, all, slopes, bends), options.depth);
  return tree;
};

/** What a tree answers for the row that begins at `from`. */
export const answerOf = (tree: Tree, cells: ArrayLike<number>, from = 0): number => {
  let node = tree[0]!;
  while ('column' in node)
    node = tree[cells[from + node.column]! <= node.threshold ? node.left : node.right]!;
  return node.value;
};
