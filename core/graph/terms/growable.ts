/** A copy of twice the length, the new half zero. */
export const grown = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
};

/** A zero-filled Uint32Array that grows when written past its end. */
export class GrowableCounts {
  values = new Uint32Array(1 << 12);

  add(index: number, amount: number): number {
    while (index >= this.values.length) this.values = grown(this.values);
    this.values[index]! += amount;
    return this.values[index]!;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }
}
