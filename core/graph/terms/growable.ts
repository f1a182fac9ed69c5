/** A zero-filled Uint32Array that grows when written past its end. */
export class GrowableCounts {
  values = new Uint32Array(1 << 12);

  add(index: number, amount: number): number {
    if (index >= this.values.length) {
      const next = new Uint32Array(Math.max(index + 1, this.values.length * 2));
      next.set(this.values);
      this.values = next;
    }
    this.values[index]! += amount;
    return this.values[index]!;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }
}
