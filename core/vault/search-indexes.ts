import type { Seq } from '../model/memory.ts';
import { type SearchDocument, SearchIndex, type Segment } from '../search/index.ts';

const SEPARATOR = '/';

/** One search index per profile: the words of one space never weigh on another's. */
export class SearchIndexes {
  readonly #byProfile = new Map<string, SearchIndex>();
  readonly #profileBySeq = new Map<Seq, string>();

  /** Indexes from saved segments; damaged ones are left out and named. */
  static load(segments: readonly Segment[]): { indexes: SearchIndexes; damaged: string[] } {
    const indexes = new SearchIndexes();
    const segmentsByProfile = Map.groupBy(segments, ({ name }) => name.slice(0, name.lastIndexOf(SEPARATOR)));
    const allDamaged: string[] = [];
    for (const [profile, own] of segmentsByProfile) {
      const { index, damaged } = SearchIndex.load(
        own.map(({ name, bytes }) => ({ name: name.slice(profile.length + 1), bytes })),
      );
      indexes.#byProfile.set(profile, index);
      for (const seq of index.seqs()) indexes.#profileBySeq.set(seq, profile);
      allDamaged.push(...damaged);
    }
    return { indexes, damaged: allDamaged };
  }

  get size(): number {
    return this.#profileBySeq.size;
  }

  seqs(): Iterable<Seq> {
    return this.#profileBySeq.keys();
  }

  has(seq: Seq): boolean {
    return this.#profileBySeq.has(seq);
  }

  /** The index of a profile; an empty one where nothing was said yet. */
  of(profile: string): SearchIndex {
    let index = this.#byProfile.get(profile);
    if (!index) {
      index = new SearchIndex();
      this.#byProfile.set(profile, index);
    }
    return index;
  }

  update(profile: string, documents: readonly SearchDocument[]): void {
    this.of(profile).update(documents);
    for (const { seq } of documents) this.#profileBySeq.set(seq, profile);
  }

  remove(seqs: Iterable<Seq>): void {
    const byProfile = Map.groupBy(seqs, (seq) => this.#profileBySeq.get(seq) ?? '');
    for (const [profile, own] of byProfile) this.#byProfile.get(profile)?.remove(own);
    for (const own of byProfile.values()) for (const seq of own) this.#profileBySeq.delete(seq);
  }

  /** Segments of all profiles; bytes of unchanged ones are the same objects as before. */
  exportSegments(): Segment[] {
    return [...this.#byProfile].flatMap(([profile, index]) =>
      index.exportSegments().map(({ name, bytes }) => ({ name: `${profile}${SEPARATOR}${name}`, bytes })),
    );
  }
}
