import type { Pasted } from '../model/capture.ts';
import { wordsOnly } from './derive-id.ts';

/** Pastes that are remembered, and for how long (milliseconds). */
const MOST_PASTES = 8;
export const PASTE_LIFE_MS = 30 * 60_000;
/** UTF-16 units of a paste or a turn that are compared. */
const MOST_LENGTH = 200_000;
/** Shorter pastes, a word or an address, are the person's own speech. UTF-16 units, and letters and digits in them. */
const LEAST_LENGTH = 40;
const LEAST_WORDS = 24;
/** So many letters and digits in common, one after the other, do not come by chance; a shorter paste counts whole. */
const LEAST_RUN = 32;
/** Every common run of twice this length, less one, holds a whole block of the paste. */
const BLOCK = 12;
/** From this share of its letters and digits on, a turn is pasted and not written. */
const WHOLE_SHARE = 0.8;

type Paste = {
  /** Letters and digits only. */
  readonly words: string;
  /** Where each block of `words` stands first. */
  readonly atByBlock: ReadonlyMap<string, number>;
  readonly at: number;
};

const blocksOf = (words: string): ReadonlyMap<string, number> => {
  const atByBlock = new Map<string, number>();
  for (let at = 0; at + BLOCK <= words.length; at += BLOCK) {
    const block = words.slice(at, at + BLOCK);
    if (!atByBlock.has(block)) atByBlock.set(block, at);
  }
  return atByBlock;
};

/** Sets `covered` wherever `said`, letters and digits only, has a long run in common with a paste. */
const cover = (covered: Uint8Array, said: string, { words: pasted, atByBlock }: Paste): void => {
  const least = Math.min(LEAST_RUN, pasted.length);
  for (let at = 0; at + BLOCK <= said.length; ) {
    const found = atByBlock.get(said.slice(at, at + BLOCK));
    if (found === undefined) {
      at += 1;
      continue;
    }
    // A run that began further back held a block there.
    const most = Math.min(at, found, BLOCK - 1);
    let before = 0;
    while (before < most && said[at - before - 1] === pasted[found - before - 1]) before += 1;
    let end = BLOCK;
    while (at + end < said.length && found + end < pasted.length && said[at + end] === pasted[found + end])
      end += 1;
    const isRun = before + end >= least;
    if (isRun) covered.fill(1, at - before, at + end);
    at += isRun ? end : 1;
  }
};

/**
 * The last texts that a person pasted into a page: eight, for half an hour, in memory only. Compared by letters and
 * digits, so that a paste is known again after an editor laid it out anew or the person changed words in it.
 */
export class PasteMemory {
  #pastes: Paste[] = [];

  /** @param now milliseconds on any clock that only goes forward; the same in every call */
  remember(text: string, now: number): void {
    this.expire(now);
    const words = wordsOnly(text.slice(0, MOST_LENGTH));
    if (text.trim().length < LEAST_LENGTH || words.length < LEAST_WORDS) return;
    this.#pastes = [...this.#pastes.slice(1 - MOST_PASTES), { words, atByBlock: blocksOf(words), at: now }];
  }

  /** Lets go of what is older than {@link PASTE_LIFE_MS}. */
  expire(now: number): void {
    this.#pastes = this.#pastes.filter(({ at }) => now - at < PASTE_LIFE_MS);
  }

  /** How much of what the person said was pasted; undefined when nothing that is remembered. */
  judge(text: string, now: number): Pasted | undefined {
    this.expire(now);
    if (this.#pastes.length === 0) return undefined;
    const said = wordsOnly(text.slice(0, MOST_LENGTH));
    const covered = new Uint8Array(said.length);
    for (const paste of this.#pastes) cover(covered, said, paste);
    const share = covered.reduce((sum, each) => sum + each, 0) / (said.length || 1);
    if (share === 0) return undefined;
    return share >= WHOLE_SHARE ? 'all' : 'part';
  }

  /** Pastes remembered now. */
  get size(): number {
    return this.#pastes.length;
  }
}
