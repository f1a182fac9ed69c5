import { DAY_MS } from '../model/day.ts';

const HALF_LIFE_MS = 45 * DAY_MS;
const CAP = 1.5;

type Use = { gain: number; at: number };

const faded = (use: Use | undefined, now: number): number =>
  use ? use.gain * 2 ** (-Math.max(0, now - use.at) / HALF_LIFE_MS) : 0;

const add = (table: Map<string, Use>, key: string, at: number, gain: number): void => {
  const sum = faded(table.get(key), at) + gain;
  table.set(key, { gain: Math.max(-CAP, Math.min(CAP, sum)), at });
};

/**
 * The capped click memory for finding things again: what each result earned, under any query and under the same
 * query. Positive and negative; both stay within ±1.5 and halve in 45 days.
 */
export class UseMemory {
  #bySeq = new Map<string, Use>();
  #byQuery = new Map<string, Use>();

  clone(): UseMemory {
    const copy = new UseMemory();
    copy.#bySeq = new Map([...this.#bySeq].map(([key, use]) => [key, { ...use }]));
    copy.#byQuery = new Map([...this.#byQuery].map(([key, use]) => [key, { ...use }]));
    return copy;
  }

  learn(queryKey: string, seq: number, at: number, gain: number): void {
    add(this.#bySeq, String(seq), at, gain);
    add(this.#byQuery, `${queryKey}|${seq}`, at, gain);
  }

  /** −1.5 … 1.5. */
  used(seq: number, now: number): number {
    return faded(this.#bySeq.get(String(seq)), now);
  }

  /** −1.5 … 1.5. */
  usedFor(queryKey: string, seq: number, now: number): number {
    return faded(this.#byQuery.get(`${queryKey}|${seq}`), now);
  }

  /** Last time a result was used, for bursts. */
  lastUse(seq: number): number | undefined {
    return this.#bySeq.get(String(seq))?.at;
  }
}
