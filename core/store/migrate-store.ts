import { RecollectError } from '../model/result.ts';
import { contentHash } from './content-hash.ts';
import { Journal } from './journal.ts';
import { MemoryStore } from './memory-store.ts';
import type { Place } from './places.ts';
import { type Opening, rewriteJournal } from './recovery.ts';
import { versionOf } from './schema.ts';
import { SettingsStore } from './settings-store.ts';
import { upgradeFrom } from './upgrade.ts';

const BATCH_PAGES = 200;
const BATCH_ROWS = 1_000;
/** Tables that are written row by row through the steps; every other one is copied as it is. */
const UPGRADED = new Set(['metas', 'texts', 'conversations', 'agents']);

/**
 * Writes everything of `source`, which has an older schema, into the empty place `fresh` in the newest one, and proves
 * it: as many memories with the same ids and words as before must be read back. The copy is complete (journal,
 * settings, counters) but not live yet, and the source is only read, so that a crash leaves it as it was.
 * Throws `store/migration-differs` when the proof fails.
 */
export const migrateInto = async (
  fresh: Place,
  source: MemoryStore,
  { schema, onProgress, onJournalError }: Opening,
): Promise<MemoryStore> => {
  const target = await MemoryStore.open(fresh, schema);
  await copyOtherTables(source, target);
  await target.load();
  const { catalog } = source;
  const upgrade = upgradeFrom(versionOf(source.schema), schema);
  await target.write({
    conversations: [...catalog.conversationByKey.values()].map(upgrade.conversation),
    agents: [...catalog.agentById.values()].map(upgrade.agent),
  });
  let before = 0;
  for await (const memories of memoriesOf(source)) {
    before = (before + contentHash(memories)) % Number.MAX_SAFE_INTEGER;
    await target.write({ memories: memories.map(upgrade.memory) });
    onProgress({ stage: 'migrating', done: target.catalog.size, total: catalog.size });
  }
  let after = 0;
  for await (const memories of memoriesOf(target))
    after = (after + contentHash(memories)) % Number.MAX_SAFE_INTEGER;
  if (target.catalog.size !== catalog.size || before !== after) {
    throw new RecollectError(
      'store/migration-differs',
      'The memories could not be brought into the form of this version without a difference. Nothing was changed.',
      { expected: catalog.size, found: target.catalog.size },
    );
  }
  const journal = await Journal.open(await fresh.directory(), versionOf(schema), onJournalError);
  await rewriteJournal(target, journal, onProgress);
  target.attachJournal(journal);
  await carrySettings(source.place, fresh);
  return target;
};

async function* memoriesOf(store: MemoryStore) {
  for await (const texts of store.allTexts(BATCH_PAGES)) {
    yield texts.flatMap((text) => {
      const meta = store.catalog.metaBySeq.get(text.seq);
      return meta ? [{ ...meta, ...text }] : [];
    });
  }
}

const copyOtherTables = async (source: MemoryStore, target: MemoryStore): Promise<void> => {
  for (const { name } of source.database.tables) {
    if (UPGRADED.has(name)) continue;
    const [from, to] = [source.database.table(name), target.database.table(name)];
    const keys = await from.toCollection().primaryKeys();
    for (let at = 0; at < keys.length; at += BATCH_ROWS)
      await to.bulkPut(await from.bulkGet(keys.slice(at, at + BATCH_ROWS)));
  }
};

const carrySettings = async (from: Place, to: Place): Promise<void> => {
  const [before, after] = [await SettingsStore.open(from), await SettingsStore.open(to)];
  await after.change(before.current);
  await Promise.all([before.close(), after.close()]);
};
