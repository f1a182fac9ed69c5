const MAX_LENGTH = 60;

/**
 * Numbers written tokens 0, 1, 2, … by the code units between two places of a text, so that no string is made for a
 * token that was seen before. Open addressing on typed arrays.
 */
export class TokenTable {
  size = 0;
  #slots = new Int32Array(1 << 13).fill(-1);
  #hashes = new Int32Array(1 << 12);
  /** Where each token's units begin in `#units`; the next entry is where they end. */
  #starts = new Uint32Array((1 << 12) + 1);
  #units = new Uint16Array(1 << 15);

  /** Number of the token; a new one gets the next number, one longer than 60 units none (−1). */
  numberOf(text: string, start: number, end: number): number {
    if (end - start > MAX_LENGTH) return -1;
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number < 0) break;
      if (this.#hashes[number] === hash && this.#equals(number, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.size;
    return this.#append(hash, text, start, end);
  }

  #equals(number: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[number]!;
    if (this.#starts[number + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++) {
      if (this.#units[from + i - start] !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  #append(hash: number, text: string, start: number, end: number): number {
    const number = this.size++;
    const from = this.#starts[number]!;
    const to = from + end - start;
    if (to > this.#units.length) {
      const units = new Uint16Array(this.#units.length * 2);
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = start; i < end; i++) this.#units[from + i - start] = text.charCodeAt(i);
    this.#hashes[number] = hash;
    this.#starts[number + 1] = to;
    if (this.size === this.#hashes.length) this.#grow();
    return number;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    const starts = new Uint32Array(hashes.length + 1);
    starts.set(this.#starts);
    this.#hashes = hashes;
    this.#starts = starts;
    this.#slots = new Int32Array(hashes.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = hashes[number]! & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}
