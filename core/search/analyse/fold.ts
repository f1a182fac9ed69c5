/**
 * Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic: what people leave out. Marks of other scripts
 * (vowels of Devanagari and Thai, voicing of Kana) are letters and stay.
 */
const COMBINING =
  /\u0640|(?![\u3099\u309a])(?=[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}\p{sc=Grek}\p{sc=Cyrl}])\p{Mn}/gu;
const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};
const LIGATURE = /[ßæœøđðþłı]/g;
const BEYOND_ASCII = /\P{ASCII}/u;

/** Lower case in every script, German sharp s and Greek final sigma included. */
export const foldCase = (word: string): string => word.toLowerCase().replaceAll('ς', 'σ');

/**
 * The form two spellings of one word share: compatibility forms unified (NFKC), case folded, Latin, Greek,
 * Cyrillic, Hebrew and Arabic diacritics dropped (but й stays й), separators of thousands removed. Runs on words, so offsets into the text are not disturbed.
 */
export const foldWord = (word: string): string => {
  if (!BEYOND_ASCII.test(word)) {
    const lower = word.toLowerCase();
    return lower.includes(',') ? lower.replaceAll(',', '') : lower;
  }
  return foldCase(word.normalize('NFKC'))
    .replaceAll('й', '\uE000')
    .normalize('NFD')
    .replace(COMBINING, '')
    .replaceAll('\uE000', 'й')
    .replace(LIGATURE, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFC');
};
