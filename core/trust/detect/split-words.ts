/** The words attacks are made of, and the small words between them: enough to put borders back, not a dictionary. */
const VOCABULARY = new Set(
  (
    'a an the this that these those all any every each everything anything nothing your you my me i it its we our us they them their is are was were be been ' +
    'will would shall should must can could may might do does did done not no never always only just now then and or but if when whenever while as to of in on at by for from ' +
    'with without into about above below before after again than so such also here there what which who how why where ignore ignored disregard forget neglect override bypass skip ' +
    'drop dismiss instruction instructions direction directions order orders command commands prompt prompts rule rules guideline guidelines policy policies restriction restrictions ' +
    'constraint constraints limit limits filter filters system previous prior preceding earlier past initial original given first last new next task tasks role roles message messages ' +
    'text texts word words sentence response responses answer answers question questions reply output input print say write tell show reveal repeat display give send forward post ' +
    'email url link image password token key data secret conversation history chat user users assistant model ai language dan developer mode act pretend play character stay become imagine ' +
    'free unrestricted unfiltered uncensored illegal unethical anything remember future respond include following string exactly start begin end stop please important urgent note ' +
    'follow obey comply refuse allowed enabled disabled safety content openai chatgpt hello hate love like good bad best worst make help want need know think yes one two three ' +
    'plan list out up down over under more most very really story code page site web information instead return state speak name'
  ).split(' '),
);
const LONGEST = 14;

/** Share of `words` that are among these, 0 to 1. */
export const knownShare = (words: readonly string[]): number =>
  words.filter((word) => VOCABULARY.has(word)).length / (words.length || 1);

/** Splits letters without borders into the fewest known words; unknown letters stay together. O(n · 14). */
export const splitWords = (letters: string): string => {
  const cost = new Float64Array(letters.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(letters.length + 1);
  cost[0] = 0;
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const known = VOCABULARY.has(letters.slice(start, end));
      if (!known && end - start > 1) continue;
      const candidate = cost[start]! + (known ? 1 : 1.6);
      if (candidate < cost[end]!) {
        cost[end] = candidate;
        from[end] = start;
      }
    }
  }
  const words: string[] = [];
  for (let end = letters.length; end > 0; end = from[end]!) words.unshift(letters.slice(from[end]!, end));
  let text = '';
  let loose = false;
  for (const word of words) {
    const single = word.length === 1 && !VOCABULARY.has(word);
    if (text && !(single && loose)) text += ' ';
    text += word;
    loose = single;
  }
  return text;
};
