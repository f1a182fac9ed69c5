import type { MemoryMeta, MemoryText } from '../../model/memory.ts';
import { RecollectError } from '../../model/result.ts';
import type { MemoryStore } from '../../store/memory-store.ts';

const BATCH = 500;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Canonical order: conversation key, then reading order, then id. Independent of internal numbers. */
const canonical = (a: MemoryMeta, b: MemoryMeta): number =>
  byText(a.conversationKey, b.conversationKey) || a.order - b.order || byText(a.id, b.id);

/** The chosen memories with their words, in canonical order, one batch in memory at a time. */
export async function* memoriesToExport(
  store: MemoryStore,
  accept: (meta: MemoryMeta) => boolean,
  signal: AbortSignal,
): AsyncGenerator<readonly { meta: MemoryMeta; text: MemoryText }[]> {
  const chosen = [...store.catalog.all()].filter(accept).sort(canonical);
  for (let at = 0; at < chosen.length; at += BATCH) {
    signal.throwIfAborted();
    const metas = chosen.slice(at, at + BATCH);
    const textBySeq = new Map(
      (await store.texts(metas.map(({ seq }) => seq))).map((text) => [text.seq, text]),
    );
    yield metas.map((meta) => {
      const text = textBySeq.get(meta.seq);
      if (!text) {
        throw new RecollectError(
          'export/words-missing',
          'The words of a memory could not be read, so no export was made. Open the health page: the store repairs itself on the next opening.',
          { seq: meta.seq },
        );
      }
      return { meta, text };
    });
  }
}
