import { type Csr, csrFromEdges } from '../leiden/network.ts';
import type { Steps } from '../steps.ts';
import type { TurnChain } from '../terms/context-vectors.ts';
import type { Neighbours } from './neighbours.ts';

export const MAX_EDGES = 10;
/** Weight of "said right after one another". */
export const TURN_WEIGHT = 0.3;
/** A memory that is near to another without being among its nearest counts from this cosine on. */
export const MIN_ONE_SIDED = 0.15;

const WEIGHT_STEPS = 2 ** 20;
const SLICE = 20_000;

/**
 * Keeps the heaviest edges such that no memory has more than {@link MAX_EDGES}: neighbouring turns first (at most
 * two each), then nearest neighbours that are mutual or near enough, by falling cosine.
 */
export function* chooseEdges(neighbours: Neighbours, chain: TurnChain): Steps<Csr> {
  const { k, ids, cosines } = neighbours;
  const size = chain.before.length;
  const degree = new Uint8Array(size);
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const push = (a: number, b: number, w: number) => {
    from.push(a);
    to.push(b);
    weight.push(w);
  };
  const keep = (a: number, b: number, w: number) => {
    degree[a]!++;
    degree[b]!++;
    push(a, b, w);
  };
  for (let a = 0; a < size; a++) if (chain.after[a]! >= 0) keep(a, chain.after[a]!, TURN_WEIGHT);

  const isNear = (a: number, b: number): boolean => {
    for (let i = a * k; i < (a + 1) * k; i++) if (ids[i] === b) return true;
    return false;
  };
  const keys = new Float64Array(size * k);
  let candidates = 0;
  for (let a = 0; a < size; a++) {
    if (a % SLICE === 0) yield;
    for (let i = a * k; i < (a + 1) * k; i++) {
      const b = ids[i]!;
      if (b < 0) break;
      const mutual = isNear(b, a);
      if (mutual ? a < b : cosines[i]! >= MIN_ONE_SIDED) {
        keys[candidates++] = Math.floor((2 - cosines[i]!) * WEIGHT_STEPS) * 2 ** 32 + i;
      }
    }
  }
  const sorted = keys.subarray(0, candidates).sort();
  yield;
  for (let n = 0; n < candidates; n++) {
    if (n % SLICE === 0) yield;
    const i = sorted[n]! % 2 ** 32;
    const a = Math.floor(i / k);
    const b = ids[i]!;
    // Neighbouring turns that are also alike share one edge: parallel edges are summed when rows are built.
    if (chain.after[a] === b || chain.before[a] === b) push(a, b, cosines[i]!);
    else if (degree[a]! < MAX_EDGES && degree[b]! < MAX_EDGES) keep(a, b, cosines[i]!);
  }
  return csrFromEdges(size, from, to, weight);
}
