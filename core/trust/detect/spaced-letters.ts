import { splitWords } from './split-words.ts';

const LETTER = /[\p{L}\p{N}]/u;
const GAPS = ' .-_*|/+~,';
const WIDEST_GAP = 4;
/** A run of this many single letters with signs between them is spelled out, not written. */
const FEWEST_LETTERS = 6;

/** Stretches of single letters with one to four signs between them, [start, end), in one pass. */
const spelledRuns = (text: string): { readonly start: number; readonly end: number }[] => {
  const runs: { start: number; end: number }[] = [];
  const isLetter = (index: number): boolean => {
    const code = text.charCodeAt(index);
    if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    return index < text.length && LETTER.test(text[index]!);
  };
  let start = -1;
  let end = 0;
  let count = 0;
  const close = (): void => {
    if (count >= FEWEST_LETTERS) runs.push({ start, end });
    count = 0;
  };
  for (let i = 0; i < text.length; i++) {
    if (!isLetter(i) || (i > 0 && isLetter(i - 1)) || isLetter(i + 1)) {
      // A word of two letters or more ends the run; so does any sign that is no gap, and a gap too wide.
      if (isLetter(i) || !GAPS.includes(text[i]!) || i - end >= WIDEST_GAP) close();
      continue;
    }
    if (count === 0) start = i;
    count++;
    end = i + 1;
  }
  close();
  return runs;
};

/** Signs a text must have, and the share of them that stands alone, for all of it to be spelled out. */
const SPELLED_TOKENS = 24;
const SPELLED_SHARE = 0.85;

/** A wholly spelled-out text without the gaps inside its words; undefined when it is not, or has no wider gaps. */
const closeGaps = (folded: string): string | undefined => {
  const tokens = folded.match(/\S+/g) ?? [];
  if (tokens.length < SPELLED_TOKENS) return undefined;
  const alone = tokens.filter((token) => token.length === 1).length;
  if (alone < tokens.length * SPELLED_SHARE || !/\S\s{2,}\S/.test(folded)) return undefined;
  return folded.replace(/(\S) (?=\S)/g, '$1').replace(/ {2,}/g, ' ');
};

/**
 * Text with spelled-out runs (`i g n o r e   t h i s`, `i.g.n.o.r.e`) written as words, and how many letters
 * were spelled. Word borders are the wider gaps; where a run has none, the letters are split by vocabulary.
 */
export const joinSpacedLetters = (folded: string): { text: string; spelled: number } => {
  const closed = closeGaps(folded);
  if (closed !== undefined) return { text: closed, spelled: closed.length };
  let spelled = 0;
  let text = '';
  let at = 0;
  for (const { start, end } of spelledRuns(folded)) {
    const run = folded.slice(start, end);
    const letters = run.replace(/[^\p{L}]+/gu, '').length;
    // Digits in a row, lists of initials and tables are ordinary.
    if (letters < FEWEST_LETTERS) continue;
    const gaps = run.match(/[^\p{L}\p{N}]+/gu) ?? [];
    const narrow = Math.min(...gaps.map((gap) => gap.length));
    spelled += letters;
    const joined = run.replace(/[^\p{L}\p{N}]+/gu, (gap) => (gap.length > narrow ? ' ' : ''));
    const words = joined.split(' ').map((word) => (word.length > 12 ? splitWords(word) : word));
    text += folded.slice(at, start) + words.join(' ');
    at = end;
  }
  return { text: text + folded.slice(at), spelled };
};
