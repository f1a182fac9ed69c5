/** One dictionary term that stands for a query word, with how much a hit on it counts (1 for the word itself). */
export type Variant = { readonly term: string; readonly weight: number };

/** A word of the query with all the dictionary terms it may be found as. */
export type QueryTerm = {
  /** The word as typed, folded. */
  readonly word: string;
  /** Inverse document frequency, ln(1 + (N − n + ½) / (n + ½)). */
  readonly idf: number;
  readonly variants: readonly Variant[];
  /** How it was found: as typed, as the beginning of words, or as a likely misspelling. */
  readonly kind: 'exact' | 'prefix' | 'typo';
  /** Where it stands in the query, in UTF-16 units. */
  readonly start?: number;
};

/** At most this many query terms are scored: one bit each in a 32-bit coverage mask. */
export const MAX_TERMS = 31;
