import { splitWords } from './split-words.ts';

/** A run of this many single letters with the same sign between them is spelled out, not written. */
const RUN = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .\-_*|/+~,]{1,4}[\p{L}\p{N}']){5,}(?![\p{L}\p{N}])/gu;

/**
 * Text with spelled-out runs (`i g n o r e   t h i s`, `i.g.n.o.r.e`) written as words, and how many letters
 * were spelled. Word borders are the wider gaps; where a run has none, the letters are split by vocabulary.
 */
export const joinSpacedLetters = (folded: string): { text: string; spelled: number } => {
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
