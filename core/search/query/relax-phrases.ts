import type { ParsedQuery } from './parsed-query.ts';

const SAID = {
  code: 'query/not-together',
  text: 'Nothing has these words side by side; searched as words.',
};

/**
 * The query with its phrases as plain words, and its tokens saying so; undefined when it holds no plain word besides.
 * Quotes alone are an order, within a question they are a wish: nobody who asks wants to be shown nothing.
 */
export const relaxPhrases = (parsed: ParsedQuery): ParsedQuery | undefined => {
  const { words, phrases, tokens } = parsed;
  if (phrases.length === 0 || !words.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return undefined;
  return {
    ...parsed,
    words: [...words, ...phrases],
    phrases: [],
    tokens: tokens.map((token) => (token.kind === 'phrase' ? { ...token, problem: SAID } : token)),
  };
};
