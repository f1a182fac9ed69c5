import { STOP_WORDS } from './stop-words.ts';
import { TECHNOLOGIES } from './technologies.ts';

/** What a written word stands for. `key` is empty where it is no term. */
export type WordForm = {
  readonly key: string;
  /** As it was written, known names in their usual writing. */
  readonly written: string;
  readonly shape: 'word' | 'code' | 'number';
  readonly capital: boolean;
};

const NO_TERM: WordForm = { key: '', written: '', shape: 'word', capital: false };
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
  const capital = token[0] !== lower[0];
  // "rest", "go" and "excel" are words; only a capital anywhere makes them the tool.
  const known = token === lower ? undefined : TECHNOLOGIES.get(lower);
  if (known) return { key: lower, written: known, shape: 'word', capital: true };
  if (/^[$€£]?[\d.,]+$/.test(token)) {
    // A number alone says nothing; with its currency it does.
    return /^\d/.test(token) ? NO_TERM : { key: token, written: token, shape: 'number', capital: false };
  }
  if (/^[\d.,]+(?:%|\p{L}{1,3})$/u.test(token)) {
    return { key: lower, written: token, shape: 'number', capital: false };
  }
  if (CODE.test(token)) return { key: lower, written: token, shape: 'code', capital: false };
  if (lower.length < 2 || (lower.length < 3 && /^[a-z]+$/.test(token))) return NO_TERM;
  const key = singular(lower);
  return STOP_WORDS.has(key) ? NO_TERM : { key, written: token, shape: 'word', capital };
};
