import { shinglesOf } from './shingles.ts';

/** Sketch of a text of which near-duplicates share most values (bottom-k MinHash; Broder 1997). */
export type Sketch = readonly number[];
export const sketchOf = (text: string): Sketch => shinglesOf(text, 64);

/** Share of equal values between two sketches: an estimate of the Jaccard likeness of their texts, 0…1. */
export const likeness = (a: Sketch, b: Sketch): number => {
  if (a.length === 0 || b.length === 0) return 0;
  const most = Math.min(64, Math.max(a.length, b.length));
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, most);
  const inA = new Set(a);
  const inB = new Set(b);
  return union.filter((value) => inA.has(value) && inB.has(value)).length / union.length;
};

const NEAR = 0.7;
const WINDOW = 64;
const COPIES = 3;
/** A rate this many times the agent's own, over at least this many writes, is a burst. */
const BURST_RATIO = 5;
const BURST_WRITES = 12;
const MINUTE = 60_000;

/**
 * Watches one agent's writes for the same text over and over, and for far more writes than it is used to.
 * Evidence only; both have honest causes (templates, an import), so neither flags by itself.
 */
export class FloodWatch {
  #recent: { sketch: Sketch; at: number }[] = [];
  #writes = 0;
  #firstAt: number | undefined;

  /** @param at milliseconds since the epoch. */
  observe(
    text: string,
    at: number,
  ): { readonly duplicates: number; readonly flood: boolean; readonly burst: boolean } {
    const sketch = sketchOf(text);
    const duplicates =
      sketch.length < 4 ? 0 : this.#recent.filter((entry) => likeness(entry.sketch, sketch) >= NEAR).length;
    this.#recent.push({ sketch, at });
    if (this.#recent.length > WINDOW) this.#recent.shift();
    this.#writes++;
    this.#firstAt ??= at;
    const lately = this.#recent.filter((entry) => at - entry.at < MINUTE).length;
    const usual = (this.#writes - lately) / Math.max(1, (at - this.#firstAt) / MINUTE);
    return {
      duplicates,
      flood: duplicates >= COPIES,
      burst: lately >= BURST_WRITES && usual > 0 && lately > usual * BURST_RATIO,
    };
  }
}
