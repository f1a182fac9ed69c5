import { LATIN_BY_CONFUSABLE } from './confusables.ts';

/** What the folding removed or replaced; each is evidence of hiding when it happens inside words. */
export type HidingSigns = {
  /** Invisible characters between two letters of one word. */
  readonly invisibleInWords: number;
  /** Text spelled in Unicode tag characters, decoded; empty when there is none (flags do not count). */
  readonly tagText: string;
  /** Words that mix Latin letters with look-alikes of other scripts. */
  readonly mixedWords: number;
  /** Bidirectional override characters. */
  readonly bidi: number;
};

/** Lower-case, accent-free, look-alike-free text. */
export type Folded = HidingSigns & { readonly text: string };

const INVISIBLE =
  /\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/u;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/;
const MARK = /\p{Mn}/u;
const NOT_ASCII = /[^\0-\x7f]/;
const isAsciiLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);

/** Variation selectors, and Mongolian ones: they change a sign's look and stand for nothing. */
const isSelector = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  (codePoint >= 0x180b && codePoint <= 0x180d) ||
  codePoint === 0x180f;

const isTag = (codePoint: number): boolean =>
  (codePoint >= 0xe0000 && codePoint <= 0xe007f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);

const cache = new Map<string, string>();

/** One character without case, compatibility form and accent. Letters of other scripts stay what they are. */
const foldCharacter = (character: string): string => {
  const known = cache.get(character);
  if (known !== undefined) return known;
  let folded = '';
  for (const part of character.normalize('NFKC').toLowerCase().normalize('NFKD'))
    if (!MARK.test(part)) folded += part;
  folded = folded.normalize('NFC').replace('ß', 'ss').replace('’', "'");
  if (cache.size < 20_000) cache.set(character, folded);
  return folded;
};

/** Words of our own lists as they look in a folded message; look-alikes stay, for a list says what it means. */
export const foldLetters = (text: string): string => Array.from(text, foldCharacter).join('');

const WORD = /\p{L}+/gu;

type Spelling = 'latin' | 'mixed' | 'alike' | 'other';

const spellingOf = (word: string): Spelling => {
  let latin = 0;
  let alike = 0;
  for (const character of word) {
    if (character <= '\u024F') latin++;
    else if (LATIN_BY_CONFUSABLE.has(character)) alike++;
    else return 'other';
  }
  if (alike === 0) return 'latin';
  return latin === 0 ? 'alike' : 'mixed';
};

/**
 * Replaces look-alikes in every word that mixes them with Latin letters; in words made of nothing else only where
 * the text has such mixed words or hardly another word of that script: Russian and Greek have such words too.
 */
const foldLookAlikes = (text: string): { text: string; mixed: number } => {
  if (!/[\u0250-\uFFFF]/.test(text)) return { text, mixed: 0 };
  const count = { latin: 0, mixed: 0, alike: 0, other: 0 };
  for (const [word] of text.matchAll(WORD)) count[spellingOf(word)]++;
  if (count.mixed + count.alike === 0) return { text, mixed: 0 };
  const alikeToo = count.alike > 0 && count.other <= (count.mixed + count.alike + count.latin) / 10;
  const folded = text.replace(WORD, (word) => {
    const spelling = spellingOf(word);
    if (spelling !== 'mixed' && !(spelling === 'alike' && alikeToo)) return word;
    let out = '';
    for (const character of word) out += LATIN_BY_CONFUSABLE.get(character) ?? character;
    return out;
  });
  return { text: folded, mixed: count.mixed + (alikeToo ? count.alike : 0) };
};

/**
 * Folds a text so that spellings meant to hide words from a program read like the plain ones:
 * NFKC, lower case, no accents, no invisible or tag characters, look-alike letters to Latin. Linear time.
 */
export const fold = (source: string): Folded => {
  if (!NOT_ASCII.test(source))
    return { text: source.toLowerCase(), invisibleInWords: 0, tagText: '', mixedWords: 0, bidi: 0 };
  let text = '';
  let invisibleInWords = 0;
  let tagText = '';
  let bidi = 0;
  let pendingInvisible = false;
  for (let i = 0; i < source.length; ) {
    const code = source.charCodeAt(i);
    if (code < 0x80) {
      if (pendingInvisible && isAsciiLetter(code)) invisibleInWords++;
      pendingInvisible = false;
      text += code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : source[i];
      i++;
      continue;
    }
    const codePoint = source.codePointAt(i)!;
    const width = codePoint > 0xffff ? 2 : 1;
    if (isTag(codePoint)) {
      if (codePoint >= 0xe0020 && codePoint <= 0xe007e) tagText += String.fromCharCode(codePoint - 0xe0000);
      i += width;
      continue;
    }
    const character = String.fromCodePoint(codePoint);
    if (isSelector(codePoint) || INVISIBLE.test(character)) {
      if (BIDI.test(character)) bidi++;
      pendingInvisible = text.length > 0 && isAsciiLetter(text.charCodeAt(text.length - 1));
      i += width;
      continue;
    }
    pendingInvisible = false;
    text += foldCharacter(character);
    i += width;
  }
  const alike = foldLookAlikes(text);
  return {
    text: alike.text,
    invisibleInWords,
    // A flag is a handful of tag characters after a black flag: too short to be a hidden text.
    tagText: tagText.length >= 8 ? tagText : '',
    mixedWords: alike.mixed,
    bidi,
  };
};
