import type { Agent, Conversation, Memory } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import { Journal } from './journal.ts';
import { MemoryStore } from './memory-store.ts';
import type { Place } from './places.ts';
import { type Schema, versionOf } from './schema.ts';
import { textOf } from './store-writer.ts';
import { upgradeFrom } from './upgrade.ts';

export type OpenReport = {
  /** `whole`: nothing to do. `restored`: the database had lost rows. `rejournaled`: the journal had. */
  readonly outcome: 'whole' | 'restored' | 'rejournaled';
  readonly memories: number;
  readonly restored: number;
  /** Memories the journal could not give back either, by its own count. */
  readonly lost: number;
  /** Schema version the memories were stored in, where that was an older one. */
  readonly migratedFrom?: number;
};

const RESTORE_BATCH = 1_000;

/** What opening a vault's place needs to know. */
export type Opening = {
  readonly schema: Schema;
  readonly onProgress: OnProgress;
  readonly onJournalError: (error: unknown) => void;
};

/**
 * Opens a place and compares the database with its journal: row count, last write, words present.
 * A mismatch is repaired from whichever of the two has the rows. The caller tells the person.
 */
export const openStore = async (
  place: Place,
  { schema, onProgress, onJournalError }: Opening,
): Promise<{ store: MemoryStore; report: OpenReport }> => {
  const { store, unreadable } = await openReadable(place, schema);
  const journal = await Journal.open(await place.directory(), versionOf(schema), onJournalError);
  const tail = await journal.tail();
  const databaseWhole =
    !unreadable &&
    tail.rows <= store.catalog.size &&
    tail.sequence <= store.writeSequence &&
    (await store.database.metas.count()) === (await store.database.texts.count());
  let report: OpenReport = { outcome: 'whole', memories: store.catalog.size, restored: 0, lost: 0 };
  if (!databaseWhole || tail.damaged) {
    report = await reconcile(store, journal, tail.rows, onProgress);
  } else if (tail.sequence < store.writeSequence) {
    await catchUpJournal(store, journal, tail.updatedAt ?? 0);
  }
  store.attachJournal(journal);
  return { store, report };
};

/** Opens the database; one that cannot be read at all is replaced by an empty one, to be filled from the journal. */
const openReadable = async (
  place: Place,
  schema: Schema,
): Promise<{ store: MemoryStore; unreadable: boolean }> => {
  const store = await MemoryStore.open(place, schema);
  try {
    await store.load();
    return { store, unreadable: false };
  } catch {
    // Reported by the caller as `restored`: the rows come back from the journal.
    await store.database.delete();
    const fresh = await MemoryStore.open(place, schema);
    await fresh.load();
    return { store: fresh, unreadable: true };
  }
};

const reconcile = async (
  store: MemoryStore,
  journal: Journal,
  expectedRows: number,
  onProgress: OnProgress,
): Promise<OpenReport> => {
  const restored = await fillFrom(journal, store, expectedRows, onProgress);
  await rewriteJournal(store, journal, onProgress);
  return reportOf(store, restored, expectedRows);
};

const reportOf = (store: MemoryStore, restored: number, expectedRows: number): OpenReport => ({
  outcome: restored > 0 ? 'restored' : 'rejournaled',
  memories: store.catalog.size,
  restored,
  lost: Math.max(0, expectedRows - store.catalog.size),
});

/**
 * For a place whose database files the browser cannot open any more: writes everything in its journal into the
 * empty place `fresh`. The damaged place is only read.
 */
export const restoreElsewhere = async (
  damaged: Place,
  fresh: Place,
  { schema, onProgress, onJournalError }: Opening,
): Promise<{ store: MemoryStore; report: OpenReport }> => {
  const version = versionOf(schema);
  const source = await Journal.open(await damaged.directory(), version, onJournalError);
  const { rows } = await source.tail();
  const store = await MemoryStore.open(fresh, schema);
  const restored = await fillFrom(source, store, rows, onProgress);
  const journal = await Journal.open(await fresh.directory(), version, onJournalError);
  await rewriteJournal(store, journal, onProgress);
  store.attachJournal(journal);
  return { store, report: reportOf(store, restored, rows) };
};

/** Writes what `journal` has and `store` lacks; answers how many memories that were. */
const fillFrom = async (
  journal: Journal,
  store: MemoryStore,
  expectedRows: number,
  onProgress: OnProgress,
): Promise<number> => {
  const lostMemories = new Map<number, Memory>();
  const conversations = new Map<string, Conversation>();
  const agents = new Map<string, Agent>();
  const present = await seqsWithWords(store);
  for await (const batch of journal.read()) {
    const upgrade = upgradeFrom(batch.schema ?? 1, store.schema);
    for (const memory of batch.memories.map(upgrade.memory)) {
      const meta = store.catalog.metaBySeq.get(memory.seq);
      const lost = !meta || !present.has(memory.seq) || meta.updatedAt < memory.updatedAt;
      if (lost) lostMemories.set(memory.seq, memory);
    }
    for (const row of batch.conversations.map(upgrade.conversation)) conversations.set(row.key, row);
    for (const agent of batch.agents.map(upgrade.agent)) agents.set(agent.id, agent);
    onProgress({ stage: 'reading-journal', done: lostMemories.size, total: expectedRows });
  }
  const missingConversations = [...conversations.values()].filter(
    ({ key }) => !store.catalog.conversationByKey.has(key),
  );
  const missingAgents = [...agents.values()].filter(({ id }) => !store.catalog.agentById.has(id));
  if (missingConversations.length + missingAgents.length > 0) {
    await store.write({ conversations: missingConversations, agents: missingAgents });
  }
  const lost = [...lostMemories.values()];
  for (let at = 0; at < lost.length; at += RESTORE_BATCH) {
    await store.write({ memories: lost.slice(at, at + RESTORE_BATCH) });
    onProgress({ stage: 'restoring', done: Math.min(at + RESTORE_BATCH, lost.length), total: lost.length });
  }
  return lost.length;
};

/** The browser was closed within the journal's grouping delay: the last writes are recorded now. */
const catchUpJournal = async (store: MemoryStore, journal: Journal, since: number): Promise<void> => {
  const metas = [...store.catalog.metaBySeq.values()].filter(({ updatedAt }) => updatedAt >= since);
  const texts = new Map((await store.texts(metas.map(({ seq }) => seq))).map((text) => [text.seq, text]));
  journal.record({
    sequence: store.writeSequence,
    rows: store.catalog.size,
    memories: metas.map((meta) => ({ ...meta, ...texts.get(meta.seq)! })),
    conversations: [...store.catalog.conversationByKey.values()],
    agents: [...store.catalog.agentById.values()],
  });
  await journal.flush();
};

const seqsWithWords = async (store: MemoryStore): Promise<Set<number>> => {
  const present = new Set<number>();
  for await (const texts of store.allTexts()) for (const { seq } of texts) present.add(seq);
  return present;
};

/** Writes the journal anew from the store: after a repair, and as the journal of a migrated store. */
export const rewriteJournal = async (
  store: MemoryStore,
  journal: Journal,
  onProgress: OnProgress,
): Promise<void> => {
  await journal.clear();
  const { catalog } = store;
  const base = { sequence: store.writeSequence, rows: catalog.size };
  journal.record({
    ...base,
    memories: [],
    conversations: [...catalog.conversationByKey.values()],
    agents: [...catalog.agentById.values()],
  });
  let done = 0;
  for await (const texts of store.allTexts()) {
    const memories = texts.flatMap((text) => {
      const meta = catalog.metaBySeq.get(text.seq);
      return meta ? [{ ...meta, ...textOf({ ...meta, ...text }) }] : [];
    });
    journal.record({ ...base, memories, conversations: [], agents: [] });
    await journal.flush();
    done += memories.length;
    onProgress({ stage: 'writing-journal', done, total: catalog.size });
  }
  await journal.flush();
};
