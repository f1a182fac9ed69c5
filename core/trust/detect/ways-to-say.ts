/**
 * All ways to say an entry of the lexicon: `when|if the_user|someone` are four phrases. `a|b` either, `_` a space inside
 * of one, `?` at the end of a word that may be missing.
 */
export const waysToSay = (entry: string): string[] => {
  let ways = [''];
  for (const part of entry.trim().split(/\s+/)) {
    const optional = part.endsWith('?');
    const words = (optional ? part.slice(0, -1) : part).split('|').map((word) => word.replaceAll('_', ' '));
    if (optional) words.push('');
    ways = ways.flatMap((way) => words.map((word) => `${way} ${word}`.trim()));
  }
  return ways;
};
