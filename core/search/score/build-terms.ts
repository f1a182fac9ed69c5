import { isStopWord, type QueryWord, termOf, wordsOf } from '../analyse/analyser.ts';
import { detectLanguage, LANGUAGES, type Language } from '../analyse/detect-language.ts';
import { FRAME_WORDS } from '../analyse/word-lists.ts';
import type { ParsedQuery } from '../query/parsed-query.ts';
import type { Corpus } from '../segments/corpus.ts';
import { COMPOUNDING, compoundsWith, partsOf } from '../spelling/compounds.ts';
import { likelyTerms } from '../spelling/likely-terms.ts';
import { MAX_TERMS, type QueryTerm, type Variant } from './query-term.ts';
import { withoutInstructions } from './query-words.ts';

const PREFIX_LIMIT = 32;
const PREFIX_WEIGHT = 0.6;
/** Beginnings of words when the typed word is itself a word. */
const PREFIX_BESIDE_WORD = 0.15;
const TYPO_WEIGHT = 0.6;

/** Weight of a word that frames a question, beside words that say what it is about. */
const FRAME_WEIGHT = 0.3;
const frameWords: ReadonlySet<string> = new Set(FRAME_WORDS);

/** Searchable documents holding `term`, over all segments. */
export const documentFrequency = (corpus: Corpus, term: string): number => {
  const ids = corpus.termIds(term);
  let found = 0;
  corpus.entries.forEach(({ segment }, entry) => {
    const id = ids[entry] as number;
    if (id >= 0) found += segment.documentFrequency(id);
  });
  return found;
};

/** ln(1 + (N − n + ½) / (n + ½)), never negative (Robertson & Zaragoza 2009, §3.3 with the usual 1 +). */
export const idfOf = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - Math.min(frequency, documents) + 0.5) / (frequency + 0.5));

const prefixVariants = (corpus: Corpus, prefix: string, weight: number): Variant[] => {
  const frequencyByTerm = new Map<string, number>();
  for (const { segment } of corpus.entries) {
    segment.visitPrefix(prefix, 256, (id) => {
      const frequency = segment.documentFrequency(id);
      if (frequency === 0) return;
      const term = segment.term(id);
      frequencyByTerm.set(term, (frequencyByTerm.get(term) ?? 0) + frequency);
    });
  }
  return [...frequencyByTerm]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, PREFIX_LIMIT)
    .map(([term]) => ({ term, weight }));
};

/** All stems a word has in the languages that the corpus holds. */
const stemsOf = (folded: string, languages: readonly Language[]): string[] => [
  ...new Set(languages.map((language) => termOf(folded, language))),
];

const resolve = (
  corpus: Corpus,
  { folded, kind }: QueryWord,
  languages: readonly Language[],
  { unfinished, compounds }: { readonly unfinished: boolean; readonly compounds: boolean },
): QueryTerm => {
  const count = (term: string): number => documentFrequency(corpus, term);
  const stems = stemsOf(folded, languages);
  let variants: Variant[] = stems.map((term) => ({ term, weight: 1 }));
  let frequency = variants.reduce((sum, { term }) => sum + documentFrequency(corpus, term), 0);
  let found: QueryTerm['kind'] = 'exact';
  if (unfinished && kind === 'word' && folded.length >= 2) {
    const known = new Set(stems);
    const endings = prefixVariants(corpus, folded, frequency > 0 ? PREFIX_BESIDE_WORD : PREFIX_WEIGHT);
    if (frequency === 0 && endings.length > 0) {
      found = 'prefix';
      frequency = Math.max(...endings.map(({ term }) => documentFrequency(corpus, term)));
    }
    variants = [...variants, ...endings.filter(({ term }) => !known.has(term))];
  }
  if (compounds && kind === 'word') {
    const parts = frequency === 0 ? partsOf(folded, (part) => stemsOf(part, languages), count) : [];
    const within = stems.flatMap((stem) => compoundsWith(corpus.dictionary(), stem, count));
    const known = new Set(variants.map(({ term }) => term));
    const more = [...parts, ...within].filter(({ term }) => !known.has(term) && known.add(term));
    if (frequency === 0 && more.length > 0) {
      found = 'prefix';
      frequency = Math.max(...more.map(({ term }) => count(term)));
    }
    variants = [...variants, ...more];
  }
  if (frequency === 0 && kind === 'word') {
    const near = likelyTerms(corpus.dictionary(), {
      word: folded,
      stems,
      unfinished,
      stem: (word) => termOf(word, languages[0] ?? 'en'),
      frequency: count,
    });
    if (near.length > 0) {
      found = 'typo';
      variants = near.map(({ term, likelihood }) => ({ term, weight: TYPO_WEIGHT * likelihood }));
      frequency = documentFrequency(corpus, near[0]?.term ?? '');
    }
  }
  return { word: folded, variants, kind: found, idf: idfOf(corpus.size, frequency) };
};

export type BuiltTerms = {
  readonly terms: readonly QueryTerm[];
  /** All words of the query, function words included, folded and in order. */
  readonly words: readonly string[];
};

/**
 * The terms of a query, function words left out unless nothing else is there, each once.
 * More than {@link MAX_TERMS}: the rarest are kept.
 */
export const buildTerms = (corpus: Corpus, parsed: ParsedQuery): BuiltTerms => {
  const words = [...parsed.words, ...parsed.phrases]
    .sort((a, b) => a.span[0] - b.span[0])
    .flatMap(({ text, span }) =>
      wordsOf(text).map((word) => ({ ...word, start: word.start + span[0], end: word.end + span[0] })),
    );
  const folded = words.map((word) => word.folded);
  const spoken = corpus.languages().map((index) => LANGUAGES[index] as Language);
  const languages = [...new Set<Language>([detectLanguage(folded), ...spoken])];
  const language = languages[0] as Language;
  const content = withoutInstructions(
    words.filter((word) => !isStopWord(word.folded, language) && !isStopWord(word.folded, 'en')),
    parsed.text,
    frameWords,
  );
  const named = (word: QueryWord): boolean =>
    parsed.times.some(({ span }) => span[0] < word.end && word.start < span[1]);
  // A query that only names a time asks for what was said then, not for the words "last week".
  if (parsed.times.length > 0 && content.every(named)) return { terms: [], words: folded };
  const chosen = content.length > 0 ? content : words;
  // A short query does not tell its language: then only a word that is surely English keeps compounds out.
  const compounds =
    spoken.some((each) => COMPOUNDING.has(each)) &&
    (COMPOUNDING.has(language) ||
      (language === 'en' && !words.some(({ folded: word }) => isStopWord(word, 'en'))));
  const byStem = new Map<string, QueryWord>();
  for (const word of chosen) {
    const key = termOf(word.folded, language);
    if (!byStem.has(key)) byStem.set(key, word);
  }
  const allFrame = [...byStem.values()].every(({ folded: word }) => frameWords.has(word));
  const terms = [...byStem.values()].map((word) => {
    const term = resolve(corpus, word, languages, {
      unfinished: parsed.unfinished && word.end === parsed.text.length,
      compounds,
    });
    const frames = !allFrame && language === 'en' && frameWords.has(word.folded);
    const described = {
      ...term,
      start: word.start,
    };
    return frames ? { ...described, idf: term.idf * FRAME_WEIGHT } : described;
  });
  if (terms.length <= MAX_TERMS) return { terms, words: folded };
  const rarest = [...terms].sort((a, b) => b.idf - a.idf).slice(0, MAX_TERMS);
  return { terms: terms.filter((term) => rarest.includes(term)), words: folded };
};
