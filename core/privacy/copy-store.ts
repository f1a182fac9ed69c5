import type { Seq } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import { RecollectError } from '../model/result.ts';
import { contentHash } from '../store/content-hash.ts';
import { Journal } from '../store/journal.ts';
import { MemoryStore } from '../store/memory-store.ts';
import type { Place } from '../store/places.ts';
import { versionOf } from '../store/schema.ts';
import { SettingsStore } from '../store/settings-store.ts';

const BATCH_PAGES = 100;

/**
 * Writes every memory of `source` that is not in `erased` into the empty `place` and proves it: counts and content
 * hashes of what was read and of what can be read back must agree. The copy is complete (journal, settings,
 * counters) but not live yet. Throws `erase/copy-differs` when the proof fails; the source is untouched.
 */
export const copySurvivors = async (
  source: MemoryStore,
  place: Place,
  erased: ReadonlySet<Seq>,
  settings: SettingsStore,
  onProgress: OnProgress,
  onJournalError: (error: unknown) => void,
): Promise<MemoryStore> => {
  const target = await MemoryStore.open(place, source.schema);
  const { catalog } = source;
  target.reserveNumbers(source.lastSeq, source.lastOrdinal);
  const survivorsByConversation = new Map<string, number>();
  const agentIds = new Set<string>();
  for (const meta of catalog.metaBySeq.values()) {
    if (erased.has(meta.seq)) continue;
    survivorsByConversation.set(
      meta.conversationKey,
      (survivorsByConversation.get(meta.conversationKey) ?? 0) + 1,
    );
    agentIds.add(meta.agentId);
  }
  await target.write({
    conversations: [...catalog.conversationByKey.values()].flatMap((conversation) => {
      const turnCount = survivorsByConversation.get(conversation.key);
      return turnCount === undefined ? [] : [{ ...conversation, turnCount }];
    }),
    agents: [...catalog.agentById.values()].filter(({ id }) => agentIds.has(id)),
  });
  const total = catalog.size - erased.size;
  let expectedHash = 0;
  let done = 0;
  for await (const texts of source.allTexts(BATCH_PAGES)) {
    const memories = texts.flatMap((text) => {
      const meta = catalog.metaBySeq.get(text.seq);
      return meta && !erased.has(text.seq) ? [{ ...meta, ...text }] : [];
    });
    await target.write({ memories });
    expectedHash = (expectedHash + contentHash(memories)) % Number.MAX_SAFE_INTEGER;
    done += memories.length;
    onProgress({ stage: 'copying', done, total });
  }
  const journal = await Journal.open(await place.directory(), versionOf(source.schema), onJournalError);
  await verifyAndJournal(target, journal, total, expectedHash, onProgress);
  target.attachJournal(journal);
  await target.database.health.bulkPut(await source.database.health.toArray());
  const carried = await SettingsStore.open(place);
  await carried.change(settings.current);
  await carried.close();
  return target;
};

/** Reads the copy back once: proves it and writes its journal from what was read. */
const verifyAndJournal = async (
  target: MemoryStore,
  journal: Journal,
  expectedCount: number,
  expectedHash: number,
  onProgress: OnProgress,
): Promise<void> => {
  const { catalog, writeSequence: sequence } = target;
  journal.record({
    sequence,
    rows: catalog.size,
    memories: [],
    conversations: [...catalog.conversationByKey.values()],
    agents: [...catalog.agentById.values()],
  });
  let count = 0;
  let hash = 0;
  let written = Promise.resolve();
  for await (const texts of target.allTexts(BATCH_PAGES)) {
    const memories = texts.flatMap((text) => {
      const meta = catalog.metaBySeq.get(text.seq);
      return meta ? [{ ...meta, ...text }] : [];
    });
    hash = (hash + contentHash(memories)) % Number.MAX_SAFE_INTEGER;
    count += memories.length;
    journal.record({ sequence, rows: catalog.size, memories, conversations: [], agents: [] });
    // One batch is on its way to the disk while the next is read.
    const before = written;
    written = journal.flush();
    await before;
    onProgress({ stage: 'verifying', done: count, total: expectedCount });
  }
  await journal.flush();
  if (count !== expectedCount || hash !== expectedHash) {
    throw new RecollectError(
      'erase/copy-differs',
      'The copy without the erased memories did not match. Nothing was deleted; the erase will be tried again.',
      { expected: expectedCount, found: count },
    );
  }
};
