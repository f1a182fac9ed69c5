import snowball from 'snowball-stemmers';
import { SNOWBALL_NAME } from './stemmed-languages.ts';
import { ENGLISH_IRREGULAR, TECH_LEMMAS } from './word-lists.ts';

type Stemmer = { stem(word: string): string };

const stemmerByLanguage = new Map<string, Stemmer>();

const lemmaTable = (entries: readonly string[]): Map<string, string> => {
  const lemmaByForm = new Map<string, string>();
  for (const entry of entries) {
    const [lemma = '', forms = ''] = entry.split(':');
    for (const form of forms.split(',')) lemmaByForm.set(form, lemma);
  }
  return lemmaByForm;
};

const techLemmaByForm = lemmaTable(TECH_LEMMAS);
const englishLemmaByForm = lemmaTable(ENGLISH_IRREGULAR);

const stemmerOf = (language: string): Stemmer | undefined => {
  const name = SNOWBALL_NAME[language];
  if (!name) return undefined;
  let stemmer = stemmerByLanguage.get(language);
  if (!stemmer) {
    stemmer = snowball.newStemmer(name);
    stemmerByLanguage.set(language, stemmer);
  }
  return stemmer;
};

/** Forms that stand for another word, with that word: `config` → `configuration`. */
export function* lemmaForms(): Generator<readonly [form: string, lemma: string]> {
  yield* techLemmaByForm;
  yield* englishLemmaByForm;
}

const HAS_DIGIT_OR_SIGN = /[\d_./:@\\-]/;

/**
 * Stem of a folded word in a language (ISO 639-1). English: irregular forms first, then Porter 2; other languages:
 * their Snowball stemmer. Words with digits or signs, and languages without a stemmer, stay as they are.
 */
export const stem = (folded: string, language: string): string => {
  const lemma = techLemmaByForm.get(folded);
  if (lemma === undefined && (folded.length < 3 || HAS_DIGIT_OR_SIGN.test(folded))) return folded;
  const stemmer = stemmerOf(language);
  if (!stemmer) return lemma ?? folded;
  const base = lemma ?? folded;
  if (language !== 'en') return stemmer.stem(base);
  const regular = englishLemmaByForm.get(base) ?? base;
  const stemmed = stemmer.stem(regular);
  return englishLemmaByForm.get(stemmed) ?? stemmed;
};
