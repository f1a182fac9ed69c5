import { classOf, MARK } from '../analyse/char-class.ts';
import type { Language } from '../analyse/detect-language.ts';
import { foldWord } from '../analyse/fold.ts';
import { lemmaForms, stem } from '../analyse/stemmer.ts';

/** Letters that a word shares with its stem, where the stem is long enough to be sure. */
const SHARED = 2;
/** Endings may be put in another's place (`y` → `i`, `enza` → `ente`), so a short stem vouches for its first letter only. */
const SURE_LENGTH = 4;

const beginningOf = (folded: string): string => folded.slice(0, SHARED);

const strangersByLanguage = new Map<Language, Map<string, string[]>>();

/**
 * Words whose stem begins otherwise, by stem, as `bought` for `buy`: their beginning does not tell what they stand for,
 * but there are few of them.
 */
const strangersOf = (language: Language): ReadonlyMap<string, readonly string[]> => {
  const known = strangersByLanguage.get(language);
  if (known) return known;
  const formsByTerm = new Map<string, string[]>();
  strangersByLanguage.set(language, formsByTerm);
  for (const [form, lemma] of lemmaForms()) {
    if (beginningOf(form) === beginningOf(lemma)) continue;
    // The lemma too: a word whose stem is the form is taken for it, as `ams` by way of `am` for `be`.
    for (const term of new Set([stem(form, language), lemma])) {
      const forms = formsByTerm.get(term);
      if (forms) forms.push(form);
      else formsByTerm.set(term, [form]);
    }
  }
  return formsByTerm;
};

/**
 * What a word that begins with this unit is folded to begin with; 0 where the unit alone cannot tell: halves of pairs,
 * jamo and marks that join, and Arabic, whose stems lose their beginning.
 */
const foldedByUnit = new Uint16Array(65_536);
const KNOWN = new Uint8Array(65_536);

const foldedUnit = (unit: number): number => {
  if (KNOWN[unit] === 0) {
    KNOWN[unit] = 1;
    const joins =
      (unit >= 0xd8_00 && unit <= 0xdf_ff) ||
      (unit >= 0x11_00 && unit <= 0x11_ff) ||
      (unit >= 0x06_00 && unit <= 0x07_7f) ||
      classOf(unit) === MARK;
    foldedByUnit[unit] = joins ? 0 : foldWord(String.fromCharCode(unit)).charCodeAt(0) || 0;
  }
  return foldedByUnit[unit] as number;
};

/**
 * Tells by how a word begins whether it may stand for one of `terms` (stems in `languages`) or begin with `prefix`: no
 * stemmer but the Arabic one touches the beginning. Most words of a text need no folding, and others no stem.
 */
export class Beginnings {
  readonly #units = new Set([0]);
  readonly #beginnings = new Set<string>();
  readonly #letters = new Set<string>();

  constructor(terms: Iterable<string>, languages: readonly Language[], prefix?: string) {
    for (const term of terms) {
      this.#add(term, term.length >= SURE_LENGTH);
      for (const language of languages)
        for (const form of strangersOf(language).get(term) ?? []) this.#add(form, true);
    }
    if (prefix !== undefined) this.#add(prefix, true);
  }

  #add(form: string, sure: boolean): void {
    if (form === '') return;
    this.#units.add(form.charCodeAt(0));
    if (sure) this.#beginnings.add(beginningOf(form));
    else this.#letters.add(form[0] as string);
  }

  /** False: no word that is written with this first unit is one. */
  fitsUnit(unit: number): boolean {
    return this.#units.has(foldedUnit(unit));
  }

  /** False: the folded word is none. */
  fits(folded: string): boolean {
    return (
      this.#beginnings.has(beginningOf(folded)) ||
      this.#letters.has(folded[0] ?? '') ||
      foldedUnit(folded.charCodeAt(0)) === 0
    );
  }
}
