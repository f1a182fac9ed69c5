/**
 * The reference system's score, computed beside ours for comparison and never used: the mean of a Beta(2, 1) prior
 * moved by signed signals (SuperLocalMemory, arXiv 2603.02240). Its increments are not in the paper; these reproduce
 * its published figures (honest 0.945, poisoner 0.048 after 50 writes) to within 0.02.
 */
export type ReferenceScore = { readonly alpha: number; readonly beta: number };

export const REFERENCE_START: ReferenceScore = { alpha: 2, beta: 1 };
const POSITIVE = 0.28;
const NEGATIVE = 0.8;

export const withReferenceSignal = (before: ReferenceScore, flagged: boolean): ReferenceScore =>
  flagged
    ? { alpha: before.alpha, beta: before.beta + NEGATIVE }
    : { alpha: before.alpha + POSITIVE, beta: before.beta };

export const referenceMean = ({ alpha, beta }: ReferenceScore): number => alpha / (alpha + beta);
