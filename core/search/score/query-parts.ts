import type { ParsedQuery } from '../query/parsed-query.ts';
import type { QueryTerm } from './query-term.ts';

/** What joins the parts of one question: conjunctions, comparisons, the two ends of a stretch of time. */
const JOINT =
  /[,;:]\s|[.?!]\s|\s(?:and|or|versus|vs\.?|than|then|but|between|after|before|since|until|when|while|compared (?:to|with))\s/giu;
/** A part says at least this many things: "bread and butter" is not two questions. */
const FEWEST_TERMS = 2;

/**
 * Terms of each part of a complex question ("how long between when A and when B"), one bit each, in the numbering of
 * `terms`. Empty unless at least two parts say something of their own.
 */
export const partsOf = ({ text }: ParsedQuery, terms: readonly QueryTerm[]): number[] => {
  const starts = [0, ...[...text.matchAll(JOINT)].map(({ index, 0: joint }) => index + joint.length)];
  const masks = starts.map((from, at) => {
    const to = starts[at + 1] ?? text.length;
    return terms.reduce(
      (mask, { start = 0 }, index) => (start >= from && start < to ? mask | (1 << index) : mask),
      0,
    );
  });
  const telling = masks.filter((mask) => bitsOf(mask) >= FEWEST_TERMS);
  return telling.length >= 2 ? telling : [];
};

const bitsOf = (mask: number): number => {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
};
