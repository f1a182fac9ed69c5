import { BestRows } from '../edges/best-rows.ts';
import type { GraphCheckpoint } from '../types.ts';
import { nameWorth } from './name-noise.ts';

/** Terms a name is made of, and terms kept as the topic's key terms. */
const NAME_TERMS = 3;
const KEY_TERMS = 10;

const wordsOf = (label: string): string[] => label.toLowerCase().split(' ');

/** True when the term adds no word to those already chosen, or only repeats part of one of them. */
const isCovered = (label: string, chosen: readonly string[]): boolean => {
  const words = wordsOf(label);
  return chosen.some((other) => {
    const known = wordsOf(other);
    return (
      words.every((w) => known.includes(w)) || (words.length > 1 && known.some((w) => words.includes(w)))
    );
  });
};

/**
 * Key terms of each community by class-based TF-IDF in its ratio form: a term scores memories × ln(share inside /
 * share outside) (cf. Grootendorst 2022, BERTopic, eq. 2), phrases before words and code last. A community never stays without
 * a term while any of its memories has one.
 */
export const keyTermsOf = (
  data: Pick<GraphCheckpoint, 'terms' | 'labels'>,
  members: readonly Uint32Array[],
): string[][] => {
  const { terms, labels } = data;
  const rows = terms.offsets.length - 1;
  const everywhere = new Uint32Array(labels.length);
  for (const term of terms.terms) everywhere[term]!++;
  const inside = new Float64Array(labels.length);
  const worth = Float64Array.from(labels, nameWorth);
  const ranked = new BestRows(KEY_TERMS * 6);
  const touched: number[] = [];
  return members.map((group) => {
    for (const row of group) {
      for (let i = terms.offsets[row]!; i < terms.offsets[row + 1]!; i++) {
        const term = terms.terms[i]!;
        if (inside[term] === 0) touched.push(term);
        inside[term]!++;
      }
    }
    const scoreOf = (term: number): number => {
      const here = inside[term]!;
      const share = here / group.length;
      const outside = (everywhere[term]! - here + 0.5) / (rows - group.length + 1);
      return here * worth[term]! * Math.log(1 + share / outside);
    };
    ranked.clear();
    for (const term of touched) ranked.offer(term, scoreOf(term));
    for (const term of touched) inside[term] = 0;
    touched.length = 0;
    const chosen: string[] = [];
    for (const term of ranked.rows.subarray(0, ranked.size)) {
      if (chosen.length === KEY_TERMS) break;
      if (!isCovered(labels[term]!, chosen)) chosen.push(labels[term]!);
    }
    return chosen;
  });
};

/** Names made of each community's first terms, distinct within the level. `fallback` serves one without terms. */
export const topicNames = (
  keyTerms: readonly (readonly string[])[],
  fallback: (community: number) => string,
): string[] => {
  const used = new Set<string>();
  return keyTerms.map((terms, community) => {
    let name = '';
    for (let length = Math.min(NAME_TERMS, terms.length); length <= terms.length && length > 0; length++) {
      name = terms.slice(0, length).join(' · ');
      if (!used.has(name)) break;
    }
    if (name === '' || used.has(name)) name = name ? `${name} · ${fallback(community)}` : fallback(community);
    used.add(name);
    return name;
  });
};
