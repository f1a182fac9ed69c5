import type { Corpus } from './segments/corpus.ts';

const HASHES = 16;
/** Words read of a long memory: copies begin alike. */
const READ = 160;
/** Share of equal minimum hashes from which two memories are the same words again. */
const SAME = 15;
const SHORTEST = 6;
/** Documents whose signatures are remembered: 64 bytes each. */
const MOST_KEPT = 4_000;

const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7f_eb_35_2d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x84_6c_a6_8b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/**
 * Minimum hashes of a document's word pairs (Broder 1997), for telling copies with small changes.
 * Shorter than six words: undefined, such messages ("thanks!") are no copies of one another.
 */
const signatureOf = (corpus: Corpus, slot: number): Uint32Array | undefined => {
  const { segment, base } = corpus.entryOf(slot);
  const from = segment.columns.tokenStart[slot - base] as number;
  const to = segment.columns.tokenStart[slot - base + 1] as number;
  if (to - from < SHORTEST) return undefined;
  const signature = new Uint32Array(HASHES).fill(0xff_ff_ff_ff);
  let before = 0;
  for (let at = from; at < Math.min(to, from + READ); at++) {
    const hash = segment.termHash(segment.tokens[at] as number);
    const pair = mix(Math.imul(before, 31) + hash);
    before = hash;
    for (let row = 0; row < HASHES; row++) {
      const value = Math.imul(pair, 2 * row + 1) ^ (pair >>> (row & 15));
      if (value >>> 0 < (signature[row] as number)) signature[row] = value;
    }
  }
  return signature;
};

/** Signatures of the documents shown last: while someone types, most come again. */
export class Signatures {
  readonly #signatureBySlot = new Map<number, Uint32Array | undefined>();
  #version = -1;

  of(corpus: Corpus, slot: number): Uint32Array | undefined {
    if (this.#version !== corpus.version || this.#signatureBySlot.size >= MOST_KEPT) {
      this.#signatureBySlot.clear();
      this.#version = corpus.version;
    }
    if (!this.#signatureBySlot.has(slot)) this.#signatureBySlot.set(slot, signatureOf(corpus, slot));
    return this.#signatureBySlot.get(slot);
  }
}

const alike = (a: Uint32Array, b: Uint32Array): boolean => {
  let equal = 0;
  for (let row = 0; row < HASHES; row++) if (a[row] === b[row]) equal += 1;
  return equal >= SAME;
};

/** Folds near-duplicates under the first of them: the order of the others is kept. */
export const foldDuplicates = (
  corpus: Corpus,
  signatures: Signatures,
  slots: readonly number[],
): { readonly slot: number; readonly folded: number[] }[] => {
  type Kept = { readonly slot: number; readonly folded: number[]; readonly length: number };
  const kept: Kept[] = [];
  for (const slot of slots) {
    const length = corpus.lengthOf(slot);
    const twin = kept.find((other) => {
      if (Math.abs(other.length - length) > 0.05 * Math.max(length, other.length)) return false;
      const [mine, theirs] = [signatures.of(corpus, slot), signatures.of(corpus, other.slot)];
      return mine !== undefined && theirs !== undefined && alike(mine, theirs);
    });
    if (twin) twin.folded.push(slot);
    else kept.push({ slot, folded: [], length });
  }
  return kept.map(({ slot, folded }) => ({ slot, folded }));
};
