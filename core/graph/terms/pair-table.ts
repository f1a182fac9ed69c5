import { grown } from './growable.ts';

/** Maps pairs of term ids to dense ids: open addressing on typed arrays, some ten times smaller than a Map. */
export class PairTable {
  size = 0;
  /** First and second of each pair, side by side: one cache line instead of two. */
  #members = new Uint32Array(1 << 13);
  #slots = new Int32Array(1 << 13).fill(-1);

  /** Id of the pair; a new pair gets the next id. */
  idOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(first, second) & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id < 0) break;
      if (this.#members[2 * id] === first && this.#members[2 * id + 1] === second) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.size++;
    if (2 * id === this.#members.length) this.#members = grown(this.#members);
    this.#members[2 * id] = first;
    this.#members[2 * id + 1] = second;
    this.#slots[slot] = id;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  firstOf(id: number): number {
    return this.#members[2 * id]!;
  }

  secondOf(id: number): number {
    return this.#members[2 * id + 1]!;
  }

  #hash(first: number, second: number): number {
    let h = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
    h ^= h >>> 15;
    return Math.imul(h, 0xc2b2ae35) >>> 7;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.#hash(this.#members[2 * id]!, this.#members[2 * id + 1]!) & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}
