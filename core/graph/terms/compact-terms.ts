import type { TermCounter } from './term-counter.ts';
import type { TermVectors } from './term-vectors.ts';

/** Vectors over their own small vocabulary instead of everything that was ever counted. */
export type LabelledVectors = {
  readonly terms: TermVectors;
  readonly labels: readonly string[];
  readonly documentFrequency: Uint32Array;
};

/** Renumbers terms by first use and keeps the labels of those alone. */
export const compactTerms = (counter: TermCounter, vectors: TermVectors): LabelledVectors => {
  const dense = new Int32Array(counter.documentFrequency.values.length).fill(-1);
  const labels: string[] = [];
  const frequency: number[] = [];
  const terms = vectors.terms.map((term) => {
    if (dense[term]! < 0) {
      dense[term] = labels.length;
      labels.push(counter.label(term));
      frequency.push(counter.documentFrequency.at(term));
    }
    return dense[term]!;
  });
  return { terms: { ...vectors, terms }, labels, documentFrequency: Uint32Array.from(frequency) };
};
