import { MAX_EDGES } from '../edges/choose-edges.ts';
import type { Csr } from '../leiden/network.ts';

export type Edge = { readonly to: number; readonly weight: number };

/** Edges that may change one by one; no row ever has more than ten. */
export class EdgeStore {
  readonly #edges: Edge[][] = [];

  constructor(graph: Csr) {
    for (let v = 0; v + 1 < graph.offsets.length; v++) {
      const row: Edge[] = [];
      for (let e = graph.offsets[v]!; e < graph.offsets[v + 1]!; e++) {
        row.push({ to: graph.targets[e]!, weight: graph.weights[e]! });
      }
      this.#edges.push(row);
    }
  }

  addRow(): void {
    this.#edges.push([]);
  }

  of(row: number): readonly Edge[] {
    return this.#edges[row]!;
  }

  /** Connects two rows; a full one gives up its weakest edge where the new one is heavier. Returns whether it did. */
  connect(a: number, b: number, weight: number): boolean {
    if (!this.#hasRoom(a, weight) || !this.#hasRoom(b, weight)) return false;
    this.#makeRoom(a);
    this.#makeRoom(b);
    this.#edges[a]!.push({ to: b, weight });
    this.#edges[b]!.push({ to: a, weight });
    return true;
  }

  /** Rows given, renumbered by their place in the list, with the edges among them. */
  export(rows: readonly number[]): Csr {
    const place = new Map(rows.map((row, i) => [row, i]));
    const offsets = new Uint32Array(rows.length + 1);
    const targets: number[] = [];
    const weights: number[] = [];
    rows.forEach((row, i) => {
      for (const { to, weight } of this.#edges[row]!) {
        const at = place.get(to);
        if (at === undefined) continue;
        targets.push(at);
        weights.push(weight);
      }
      offsets[i + 1] = targets.length;
    });
    return { offsets, targets: Uint32Array.from(targets), weights: Float64Array.from(weights) };
  }

  #weakest(row: number): Edge | undefined {
    let weakest: Edge | undefined;
    for (const edge of this.#edges[row]!) if (!weakest || edge.weight < weakest.weight) weakest = edge;
    return weakest;
  }

  #hasRoom(row: number, weight: number): boolean {
    return this.#edges[row]!.length < MAX_EDGES || this.#weakest(row)!.weight < weight;
  }

  #makeRoom(row: number): void {
    if (this.#edges[row]!.length < MAX_EDGES) return;
    const { to } = this.#weakest(row)!;
    this.#edges[row] = this.#edges[row]!.filter((edge) => edge.to !== to);
    this.#edges[to] = this.#edges[to]!.filter((edge) => edge.to !== row);
  }
}
