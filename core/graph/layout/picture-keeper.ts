import type { FoldedGraph, FoldedNode } from './fold-graph.ts';

const keyOf = ({ seq, topic }: FoldedNode): string => (seq === undefined ? `t${topic}` : `m${seq}`);

/** Keeps where each node was drawn, so that a picture that is asked for again looks as it did. */
export class PictureKeeper {
  readonly #placeOf = new Map<string, readonly [x: number, y: number]>();

  keep({ nodes }: FoldedGraph, positions: Float32Array): void {
    this.#placeOf.clear();
    nodes.forEach((node, v) => {
      this.#placeOf.set(keyOf(node), [positions[2 * v]!, positions[2 * v + 1]!]);
    });
  }

  /** Kept positions in the order of the nodes, NaN for unknown ones, and what share of the nodes is known. */
  recall({ nodes }: FoldedGraph): { readonly positions: Float32Array; readonly known: number } {
    const positions = new Float32Array(2 * nodes.length).fill(Number.NaN);
    let known = 0;
    nodes.forEach((node, v) => {
      const place = this.#placeOf.get(keyOf(node));
      if (!place) return;
      positions.set(place, 2 * v);
      known++;
    });
    return { positions, known: nodes.length === 0 ? 1 : known / nodes.length };
  }
}
