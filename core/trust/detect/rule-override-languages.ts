import { DROP_WORDS, ORDER_WORDS, OVERRIDE_PHRASES, PRIOR_WORDS } from './override-words.ts';

/** Words between the first and the last of the three. */
const NEAR = 7;
const WORD = /[\p{L}\p{M}'-]+|[.!?\n]/gu;
const START = new Set(['.', '!', '?', '\n']);

/**
 * True when a text asks, in one of many languages, to drop what was ordered before: a word of each list within
 * seven words of a sentence. English has rules of its own that see who is asked.
 */
export const overridesInOtherLanguage = (folded: string): boolean => {
  if (OVERRIDE_PHRASES.some((phrase) => phrase.test(folded))) return true;
  let position = 0;
  let drop = Number.NEGATIVE_INFINITY;
  let order = Number.NEGATIVE_INFINITY;
  let prior = Number.NEGATIVE_INFINITY;
  let orderWord = '';
  let priorWord = '';
  for (const [word] of folded.matchAll(WORD)) {
    position++;
    if (START.has(word)) {
      drop = order = prior = Number.NEGATIVE_INFINITY;
      continue;
    }
    // English is the business of the English rules.
    if (DROP_WORDS.has(word) && word !== 'ignore') drop = position;
    if (ORDER_WORDS.has(word) && word !== 'tot') {
      order = position;
      orderWord = word;
    }
    if (PRIOR_WORDS.has(word) && (word !== orderWord || order !== position)) {
      prior = position;
      priorWord = word;
    }
    const latest = Math.max(drop, order, prior);
    if (latest === position && position - Math.min(drop, order, prior) <= NEAR && orderWord !== priorWord)
      return true;
  }
  return false;
};
