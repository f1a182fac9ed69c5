import { STOP_WORDS } from './word-lists.ts';

/** Languages by bit position; the order never changes, it is stored. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'tr'] as const;
export type Language = (typeof LANGUAGES)[number];

const bitsByWord = new Map<string, number>();
LANGUAGES.forEach((language, bit) => {
  for (const word of STOP_WORDS[language] ?? []) {
    bitsByWord.set(word, (bitsByWord.get(word) ?? 0) | (1 << bit));
  }
});

const SAMPLE = 120;
const CYRILLIC = /\p{sc=Cyrl}/u;
const ARABIC = /\p{sc=Arab}/u;

/**
 * Most likely language of a list of folded words, by the function words in its first 120.
 * Too few of them to tell: `fallback`.
 */
export const detectLanguage = (words: readonly string[], fallback: Language = 'en'): Language => {
  const votes = new Uint16Array(LANGUAGES.length);
  const sample = Math.min(words.length, SAMPLE);
  for (let at = 0; at < sample; at++) {
    const bits = bitsByWord.get(words[at] as string) ?? 0;
    for (let bit = 0; bits >> bit !== 0; bit++)
      if ((bits >> bit) & 1) votes[bit] = (votes[bit] as number) + 1;
  }
  let best = 0;
  for (let bit = 1; bit < votes.length; bit++)
    if ((votes[bit] as number) > (votes[best] as number)) best = bit;
  const winner = LANGUAGES[best] as Language;
  if ((votes[best] as number) >= 2) return winner;
  if (words.length > 0 && CYRILLIC.test(words[0] as string)) return 'ru';
  if (words.length > 0 && ARABIC.test(words[0] as string)) return 'ar';
  return (votes[best] as number) === 1 && winner !== 'en' && votes[0] === 0 ? winner : fallback;
};
