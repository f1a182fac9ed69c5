/** Bookkeeping of removed documents, so that every statistic is exact the moment a document is removed. */
export class DeadDocuments {
  readonly #deadByTerm = new Map<number, number>();
  readonly #seen = new Set<number>();

  /** Counts one removed document's distinct terms out of the document frequencies. */
  add(tokens: Uint16Array, from: number, to: number): void {
    this.#seen.clear();
    for (let at = from; at < to; at++) this.#seen.add(tokens[at] as number);
    for (const term of this.#seen) this.#deadByTerm.set(term, (this.#deadByTerm.get(term) ?? 0) + 1);
  }

  /** Removed documents that hold the term. */
  of(term: number): number {
    return this.#deadByTerm.get(term) ?? 0;
  }
}
