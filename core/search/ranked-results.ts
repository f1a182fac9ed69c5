import type { ScorePart } from './explain.ts';
import type { ParsedQuery } from './query/parsed-query.ts';
import type { QueryTerm } from './score/query-term.ts';

/** A hit on its way to the personal re-ranking. */
export type Candidate = {
  readonly seq: number;
  /** Plain score, above 0. */
  readonly score: number;
  /** In the order of `FEATURES`. */
  readonly features: Float64Array;
};

export type SearchOptions = {
  /** Milliseconds since the epoch, for natural time. */
  readonly now: number;
  readonly timeZone?: string;
  readonly limit: number;
  /** The vault's own filter: called best first until enough are accepted; for a memory twice where phrases are given up. */
  readonly accept?: (seq: number) => boolean;
  /** 0 to 1; multiplies the score. */
  readonly trustOf?: (seq: number) => number;
  readonly originOf?: (seq: number) => string;
  /** Hits of one origin beyond this many go to the end. Needs `originOf`. */
  readonly maxPerOrigin?: number;
  /** Personal re-ranking of the best 200: returns them in its order, with its scores. */
  readonly rerank?: (candidates: Candidate[]) => Candidate[];
  /** Hits of one conversation beyond three go to the end. */
  readonly groupByConversation?: boolean;
};

export type RankedHit = {
  readonly seq: number;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly features: Float64Array;
  /** Near-duplicates shown under this hit. */
  readonly folded: readonly number[];
};

export type RankedResults = {
  /** The query as it was answered: with phrases given up, where nothing held them. */
  readonly parsed: ParsedQuery;
  /** What its words were looked up as. */
  readonly terms: readonly QueryTerm[];
  readonly hits: readonly RankedHit[];
  /** Memories that match: exact without a filter, else an estimate above 1,000. */
  readonly total: number;
  /** Milliseconds per stage, in order. */
  readonly timings: readonly { readonly stage: string; readonly ms: number }[];
};
