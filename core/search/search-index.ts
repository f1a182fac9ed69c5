import { analyse } from './analyse/analyser.ts';
import { LANGUAGES } from './analyse/detect-language.ts';
import { flagsOf, speakerTerm } from './document-facts.ts';
import { parseQuery } from './query/parse-query.ts';
import type { ParseContext, ParsedQuery } from './query/parsed-query.ts';
import type { RankedResults, SearchOptions } from './ranked-results.ts';
import { Searcher } from './searcher.ts';
import { compact } from './segments/compact.ts';
import { Corpus } from './segments/corpus.ts';
import { readSegments, type SavedIndex, writeSegments } from './segments/saved-index.ts';
import { seal } from './segments/seal.ts';
import { packSegment } from './segments/segment-codec.ts';
import { TailSegment } from './segments/tail-segment.ts';
import { similarTerms } from './similar-terms.ts';
import { Titles } from './titles.ts';
import type { SearchDocument, Segment } from './types.ts';

/** The tail is sealed at this many documents. */
export const TAIL_DOCUMENTS = 4_096;

/**
 * Full-text index of a vault. Writes are searchable when `update` returns, removals are exact at once.
 * Memory: about 5 bytes per word plus the dictionary. Not thread-safe; one owner.
 */
export class SearchIndex {
  readonly #corpus: Corpus;
  readonly #titles: Titles;
  readonly #searcher = new Searcher();
  #nextName: number;
  /** Bytes by name as the store holds them. */
  #saved: ReadonlyMap<string, Uint8Array>;

  readonly #tailDocuments: number;

  /** @param tailDocuments the tail is sealed at this many */
  constructor(saved?: SavedIndex, tailDocuments = TAIL_DOCUMENTS) {
    this.#tailDocuments = tailDocuments;
    this.#nextName = saved?.nextName ?? 0;
    this.#titles = saved?.titles ?? new Titles();
    this.#corpus = new Corpus(saved?.segments ?? [], this.#name());
    this.#saved = new Map(saved?.stored.map(({ name, bytes }) => [name, bytes]));
  }

  /**
   * Index from saved segments, in any order. Segments that are not what was written are left out and named.
   * @returns `missing`: the seqs whose documents must be fed again; `all` when that cannot be told.
   */
  static load(
    segments: readonly Segment[],
    tailDocuments = TAIL_DOCUMENTS,
  ): {
    readonly index: SearchIndex;
    readonly missing: number[] | 'all';
    readonly damaged: string[];
  } {
    const { saved, missing, damaged } = readSegments(segments);
    return { index: new SearchIndex(saved, tailDocuments), missing, damaged };
  }

  /** Memories that can be found. */
  get size(): number {
    return this.#corpus.size;
  }

  /** Every memory that can be found, in no order. */
  seqs(): number[] {
    return [...this.#corpus.seqs()];
  }

  has(seq: number): boolean {
    return this.#corpus.slotOf(seq) >= 0;
  }

  /** Adds memories, replacing those with the same seq. */
  update(documents: readonly SearchDocument[]): void {
    for (const document of documents) this.#updateOne(document);
  }

  remove(seqs: Iterable<number>): void {
    for (const seq of seqs) {
      const slot = this.#corpus.slotOf(seq);
      if (slot < 0) continue;
      const { segment, base } = this.#corpus.entryOf(slot);
      const conversation = segment.columns.conversation[slot - base] as number;
      this.#corpus.remove(seq);
      if (this.#corpus.thread(conversation).length === 0) this.#titles.delete(conversation);
    }
  }

  /** New title of a conversation, found at once. */
  retitle(conversation: number, title: string): void {
    if (this.#corpus.thread(conversation).length > 0) this.#titles.set(conversation, title);
  }

  parse(query: string, context: ParseContext): ParsedQuery {
    return parseQuery(query, context);
  }

  /** Best memories for a query, all stages applied. Any query is answered; `parsed.tokens` says how it was read. */
  search(query: string | ParsedQuery, options: SearchOptions): RankedResults {
    const parsed = typeof query === 'string' ? parseQuery(query, options) : query;
    return this.#searcher.search(this.#corpus, this.#titles, parsed, options);
  }

  /**
   * Memories most like one memory, itself left out. Unknown seq: no hits.
   * @param parsed a query whose phrases and exclusions must be kept too
   */
  similar(seq: number, options: SearchOptions, parsed = parseQuery('', options)): RankedResults {
    const accept = (other: number): boolean => other !== seq && (options.accept?.(other) ?? true);
    return this.#searcher.searchTerms(this.#corpus, similarTerms(this.#corpus, seq), parsed, {
      ...options,
      accept,
    });
  }

  /**
   * The whole index as segments; bytes of unchanged segments are the same objects as before. Removed memories are
   * compacted away first: none of their words is in what is returned.
   */
  exportSegments(): Segment[] {
    compact(this.#corpus, () => this.#name());
    return writeSegments(this.#corpus, this.#titles, this.#nextName);
  }

  /** What to write and what to delete so that a store holding the last export (or load) holds this one. */
  exportChanges(): { readonly written: Segment[]; readonly removed: string[] } {
    const segments = this.exportSegments();
    const written = segments.filter(({ name, bytes }) => this.#saved.get(name) !== bytes);
    const current = new Map(segments.map(({ name, bytes }) => [name, bytes]));
    const removed = [...this.#saved.keys()].filter((name) => !current.has(name));
    this.#saved = current;
    return { written, removed };
  }

  #updateOne(document: SearchDocument): void {
    const { seq, conversation, order, createdAt, title, text, speaker } = document;
    this.#corpus.remove(seq);
    const { terms, language } = analyse(text);
    const entry = {
      seq,
      conversation,
      order,
      createdAt,
      language: LANGUAGES.indexOf(language),
      flags: flagsOf(document),
      terms,
      ...(speaker === undefined ? {} : { speakerTerm: speakerTerm(speaker) }),
    };
    if (this.#corpus.tail.count >= this.#tailDocuments || !this.#corpus.tail.fits(entry)) this.#sealTail();
    this.#corpus.added(this.#corpus.tail.add(entry));
    this.#titles.set(conversation, title);
  }

  #sealTail(): void {
    const { sealed, tail, tailName } = this.#corpus;
    const segment = seal([tail]);
    if (segment) sealed.push({ name: tailName, segment: packSegment(segment) });
    this.#corpus.relayout(sealed, new TailSegment(), this.#name());
  }

  #name(): string {
    return `s${this.#nextName++}`;
  }
}
