import { splitWords } from './split-words.ts';

/** A run of this many single letters with the same sign between them is spelled out, not written. */
const RUN = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .\-_*|/+~,]{1,4}[\p{L}\p{N}']){5,}(?![\p{L}\p{N}])/gu;

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
  const text = folded.replace(RUN, (run) => {
    const gaps = run.match(/[^\p{L}\p{N}']+/gu) ?? [];
    const narrow = Math.min(...gaps.map((gap) => gap.length));
    const letters = run.replace(/[^\p{L}]+/gu, '').length;
    // Digits in a row, lists of initials and tables are ordinary.
    if (letters < 6) return run;
    spelled += letters;
    const joined = run.replace(/[^\p{L}\p{N}']+/gu, (gap) => (gap.length > narrow ? ' ' : ''));
    return joined
      .split(' ')
      .map((word) => (word.length > 12 ? splitWords(word) : word))
      .join(' ');
  });
  return { text, spelled };
};
