/** Collects how long the stages of one search took. */
export class StageTimer {
  readonly timings: { stage: string; ms: number }[] = [];
  #last = performance.now();

  /** Ends the running stage under this name. */
  stage(stage: string): void {
    const now = performance.now();
    this.timings.push({ stage, ms: now - this.#last });
    this.#last = now;
  }
}
