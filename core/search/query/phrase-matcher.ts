import { termOf, wordsOf } from '../analyse/analyser.ts';
import { LANGUAGES, type Language } from '../analyse/detect-language.ts';
import type { Corpus } from '../segments/corpus.ts';
import type { SearchSegment } from '../segments/segment.ts';

/** Finds documents that hold a run of words, in any of the corpus's languages, word forms aside. */
export class PhraseMatcher {
  readonly #corpus: Corpus;
  /** For each word of the phrase, the terms it may be stored as. */
  readonly #positions: readonly (readonly string[])[];
  #segment: SearchSegment | undefined;
  #ids: readonly (readonly number[])[] = [];

  constructor(corpus: Corpus, phrase: string) {
    this.#corpus = corpus;
    const languages: Language[] = corpus.languages().map((index) => LANGUAGES[index] as Language);
    this.#positions = wordsOf(phrase).map(({ folded }) => [
      ...new Set(languages.map((language) => termOf(folded, language))),
    ]);
  }

  /** A phrase without words matches nothing. */
  matches(slot: number): boolean {
    if (this.#positions.length === 0) return false;
    const { segment, base } = this.#corpus.entryOf(slot);
    if (segment !== this.#segment) {
      this.#segment = segment;
      const entry = this.#corpus.entryIndexOf(slot);
      this.#ids = this.#positions.map((terms) =>
        terms.map((term) => this.#corpus.termIds(term)[entry] as number).filter((id) => id >= 0),
      );
    }
    if (this.#ids.some((ids) => ids.length === 0)) return false;
    const { tokens, columns } = segment;
    const last = (columns.tokenStart[slot - base + 1] as number) - this.#ids.length;
    for (let at = columns.tokenStart[slot - base] as number; at <= last; at++) {
      if (this.#standsAt(tokens, at)) return true;
    }
    return false;
  }

  #standsAt(tokens: Uint16Array, at: number): boolean {
    for (let offset = 0; offset < this.#ids.length; offset++)
      if (!(this.#ids[offset] as readonly number[]).includes(tokens[at + offset] as number)) return false;
    return true;
  }
}
