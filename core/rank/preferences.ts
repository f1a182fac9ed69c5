import { DAY_MS } from '../model/day.ts';
import { type Corrections, isForgotten, NO_CORRECTIONS } from './corrections.ts';
import type { CandidateMeta } from './types.ts';

/** How long a taste of each kind keeps half its weight, in days. */
export const HALF_LIFE_DAYS: Readonly<Record<string, number>> = {
  agent: 60,
  format: 120,
  role: 180,
  tag: 60,
  length: 120,
  age: 90,
};
const DEFAULT_HALF_LIFE_DAYS = 90;
/** Beta(1, 1): nothing is believed before it was seen. */
const PRIOR = 1;
const CONTRADICTION_MARGIN = 0.1;
const CONTRADICTION_EVIDENCE = 4;

type Count = { liked: number; passed: number; at: number };

/** A value of a facet with the belief that results having it are used. */
export type Preference = {
  readonly facet: string;
  readonly value: string;
  /** Mean of the Beta, 0 … 1; 0.5 says nothing. */
  readonly mean: number;
  /** Faded observations behind it. */
  readonly evidence: number;
};

/** The winner of a facet changed. */
export type Contradiction = {
  readonly facet: string;
  readonly before: string;
  readonly after: string;
  readonly at: number;
};

const lengthBucket = (length: number): string =>
  length < 200 ? 'short' : length < 1_500 ? 'medium' : 'long';

/** Facet values of a memory as `facet:value`. */
export const facetsOf = (meta: CandidateMeta, now: number): string[] => [
  `agent:${meta.agentId}`,
  `role:${meta.role}`,
  `format:${meta.hasCode ? 'code' : 'prose'}`,
  `length:${lengthBucket(meta.length)}`,
  `age:${now - meta.createdAt < 14 * DAY_MS ? 'recent' : 'older'}`,
  ...meta.tags.map((tag) => `tag:${tag}`),
];

const isFacet = (key: string): boolean => !key.startsWith('project:') && !key.startsWith('workflow:');

const facetOf = (key: string): string => key.slice(0, key.indexOf(':'));

/**
 * Layer 1: tastes that hold across projects. A Beta per facet value, keyed by the value itself, fading by real days.
 * What is used counts for, what was seen and passed over counts against, so that a value everything has says nothing.
 */
export class Preferences {
  #counts = new Map<string, Count>();
  #winners = new Map<string, string>();
  #contradictions: Contradiction[] = [];
  readonly #corrections: Corrections;

  constructor(corrections: Corrections = NO_CORRECTIONS) {
    this.#corrections = corrections;
  }

  clone(): Preferences {
    const copy = new Preferences(this.#corrections);
    copy.#counts = new Map([...this.#counts].map(([key, count]) => [key, { ...count }]));
    copy.#winners = new Map(this.#winners);
    copy.#contradictions = [...this.#contradictions];
    return copy;
  }

  /** `used` and `passed`: facets of results that were used and of those seen and passed over, with weights. */
  learn(at: number, used: ReadonlyMap<string, number>, passed: ReadonlyMap<string, number>): void {
    for (const key of new Set([...used.keys(), ...passed.keys()])) {
      if (isForgotten(this.#corrections, key, at)) continue;
      const known = this.#faded(key, at);
      this.#counts.set(key, {
        liked: known.liked + (used.get(key) ?? 0),
        passed: known.passed + (passed.get(key) ?? 0),
        at,
      });
    }
    for (const facet of new Set([...used.keys()].map(facetOf))) this.#noteWinner(facet, at);
  }

  /** −1 … 1: how much results with these facets are liked beyond chance, averaged over the facets known. */
  match(facets: readonly string[], now: number): number {
    let sum = 0;
    for (const key of facets) {
      const fixed = this.#corrections.get(key)?.leaning;
      if (fixed !== undefined) {
        sum += fixed;
        continue;
      }
      const { liked, passed } = this.#faded(key, now);
      const evidence = liked + passed;
      if (evidence > 0) sum += ((liked - passed) / (evidence + 2 * PRIOR)) * (evidence / (evidence + 8));
    }
    return facets.length > 0 ? sum / facets.length : 0;
  }

  /** Preferences with evidence, clearest first. */
  list(now: number): Preference[] {
    const fixed = [...this.#corrections].filter(
      ([key, { leaning }]) => leaning !== undefined && isFacet(key),
    );
    return [...new Set([...this.#counts.keys(), ...fixed.map(([key]) => key)])]
      .map((key): Preference => {
        const { liked, passed } = this.#faded(key, now);
        const leaning = this.#corrections.get(key)?.leaning;
        return {
          facet: facetOf(key),
          value: key.slice(facetOf(key).length + 1),
          mean: leaning === undefined ? (liked + PRIOR) / (liked + passed + 2 * PRIOR) : (leaning + 1) / 2,
          evidence: liked + passed,
        };
      })
      .toSorted((a, b) => Math.abs(b.mean - 0.5) * b.evidence - Math.abs(a.mean - 0.5) * a.evidence);
  }

  /** Changes of a facet's winner, oldest first. */
  contradictions(): readonly Contradiction[] {
    return this.#contradictions;
  }

  #noteWinner(facet: string, at: number): void {
    const [first, second] = this.list(at)
      .filter((preference) => preference.facet === facet && preference.evidence >= CONTRADICTION_EVIDENCE)
      .toSorted((a, b) => b.mean - a.mean);
    if (!first || (second && first.mean - second.mean < CONTRADICTION_MARGIN)) return;
    const before = this.#winners.get(facet);
    if (before !== undefined && before !== first.value)
      this.#contradictions.push({ facet, before, after: first.value, at });
    this.#winners.set(facet, first.value);
  }

  #fade(key: string, { at }: Count, now: number): number {
    const days = HALF_LIFE_DAYS[facetOf(key)] ?? DEFAULT_HALF_LIFE_DAYS;
    return 2 ** (-Math.max(0, now - at) / (days * DAY_MS));
  }

  #faded(key: string, now: number): { liked: number; passed: number } {
    const count = this.#counts.get(key);
    if (!count) return { liked: 0, passed: 0 };
    const weight = this.#fade(key, count, now);
    return { liked: count.liked * weight, passed: count.passed * weight };
  }
}
