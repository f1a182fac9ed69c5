import type { MemoryMeta, Seq } from '../model/memory.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { isDerivedId } from './derived-id.ts';
import { wordsOnly } from './text-facts.ts';

type Said = Pick<MemoryMeta, 'role'> & { readonly text: string };

/**
 * What is hashed to know an erased turn again: its id, and its words within the conversation, because a turn
 * without an id of the site's own comes back under another one.
 */
export const tombstoneIdsOf = (conversationKey: string, id: string, { role, text }: Said): string[] => [
  id,
  `${conversationKey}#${role}#${wordsOnly(text)}`,
];

/** Tombstone ids of stored memories. Words count only where the id was derived: else "yes" would block every "yes". */
export const tombstoneIds = async (store: MemoryStore, seqs: readonly Seq[]): Promise<string[]> => {
  const metas = seqs.flatMap((seq) => store.catalog.metaBySeq.get(seq) ?? []);
  const derived = metas.filter(({ id }) => isDerivedId(id));
  const texts = new Map(
    (await store.texts(derived.map(({ seq }) => seq))).map(({ seq, text }) => [seq, text]),
  );
  return [
    ...metas.filter(({ id }) => !isDerivedId(id)).map(({ id }) => id),
    ...derived.flatMap(({ conversationKey, id, role, seq }) =>
      tombstoneIdsOf(conversationKey, id, { role, text: texts.get(seq) ?? '' }),
    ),
  ];
};
