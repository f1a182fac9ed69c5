import { type Random, shuffledOrder } from '../random.ts';
import type { Network } from './network.ts';

/**
 * How far refinement may stray from the best merge: probability ∝ exp(gain / (RANDOMNESS · mean edge weight)).
 * 0.01 is the value of Traag et al. 2019, §"Leiden algorithm".
 */
const RANDOMNESS = 0.01;

/**
 * Refinement (Traag, Waltman, van Eck 2019, appendix A.2, MergeNodesSubset): inside each community, nodes that
 * are still alone and well connected to it join a well connected part of it. Every part it makes is connected,
 * which is what Louvain lacks. Works in slices like the local mover.
 */
export class Refiner {
  /** Part of each node; labels are below `network.size`. */
  readonly partOf: Uint32Array;
  readonly #network: Network;
  readonly #communityOf: Uint32Array;
  readonly #penalty: number;
  readonly #random: Random;
  readonly #order: Uint32Array;
  readonly #communityMass: Float64Array;
  readonly #partMass: Float64Array;
  readonly #outside: Float64Array;
  readonly #alone: Uint8Array;
  readonly #weightTo: Float64Array;
  readonly #touched: Uint32Array;
  readonly #chances: Float64Array;
  readonly #temperature: number;
  #next = 0;

  constructor(network: Network, communityOf: Uint32Array, penalty: number, random: Random) {
    const { size, offsets, targets, weights } = network;
    this.#network = network;
    this.#communityOf = communityOf;
    this.#penalty = penalty;
    this.#random = random;
    this.#order = shuffledOrder(size, random);
    this.partOf = new Uint32Array(size);
    this.#communityMass = new Float64Array(size);
    this.#partMass = network.mass.slice();
    this.#outside = new Float64Array(size);
    this.#alone = new Uint8Array(size).fill(1);
    this.#weightTo = new Float64Array(size);
    this.#touched = new Uint32Array(size);
    this.#chances = new Float64Array(size);
    let sum = 0;
    for (let v = 0; v < size; v++) {
      this.partOf[v] = v;
      this.#communityMass[communityOf[v]!]! += network.mass[v]!;
      for (let e = offsets[v]!; e < offsets[v + 1]!; e++) {
        sum += weights[e]!;
        if (communityOf[targets[e]!] === communityOf[v]) this.#outside[v]! += weights[e]!;
      }
    }
    this.#temperature = RANDOMNESS * (targets.length > 0 ? sum / targets.length : 1);
  }

  /** Looks at up to `visits` nodes; true when all have been seen. */
  run(visits: number): boolean {
    const end = Math.min(this.#order.length, this.#next + visits);
    for (; this.#next < end; this.#next++) {
      const v = this.#order[this.#next]!;
      if (this.#alone[v]) this.#visit(v);
    }
    return this.#next === this.#order.length;
  }

  #wellConnected(part: number, community: number): boolean {
    const mass = this.#partMass[part]!;
    return this.#outside[part]! >= this.#penalty * mass * (this.#communityMass[community]! - mass) - 1e-12;
  }

  #visit(v: number): void {
    const { offsets, targets, weights, mass } = this.#network;
    const community = this.#communityOf[v]!;
    if (!this.#wellConnected(v, community)) return;
    const weightTo = this.#weightTo;
    let touched = 0;
    for (let e = offsets[v]!; e < offsets[v + 1]!; e++) {
      const u = targets[e]!;
      if (this.#communityOf[u] !== community) continue;
      const part = this.partOf[u]!;
      if (weightTo[part] === 0) this.#touched[touched++] = part;
      weightTo[part]! += weights[e]!;
    }
    const chosen = this.#choose(v, community, touched);
    if (chosen >= 0) {
      this.#outside[chosen]! += this.#outside[v]! - 2 * weightTo[chosen]!;
      this.#partMass[chosen]! += mass[v]!;
      this.partOf[v] = chosen;
      this.#alone[v] = 0;
      this.#alone[chosen] = 0;
    }
    for (let t = 0; t < touched; t++) weightTo[this.#touched[t]!] = 0;
  }

  #choose(v: number, community: number, touched: number): number {
    const cost = this.#penalty * this.#network.mass[v]!;
    let best = -1;
    for (let t = 0; t < touched; t++) {
      const part = this.#touched[t]!;
      const gain = this.#weightTo[part]! - cost * this.#partMass[part]!;
      const allowed = part !== v && gain >= 0 && this.#wellConnected(part, community);
      this.#chances[t] = allowed ? gain : -1;
      if (allowed && gain > best) best = gain;
    }
    if (best < 0) return -1;
    let total = 0;
    for (let t = 0; t < touched; t++) {
      const gain = this.#chances[t]!;
      const chance = gain < 0 ? 0 : Math.exp((gain - best) / this.#temperature);
      this.#chances[t] = chance;
      total += chance;
    }
    let dart = this.#random() * total;
    let chosen = -1;
    for (let t = 0; t < touched; t++) {
      if (this.#chances[t] === 0) continue;
      chosen = this.#touched[t]!;
      dart -= this.#chances[t]!;
      if (dart <= 0) break;
    }
    return chosen;
  }
}
