import { STOP_WORDS } from './stop-words.ts';
import { TECHNOLOGIES } from './technologies.ts';

/** What a written word stands for. `key` is empty where it is no term. */
export type WordForm = {
  readonly key: string;
  /** As it is shown, where the writing itself matters (identifiers, known names). */
  readonly shown?: string;
  readonly shape: 'word' | 'name' | 'code' | 'number';
  readonly capital: boolean;
};

const NO_TERM: WordForm = { key: '', shape: 'word', capital: false };
const CODE = /[a-z][A-Z]|_|\p{L}\d|\d\p{L}|\p{L}\.\p{L}/u;

/** English plurals folded (Harman 1991, the "S stemmer"); other words are left as they are. */
const singular = (word: string): string => {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
};

/** Reads one written token; the same token always gives the same form. */
export const wordForm = (token: string): WordForm => {
  const lower = token.toLowerCase();
  if (token.length > 60 || STOP_WORDS.has(lower)) return NO_TERM;
  const known = TECHNOLOGIES.get(lower);
  const capital = token[0] !== lower[0];
  if (known) return { key: lower, shown: known, shape: 'name', capital };
  if (/^[$€£]?[\d.,]+$/.test(token)) {
    // A number alone says nothing; with its currency it does.
    return /^\d/.test(token) ? NO_TERM : { key: token, shown: token, shape: 'number', capital: false };
  }
  if (/^[\d.,]+(?:%|\p{L}{1,3})$/u.test(token)) {
    return { key: lower, shown: token, shape: 'number', capital: false };
  }
  if (CODE.test(token)) return { key: lower, shown: token, shape: 'code', capital: false };
  if (lower.length < 2 || (lower.length < 3 && /^[a-z]+$/.test(token))) return NO_TERM;
  const key = singular(lower);
  return STOP_WORDS.has(key) ? NO_TERM : { key, shape: 'word', capital };
};
