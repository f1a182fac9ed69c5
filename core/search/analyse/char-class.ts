/** What the tokenizer does with a UTF-16 unit. */
export const OTHER = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Scripts written without spaces, indexed as overlapping pairs: Han, Kana, Hangul. */
export const PAIRED = 4;
/** Scripts written without spaces whose words are found by `Intl.Segmenter`: Thai, Lao, Khmer, Burmese. */
export const SEGMENTED = 5;
/** Combining marks: part of the word before them. */
export const MARK = 6;

const classByUnit = new Uint8Array(65_536);

const PAIRED_SCRIPT = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u30fc]/u;
const SEGMENTED_SCRIPT = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const ANY_LETTER = /\p{L}/u;
const ANY_DIGIT = /\p{N}/u;
const ANY_MARK = /\p{M}/u;

const classify = (unit: number): number => {
  // A surrogate half: astral letters (rare scripts, Han extensions) are kept in words, emoji are told apart later.
  if (unit >= 0xd8_00 && unit <= 0xdf_ff) return LETTER;
  const character = String.fromCharCode(unit);
  if (SEGMENTED_SCRIPT.test(character)) return SEGMENTED;
  if (PAIRED_SCRIPT.test(character)) return PAIRED;
  if (ANY_LETTER.test(character)) return LETTER;
  if (ANY_DIGIT.test(character)) return DIGIT;
  if (ANY_MARK.test(character)) return MARK;
  return OTHER;
};

/** Class of a UTF-16 unit, remembered after the first look. */
export const classOf = (unit: number): number => {
  const known = classByUnit[unit] as number;
  if (known !== 0) return known;
  const found = classify(unit);
  classByUnit[unit] = found;
  return found;
};
