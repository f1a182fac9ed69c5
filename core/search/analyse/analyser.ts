import { detectLanguage, LANGUAGES, type Language } from './detect-language.ts';
import { foldWord } from './fold.ts';
import { stem } from './stemmer.ts';
import { type TokenKind, tokenize } from './tokenize.ts';
import { STOP_WORDS } from './word-lists.ts';

/** Beyond this a memory's further words are not indexed: bounds what one message can cost. */
export const MAX_TOKENS = 60_000;

/** Above this many remembered words the memo starts anew: bounds the heap. */
const MEMO_LIMIT = 60_000;

const memoByLanguage = new Map<string, Map<string, string>>();

const memoOf = (language: string): Map<string, string> => {
  let memo = memoByLanguage.get(language);
  if (!memo || memo.size > MEMO_LIMIT) {
    memo = new Map();
    memoByLanguage.set(language, memo);
  }
  return memo;
};

/** Index term of a folded word: its stem, remembered. */
export const termOf = (folded: string, language: Language): string => {
  const memo = memoOf(language);
  let term = memo.get(folded);
  if (term === undefined) {
    term = stem(folded, language);
    memo.set(folded, term);
  }
  return term;
};

export type Analysis = { readonly terms: string[]; readonly language: Language };

/**
 * Terms of a memory in reading order, function words included (phrases need them).
 * @param fallback language to assume when the words do not tell, e.g. that of the conversation.
 */
export const analyse = (text: string, fallback: Language = 'en'): Analysis => {
  const words: string[] = [];
  tokenize(text, (start, end) => {
    if (words.length < MAX_TOKENS) words.push(foldWord(text.slice(start, end)));
  });
  const language = detectLanguage(words, fallback);
  let memo = memoOf(language);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    let term = memo.get(word);
    if (term === undefined) {
      term = stem(word, language);
      memo.set(word, term);
      if (memo.size > MEMO_LIMIT) memo = memoOf(language);
    }
    words[at] = term;
  }
  return { terms: words, language };
};

export type QueryWord = {
  readonly word: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
};

/** Words of a query or of a text whose hits are to be marked, with their places. */
export const wordsOf = (text: string): QueryWord[] => {
  const found: QueryWord[] = [];
  tokenize(text, (start, end, kind) => {
    if (found.length >= MAX_TOKENS) return;
    const word = text.slice(start, end);
    found.push({ word, folded: foldWord(word), start, end, kind });
  });
  return found;
};

const stopSets = new Map<string, ReadonlySet<string>>(
  LANGUAGES.map((language) => [language, new Set(STOP_WORDS[language])]),
);

/** True for a function word of that language; such words carry no weight in a query unless nothing else is left. */
export const isStopWord = (folded: string, language: Language): boolean =>
  stopSets.get(language)?.has(folded) ?? false;
