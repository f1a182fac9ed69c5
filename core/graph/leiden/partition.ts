import { type Csr, networkOf, type Quality } from './network.ts';

/** Rewrites labels to 0 … count − 1 in order of first appearance, in place; returns the count. */
export const compactLabels = (labels: Uint32Array): number => {
  let top = 0;
  for (const label of labels) if (label >= top) top = label + 1;
  const dense = new Int32Array(top).fill(-1);
  let count = 0;
  for (let v = 0; v < labels.length; v++) {
    const label = labels[v]!;
    if (dense[label]! < 0) dense[label] = count++;
    labels[v] = dense[label]!;
  }
  return count;
};

/** Rewrites labels so that community 0 is the largest, 1 the next, …; returns the count. */
export const orderBySize = (labels: Uint32Array): number => {
  const count = compactLabels(labels);
  const sizes = new Uint32Array(count);
  for (const label of labels) sizes[label]!++;
  const ranked = Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rankOf = new Uint32Array(count);
  ranked.forEach((label, rank) => {
    rankOf[label] = rank;
  });
  for (let v = 0; v < labels.length; v++) labels[v] = rankOf[labels[v]!]!;
  return count;
};

/** Gives each connected piece of each community a label of its own; returns how many there are. */
export const splitDisconnected = (graph: Csr, labels: Uint32Array): number => {
  const pieces = new Int32Array(labels.length).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (let root = 0; root < labels.length; root++) {
    if (pieces[root]! >= 0) continue;
    pieces[root] = count;
    stack.push(root);
    for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
      for (let e = graph.offsets[v]!; e < graph.offsets[v + 1]!; e++) {
        const u = graph.targets[e]!;
        if (pieces[u]! >= 0 || labels[u] !== labels[root]) continue;
        pieces[u] = count;
        stack.push(u);
      }
    }
    count++;
  }
  labels.set(pieces);
  return count;
};

/**
 * Quality of a partition. Modularity is normalised (Newman 2004, with the resolution of Reichardt & Bornholdt
 * 2006): at most 1. CPM (Traag, Van Dooren, Nesterov 2011) is Σ 2·w(c) − γ·n(c)·(n(c) − 1), as leidenalg counts.
 */
export const partitionQuality = (
  graph: Csr,
  labels: ArrayLike<number>,
  quality: Quality,
  resolution: number,
): number => {
  const network = networkOf(graph, quality);
  const massOf = new Map<number, number>();
  let inside = 0;
  for (let v = 0; v < network.size; v++) {
    massOf.set(labels[v]!, (massOf.get(labels[v]!) ?? 0) + network.mass[v]!);
    for (let e = graph.offsets[v]!; e < graph.offsets[v + 1]!; e++) {
      if (labels[graph.targets[e]!] === labels[v]) inside += graph.weights[e]!;
    }
  }
  if (quality === 'cpm') {
    let pairs = 0;
    for (const mass of massOf.values()) pairs += mass * (mass - 1);
    return inside - resolution * pairs;
  }
  if (network.doubleWeight === 0) return 0;
  let expected = 0;
  for (const mass of massOf.values()) expected += (mass / network.doubleWeight) ** 2;
  return inside / network.doubleWeight - resolution * expected;
};
