import type { Rule } from './types.ts';

/** Signs count together within this many sentences. */
const WIDTH = 3;
/** One sign beside a rule that speaks for itself counts this much. */
const LONE_SHARE = 0.4;
/** Where attacks are the subject, signs of them count this much. */
const SUBJECT_SHARE = 0.5;

export type Near = { readonly rules: readonly Rule[]; readonly share: number };

const NONE: Near = { rules: [], share: 1 };

const sumOf = (rules: Iterable<Rule>): number => {
  let sum = 0;
  for (const { weight } of rules) sum += weight;
  return sum;
};

/**
 * The signs that stand closest together: those of the three sentences with most of them. One alone says nothing,
 * unless a rule that speaks for itself is met beside it.
 */
export const nearSigns = (
  signsBySentence: ReadonlyMap<number, ReadonlySet<Rule>>,
  strong: ReadonlySet<number>,
  subjects: ReadonlySet<number>,
): Near => {
  let best = NONE;
  let most = 0;
  for (const middle of signsBySentence.keys()) {
    for (let first = middle - WIDTH + 1; first <= middle; first++) {
      const together = new Set<Rule>();
      let beside = false;
      let share = 1;
      for (let sentence = first; sentence < first + WIDTH; sentence++) {
        for (const rule of signsBySentence.get(sentence) ?? []) together.add(rule);
        if (strong.has(sentence)) beside = true;
        if (subjects.has(sentence)) share = SUBJECT_SHARE;
      }
      if (together.size === 1) share *= beside ? LONE_SHARE : 0;
      const sum = sumOf(together) * share;
      if (sum > most) [best, most] = [{ rules: [...together], share }, sum];
    }
  }
  return best;
};
