import { isStopWord } from './analyse/analyser.ts';
import { LANGUAGES, type Language } from './analyse/detect-language.ts';
import { documentFrequency, idfOf } from './score/build-terms.ts';
import type { QueryTerm } from './score/query-term.ts';
import type { Corpus } from './segments/corpus.ts';

/** Terms that stand for a memory when others like it are looked for. */
const MOST = 24;
const SHORTEST = 3;

/** The most telling terms of a memory by tf·idf, as a query. Empty for a memory that is not there. */
export const similarTerms = (corpus: Corpus, seq: number): QueryTerm[] => {
  const slot = corpus.slotOf(seq);
  if (slot < 0) return [];
  const { segment, base } = corpus.entryOf(slot);
  const { tokenStart, language } = segment.columns;
  const spoken = (LANGUAGES[language[slot - base] as number] ?? 'en') as Language;
  const frequencyById = new Map<number, number>();
  const end = tokenStart[slot - base + 1] as number;
  for (let at = tokenStart[slot - base] as number; at < end; at++) {
    const id = segment.tokens[at] as number;
    frequencyById.set(id, (frequencyById.get(id) ?? 0) + 1);
  }
  return [...frequencyById]
    .map(([id, frequency]) => ({ term: segment.term(id), frequency }))
    .filter(({ term }) => term.length >= SHORTEST && !isStopWord(term, spoken))
    .map(({ term, frequency }) => {
      const idf = idfOf(corpus.size, documentFrequency(corpus, term));
      return { term, idf, weight: (1 + Math.log(frequency)) * idf };
    })
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST)
    .map(({ term, idf }) => ({ word: term, idf, kind: 'exact' as const, variants: [{ term, weight: 1 }] }));
};
