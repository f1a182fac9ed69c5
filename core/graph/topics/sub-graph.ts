import type { Csr } from '../leiden/network.ts';

/** The edges among `members`, renumbered by their position in the list; `position` is scratch, as long as the graph. */
export const subGraph = (graph: Csr, members: ArrayLike<number>, position: Int32Array): Csr => {
  for (let i = 0; i < members.length; i++) position[members[i]!] = i + 1;
  const offsets = new Uint32Array(members.length + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < members.length; i++) {
    const v = members[i]!;
    for (let e = graph.offsets[v]!; e < graph.offsets[v + 1]!; e++) {
      const at = position[graph.targets[e]!]!;
      if (at === 0) continue;
      targets.push(at - 1);
      weights.push(graph.weights[e]!);
    }
    offsets[i + 1] = targets.length;
  }
  for (let i = 0; i < members.length; i++) position[members[i]!] = 0;
  return { offsets, targets: Uint32Array.from(targets), weights: Float64Array.from(weights) };
};

/** Rows of each community, in row order. */
export const membersOf = (communityOf: Uint32Array, communities: number): Uint32Array[] => {
  const sizes = new Uint32Array(communities);
  for (const c of communityOf) sizes[c]!++;
  const members = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(communities);
  communityOf.forEach((c, row) => {
    members[c]![filled[c]!++] = row;
  });
  return members;
};
