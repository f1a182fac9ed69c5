import type { Language } from '../analyse/detect-language.ts';
import type { Variant } from '../score/query-term.ts';
import type { Dictionary } from './dictionary.ts';

/** Languages that write compounds as one word. */
export const COMPOUNDING: ReadonlySet<Language> = new Set<Language>(['de', 'nl']);

/** Compounds that hold the word, and the parts of a compound that is not in the dictionary itself. */
const WITHIN_WEIGHT = 0.35;
const PART_WEIGHT = 0.6;
const MOST = 16;
/** Parts are at least this long: shorter ones are endings. */
const SHORTEST_PART = 4;
/** Sounds between the parts; the longest that fits is not always right, so each is tried. */
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'];

type Frequency = (term: string) => number;

/** Longer words that begin or end with one: `Festplatte` stands in `Festplattenverschlüsselung`. */
export const compoundsWith = (dictionary: Dictionary, stem: string, frequency: Frequency): Variant[] => {
  if (stem.length < SHORTEST_PART) return [];
  const found: { readonly term: string; readonly count: number }[] = [];
  dictionary.visitCompounds(stem, SHORTEST_PART, (term) => {
    const count = frequency(term);
    if (count > 0) found.push({ term, count });
  });
  return found
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => ({ term, weight: WITHIN_WEIGHT }));
};

/** The two known words that a compound is made of, the longest second part first; empty when there are none. */
export const partsOf = (
  word: string,
  stems: (word: string) => readonly string[],
  frequency: Frequency,
): Variant[] => {
  const known = (part: string): string[] =>
    part.length < SHORTEST_PART ? [] : stems(part).filter((stem) => frequency(stem) > 0);
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const tail = known(word.slice(cut));
    if (tail.length === 0) continue;
    for (const link of LINKS) {
      const head = word.slice(0, cut);
      const first = head.endsWith(link) ? known(head.slice(0, head.length - link.length)) : [];
      if (first.length > 0) return [...first, ...tail].map((term) => ({ term, weight: PART_WEIGHT }));
    }
  }
  return [];
};
