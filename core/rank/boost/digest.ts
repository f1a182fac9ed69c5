const PRIME = 0x01000193;

/** A name of a sequence of numbers and words, 64 bits: equal sequences, equal names. FNV-1a on their 32-bit halves. */
export class Digest {
  #low = 0x811c9dc5;
  #high = 0xcbf29ce4;
  readonly #number = new Float64Array(1);
  readonly #halves = new Uint32Array(this.#number.buffer);

  clone(): Digest {
    const copy = new Digest();
    copy.#low = this.#low;
    copy.#high = this.#high;
    return copy;
  }

  add(value: number): void {
    this.#number[0] = value;
    for (const half of this.#halves) this.#mix(half);
  }

  addWord(word: string): void {
    for (let at = 0; at < word.length; at += 1) this.#mix(word.charCodeAt(at));
  }

  toString(): string {
    return [this.#high, this.#low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #mix(value: number): void {
    this.#low = Math.imul(this.#low ^ value, PRIME);
    this.#high = Math.imul(this.#high ^ (value >>> 7) ^ this.#low, 0x5bd1e995);
  }
}
