import { LETTER_BY_LEET } from './confusables.ts';
import { knownShare } from './split-words.ts';

/** Sentences looked at, and words one needs for its language to be guessed. */
const MOST_SENTENCES = 40;
const FEWEST_WORDS = 4;
/** Below this share of common words a sentence may be enciphered; from this one on a deciphered one is English. */
const STRANGE = 0.2;
const ENGLISH = 0.4;

const rot13 = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));

const reversed = (text: string): string => Array.from(text).reverse().join('');

const leet = (text: string): string =>
  text.replace(/[0-9a-z@$!]+/g, (word) =>
    /[a-z]/.test(word) && /[0-9@$!]/.test(word)
      ? word.replace(/[0-9@$!]/g, (sign) => LETTER_BY_LEET.get(sign) ?? sign)
      : word,
  );

const CIPHERS = [rot13, reversed, leet];

/**
 * Sentences of a folded text that are English only when read backwards, with every letter moved by thirteen, or with
 * digits for letters; deciphered. Guessed by common words; sentences that make sense as they stand are left out.
 */
export const decipher = (folded: string): string[] => {
  const found: string[] = [];
  let looked = 0;
  for (const [sentence] of folded.matchAll(/[^\n.;:]{16,600}/g)) {
    if (++looked > MOST_SENTENCES) break;
    const words = sentence.match(/[a-z0-9@$!']+/g) ?? [];
    if (words.length < FEWEST_WORDS || knownShare(words) >= STRANGE) continue;
    for (const cipher of CIPHERS) {
      const plain = cipher(sentence);
      if (plain !== sentence && knownShare(plain.match(/[a-z']+/g) ?? []) >= ENGLISH) found.push(plain);
    }
  }
  return found;
};

const ESCAPE = /&#(\d{2,6});|&#x([0-9a-f]{2,5});|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi;

/** A text with its HTML and JavaScript character escapes written as characters. */
export const unescapeCharacters = (text: string): string =>
  text.replace(ESCAPE, (whole, decimal?: string, hex?: string, unit?: string, byte?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? unit ?? byte ?? '', 16) : Number(decimal);
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
