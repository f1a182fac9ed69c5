import type { TestConversation } from './corpus.ts';
import type { EngineDocument } from './engine.ts';

/** Mulberry32: a small seeded generator of numbers in [0, 1). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const shuffled = <T>(items: readonly T[], random: () => number): T[] => {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
};

const NAME = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu;
const COMMON_NAME = 3;

/** Words that are only written with a capital inside sentences, and often: people, places, products. */
const namesIn = ({ documents }: TestConversation): string[] => {
  const counts = new Map<string, number>();
  for (const { text } of documents)
    for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= COMMON_NAME).map(([name]) => name);
};

const SYLLABLES =
  'ba be bo da de do ka ke ko la le lo ma me mi mo na ne no ra re ri ro sa se so ta te ti to va ve vi'.split(
    ' ',
  );

const newName = (random: () => number): string => {
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] as string;
  const name = syllable() + syllable() + syllable();
  return name[0]?.toUpperCase() + name.slice(1);
};

/**
 * Batches of a store of real text: the conversations once as they are, then again and again with their turns shuffled
 * and their names changed, until there are `size` documents. The same seed gives the same store.
 */
export function* largeStore(
  conversations: readonly TestConversation[],
  size: number,
  batch = 1_000,
): Generator<EngineDocument[]> {
  const random = seededRandom(7);
  const names = conversations.map(namesIn);
  let id = 1;
  let pending: EngineDocument[] = [];
  for (let copy = 0; id <= size; copy++) {
    for (const [index, { documents, name }] of conversations.entries()) {
      const renamed = new Map((names[index] ?? []).map((each) => [each, newName(random)]));
      const turns = copy === 0 ? documents : shuffled(documents, random);
      const rename = (text: string): string =>
        text.replace(/\p{Lu}\p{Ll}{2,}/gu, (word) => renamed.get(word) ?? word);
      for (const [order, document] of turns.entries()) {
        if (id > size) break;
        const { site: _site, ...rest } = document;
        const conversation = copy * conversations.length + index;
        const text = copy === 0 ? document.text : rename(document.text);
        pending.push({
          ...rest,
          id,
          conversation,
          order,
          text,
          title: copy === 0 ? document.title : `${name} ${copy}`,
        });
        id += 1;
        if (pending.length === batch) {
          yield pending;
          pending = [];
        }
      }
    }
  }
  if (pending.length > 0) yield pending;
}
