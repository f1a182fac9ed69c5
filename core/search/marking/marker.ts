import { isStopWord, MAX_TOKENS, termOf, wordsOf } from '../analyse/analyser.ts';
import { detectLanguage, LANGUAGES } from '../analyse/detect-language.ts';
import { foldWord } from '../analyse/fold.ts';
import { tokenize } from '../analyse/tokenize.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import type { QueryTerm } from '../score/query-term.ts';
import { Beginnings } from './beginnings.ts';

/** A query and the dictionary terms that its words were found as: those of misspelt words cannot be told from the query. */
export type Sought = { readonly parsed: ParsedQuery; readonly terms: readonly QueryTerm[] };

/** Finds the words of one query in any number of texts. */
export class Marker {
  readonly #matches: (folded: string) => boolean;
  readonly #beginnings: Beginnings;
  readonly #known = new Map<string, boolean>();

  constructor({ parsed, terms }: Sought) {
    const words = [...parsed.words, ...parsed.phrases].flatMap(({ text, span }) =>
      wordsOf(text).map((word) => ({ ...word, end: word.end + span[0] })),
    );
    const language = detectLanguage(words.map(({ folded }) => folded));
    const content = words.filter(({ folded }) => !isStopWord(folded, language) && !isStopWord(folded, 'en'));
    const chosen = content.length > 0 ? content : words;
    const stems = new Set(chosen.flatMap(({ folded }) => LANGUAGES.map((each) => termOf(folded, each))));
    for (const { kind, variants } of terms)
      if (kind !== 'exact') for (const { term } of variants) stems.add(term);
    const last = parsed.unfinished ? chosen.find(({ end }) => end === parsed.text.length)?.folded : undefined;
    const prefix = last !== undefined && last.length >= 2 ? last : undefined;
    this.#beginnings = new Beginnings(stems, [...new Set([language, 'en' as const])], prefix);
    this.#matches = (folded) =>
      stems.has(termOf(folded, language)) ||
      stems.has(termOf(folded, 'en')) ||
      (prefix !== undefined && folded.startsWith(prefix));
  }

  /** Places in the first `length` units of `text` that the query found, in order and apart. */
  marks(text: string, length = text.length): [number, number][] {
    const marks: [number, number][] = [];
    let words = 0;
    tokenize(length < text.length ? text.slice(0, length) : text, (start, end) => {
      words += 1;
      if (words > MAX_TOKENS || !this.#beginnings.fitsUnit(text.charCodeAt(start))) return;
      if (!this.#isSought(foldWord(text.slice(start, end)))) return;
      const last = marks.at(-1);
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else marks.push([start, end]);
    });
    return marks;
  }

  #isSought(folded: string): boolean {
    if (!this.#beginnings.fits(folded)) return false;
    let sought = this.#known.get(folded);
    if (sought === undefined) {
      sought = this.#matches(folded);
      this.#known.set(folded, sought);
    }
    return sought;
  }
}
