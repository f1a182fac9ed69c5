const LENGTH = 5;
const WORD = /[\p{L}\p{N}]+/gu;

const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/**
 * Hashes of every five words in a row (FNV-1a, 32 bit), at most `most` of them: the smallest, which are the same
 * ones in every text that shares them (bottom-k sketch; Broder 1997). A shorter text is one shingle.
 */
export const shinglesOf = (text: string, most = 256): number[] => {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  if (words.length === 0) return [];
  const seen = new Set<number>();
  for (let i = 0; i <= Math.max(0, words.length - LENGTH); i++)
    seen.add(hash(words.slice(i, i + LENGTH).join(' ')));
  const all = [...seen];
  return all.length <= most ? all : all.sort((a, b) => a - b).slice(0, most);
};
