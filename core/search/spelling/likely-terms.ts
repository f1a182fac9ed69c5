import { lemmaForms } from '../analyse/stemmer.ts';
import type { Dictionary } from './dictionary.ts';
import { editDistance, FAR, unitsOf } from './edit-distance.ts';

/** A term that a misspelt word may stand for; `likelihood` in (0, 1], 1 for the most likely. */
export type LikelyTerm = { readonly term: string; readonly likelihood: number };

export type Spelling = {
  /** As typed, folded. */
  readonly word: string;
  /** Its stems in the languages at hand. */
  readonly stems: readonly string[];
  /** More letters may still come. */
  readonly unfinished: boolean;
  /** Stem of any word, for undoing an edit before stemming. */
  stem(word: string): string;
  /** Searchable documents that hold a term. */
  frequency(term: string): number;
};

const MOST = 4;
/** Shorter words have too many neighbours to be called misspelt. */
export const SHORTEST = 4;
/** Longer ones are code, links and noise. */
const LONGEST = 40;
/** From this many letters on two edits are forgiven. */
const LONG = 8;
/** Cost in log-likelihood of one edit, of one that changes the first letter, and of letters that are yet to come. */
const EDIT = 4;
const FIRST_LETTER = 1;
const ENDING = 0.15;
/** Letters of an unfinished ending that a stem no longer has: `configurati` is on its way from `configur`. */
const CUTS = [2, 4];
const CUT = 0.7;
/** Terms this much less likely than the best are left out. */
const SPREAD = 4;

/** A word with one letter left out or two neighbours swapped: what undoes the two commonest slips inside an ending. */
function* undone(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    yield word.slice(0, at) + word.slice(at + 1);
    if (at + 1 < word.length && word[at] !== word[at + 1])
      yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  }
}

/**
 * Terms of the dictionary that a word found nowhere may be a misspelling of, most likely first: a noisy channel with
 * the edits as error model and document frequency as prior (Kernighan, Church & Gale 1990).
 */
export const likelyTerms = (dictionary: Dictionary, spelling: Spelling): LikelyTerm[] => {
  const { word, stems, unfinished } = spelling;
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const limit = word.length >= LONG ? 2 : 1;
  const costByTerm = new Map<string, number>();
  const offer = (term: string, cost: number): void => {
    const first = term[0] === word[0] ? 0 : FIRST_LETTER;
    if (cost + first < (costByTerm.get(term) ?? Number.POSITIVE_INFINITY)) costByTerm.set(term, cost + first);
  };
  for (const each of new Set([word, ...stems]))
    dictionary.visitNear(each, limit, false, ({ term, distance }) => offer(term, distance * EDIT));
  if (unfinished) {
    dictionary.visitNear(word, limit, true, ({ term, distance }) =>
      offer(term, distance * EDIT + Math.max(0, term.length - word.length) * ENDING),
    );
  }
  for (const cut of unfinished ? CUTS : []) {
    const stub = word.slice(0, -cut);
    if (stub.length < SHORTEST) break;
    dictionary.visitNear(stub, stub.length >= LONG ? 2 : 1, false, ({ term, distance }) =>
      offer(term, distance * EDIT + cut * CUT),
    );
  }
  for (const other of undone(word)) offer(spelling.stem(other), EDIT);
  const typed = unitsOf(word);
  for (const [form, lemma] of lemmaForms()) {
    if (form.length < SHORTEST) continue;
    const distance = editDistance(typed, unitsOf(form), limit, unfinished);
    if (distance !== FAR) offer(spelling.stem(lemma), distance * EDIT);
  }
  const scored = [...costByTerm]
    .map(([term, cost]) => ({ term, frequency: spelling.frequency(term), cost }))
    .filter(({ frequency }) => frequency > 0)
    .map(({ term, frequency, cost }) => ({ term, score: Math.log(1 + frequency) - cost }))
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score > best - SPREAD)
    .slice(0, MOST)
    .map(({ term, score }) => ({ term, likelihood: Math.exp((score - best) / 2) }));
};
