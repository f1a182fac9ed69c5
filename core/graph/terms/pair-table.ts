/** Maps pairs of term ids to dense ids: open addressing on typed arrays, some ten times smaller than a Map. */
export class PairTable {
  size = 0;
  #firsts = new Uint32Array(1 << 12);
  #seconds = new Uint32Array(1 << 12);
  #slots = new Int32Array(1 << 13).fill(-1);

  /** Id of the pair; a new pair gets the next id. */
  idOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(first, second) & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id < 0) break;
      if (this.#firsts[id] === first && this.#seconds[id] === second) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.size++;
    if (id === this.#firsts.length) {
      this.#firsts = grown(this.#firsts);
      this.#seconds = grown(this.#seconds);
    }
    this.#firsts[id] = first;
    this.#seconds[id] = second;
    this.#slots[slot] = id;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  firstOf(id: number): number {
    return this.#firsts[id]!;
  }

  secondOf(id: number): number {
    return this.#seconds[id]!;
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
      let slot = this.#hash(this.#firsts[id]!, this.#seconds[id]!) & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

const grown = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
};
