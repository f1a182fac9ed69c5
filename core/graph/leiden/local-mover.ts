import type { Network } from './network.ts';

/** A move must gain more than rounding noise, or two nodes could swap for ever. */
const MIN_GAIN = 1e-10;

/**
 * Fast local moving (Traag, Waltman, van Eck 2019, "From Louvain to Leiden", appendix A.2): nodes wait in a
 * queue, each goes to the neighbouring community of the largest gain, and only neighbours that such a move
 * leaves outside are looked at again. Works in slices, so that a caller can stop or yield in between.
 */
export class LocalMover {
  readonly communityOf: Uint32Array;
  moved = false;
  readonly #network: Network;
  readonly #penalty: number;
  readonly #massOf: Float64Array;
  readonly #countOf: Uint32Array;
  readonly #freeLabels: number[] = [];
  readonly #weightTo: Float64Array;
  readonly #touched: Uint32Array;
  readonly #queue: Uint32Array;
  readonly #queued: Uint8Array;
  #head = 0;
  #waiting = 0;

  /** `communityOf` holds labels below `network.size` and is changed in place. */
  constructor(network: Network, communityOf: Uint32Array, penalty: number) {
    this.#network = network;
    this.communityOf = communityOf;
    this.#penalty = penalty;
    this.#massOf = new Float64Array(network.size);
    this.#countOf = new Uint32Array(network.size);
    for (let v = 0; v < network.size; v++) {
      this.#massOf[communityOf[v]!]! += network.mass[v]!;
      this.#countOf[communityOf[v]!]!++;
    }
    for (let c = network.size - 1; c >= 0; c--) if (!this.#countOf[c]) this.#freeLabels.push(c);
    this.#weightTo = new Float64Array(network.size);
    this.#touched = new Uint32Array(network.size);
    this.#queue = new Uint32Array(network.size);
    this.#queued = new Uint8Array(network.size);
  }

  enqueue(nodes: Iterable<number>): void {
    for (const v of nodes) this.#push(v);
  }

  /** Visits up to `visits` waiting nodes; true when nobody waits any more. */
  run(visits: number): boolean {
    for (let i = 0; i < visits && this.#waiting > 0; i++) {
      const v = this.#queue[this.#head]!;
      this.#head = this.#head + 1 === this.#queue.length ? 0 : this.#head + 1;
      this.#waiting--;
      this.#queued[v] = 0;
      this.#visit(v);
    }
    return this.#waiting === 0;
  }

  #push(v: number): void {
    if (this.#queued[v]) return;
    this.#queued[v] = 1;
    const tail = this.#head + this.#waiting;
    this.#queue[tail < this.#queue.length ? tail : tail - this.#queue.length] = v;
    this.#waiting++;
  }

  #visit(v: number): void {
    const { offsets, targets, weights, mass } = this.#network;
    const communityOf = this.communityOf;
    const weightTo = this.#weightTo;
    const first = offsets[v]!;
    const last = offsets[v + 1]!;
    let touched = 0;
    for (let e = first; e < last; e++) {
      const c = communityOf[targets[e]!]!;
      if (weightTo[c] === 0) this.#touched[touched++] = c;
      weightTo[c]! += weights[e]!;
    }
    const own = communityOf[v]!;
    const cost = this.#penalty * mass[v]!;
    const stay = weightTo[own]! - cost * (this.#massOf[own]! - mass[v]!);
    let best = own;
    let bestGain = stay + MIN_GAIN;
    for (let t = 0; t < touched; t++) {
      const c = this.#touched[t]!;
      const gain = weightTo[c]! - cost * this.#massOf[c]!;
      if (c !== own && gain > bestGain) {
        bestGain = gain;
        best = c;
      }
      weightTo[c] = 0;
    }
    if (0 > bestGain && this.#countOf[own]! > 1) best = this.#freeLabels.at(-1)!;
    if (best === own) return;
    this.#move(v, own, best);
    for (let e = first; e < last; e++) {
      const u = targets[e]!;
      if (communityOf[u] !== best) this.#push(u);
    }
  }

  #move(v: number, from: number, to: number): void {
    if (this.#countOf[to] === 0) this.#freeLabels.pop();
    this.communityOf[v] = to;
    this.#massOf[from]! -= this.#network.mass[v]!;
    this.#massOf[to]! += this.#network.mass[v]!;
    this.#countOf[to]!++;
    if (--this.#countOf[from]! === 0) {
      this.#massOf[from] = 0;
      this.#freeLabels.push(from);
    }
    this.moved = true;
  }
}
