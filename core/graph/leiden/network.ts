/**
 * An undirected weighted graph in compressed sparse rows: the neighbours of node `v` are
 * `targets[offsets[v]] … targets[offsets[v + 1] - 1]`. Every edge stands in both rows with the same weight;
 * self-loops are not allowed here.
 */
export type Csr = {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array | Float64Array;
};

/** A {@link Csr} with what an aggregated node stands for. */
export type Network = Csr & {
  readonly size: number;
  /** Weight of the edges inside each aggregated node, each counted once. */
  readonly loops: Float64Array;
  /** What the penalty multiplies: strength for modularity, number of original nodes for CPM. */
  readonly mass: Float64Array;
  /** Twice the total edge weight of the original graph, loops included. */
  readonly doubleWeight: number;
};

export type Quality = 'modularity' | 'cpm';

/** Builds a symmetric {@link Csr} from an edge list; edges given twice are summed, self-loops dropped. */
export const csrFromEdges = (
  size: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight?: ArrayLike<number>,
): Csr => {
  const offsets = new Uint32Array(size + 1);
  const count = from.length;
  for (let e = 0; e < count; e++) {
    if (from[e] === to[e]) continue;
    offsets[from[e]! + 1]!++;
    offsets[to[e]! + 1]!++;
  }
  for (let v = 0; v < size; v++) offsets[v + 1]! += offsets[v]!;
  const cursor = offsets.slice(0, size);
  const targets = new Uint32Array(offsets[size]!);
  const weights = new Float64Array(offsets[size]!);
  for (let e = 0; e < count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    if (a === b) continue;
    const w = weight ? weight[e]! : 1;
    targets[cursor[a]!] = b;
    weights[cursor[a]!++] = w;
    targets[cursor[b]!] = a;
    weights[cursor[b]!++] = w;
  }
  return mergeParallel(offsets, targets, weights);
};

const mergeParallel = (offsets: Uint32Array, targets: Uint32Array, weights: Float64Array): Csr => {
  const size = offsets.length - 1;
  const slot = new Int32Array(size).fill(-1);
  const merged = new Uint32Array(size + 1);
  let write = 0;
  for (let v = 0; v < size; v++) {
    const start = write;
    for (let e = offsets[v]!; e < offsets[v + 1]!; e++) {
      const u = targets[e]!;
      if (slot[u]! >= start) weights[slot[u]!]! += weights[e]!;
      else {
        slot[u] = write;
        targets[write] = u;
        weights[write++] = weights[e]!;
      }
    }
    merged[v + 1] = write;
  }
  return { offsets: merged, targets: targets.slice(0, write), weights: weights.slice(0, write) };
};

/** The network of single nodes that a clustering starts from. */
export const networkOf = (graph: Csr, quality: Quality): Network => {
  const size = graph.offsets.length - 1;
  const mass = new Float64Array(size);
  let doubleWeight = 0;
  for (let v = 0; v < size; v++) {
    let strength = 0;
    for (let e = graph.offsets[v]!; e < graph.offsets[v + 1]!; e++) strength += graph.weights[e]!;
    mass[v] = quality === 'modularity' ? strength : 1;
    doubleWeight += strength;
  }
  return { ...graph, size, loops: new Float64Array(size), mass, doubleWeight };
};

/**
 * The factor of `mass × mass` in both quality functions: gain of joining community C is
 * `w(v, C) − penalty · mass(v) · mass(C)`.
 */
export const penaltyOf = (network: Network, quality: Quality, resolution: number): number =>
  quality === 'cpm' ? resolution : network.doubleWeight > 0 ? resolution / network.doubleWeight : 0;

/** Joins the nodes of each group into one; `groupOf` is dense, 0 … `groups` − 1. */
export const aggregate = (network: Network, groupOf: Uint32Array, groups: number): Network => {
  const { offsets, targets, weights } = network;
  const starts = new Uint32Array(groups + 1);
  for (let v = 0; v < network.size; v++) starts[groupOf[v]! + 1]!++;
  for (let g = 0; g < groups; g++) starts[g + 1]! += starts[g]!;
  const members = new Uint32Array(network.size);
  const cursor = starts.slice(0, groups);
  for (let v = 0; v < network.size; v++) members[cursor[groupOf[v]!]!++] = v;

  const nextOffsets = new Uint32Array(groups + 1);
  const nextTargets = new Uint32Array(targets.length);
  const nextWeights = new Float64Array(targets.length);
  const loops = new Float64Array(groups);
  const mass = new Float64Array(groups);
  const slot = new Int32Array(groups).fill(-1);
  let write = 0;
  for (let g = 0; g < groups; g++) {
    const start = write;
    for (let m = starts[g]!; m < starts[g + 1]!; m++) {
      const v = members[m]!;
      loops[g]! += network.loops[v]!;
      mass[g]! += network.mass[v]!;
      for (let e = offsets[v]!; e < offsets[v + 1]!; e++) {
        const h = groupOf[targets[e]!]!;
        if (h === g) loops[g]! += weights[e]! / 2;
        else if (slot[h]! >= start) nextWeights[slot[h]!]! += weights[e]!;
        else {
          slot[h] = write;
          nextTargets[write] = h;
          nextWeights[write++] = weights[e]!;
        }
      }
    }
    nextOffsets[g + 1] = write;
  }
  return {
    size: groups,
    offsets: nextOffsets,
    targets: nextTargets.slice(0, write),
    weights: nextWeights.slice(0, write),
    loops,
    mass,
    doubleWeight: network.doubleWeight,
  };
};
