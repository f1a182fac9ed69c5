import type { Agent, Conversation, IntegrityLabel, Memory, MemoryMeta, Seq } from '../model/memory.ts';
import type { ImportReport } from '../model/vault-api.ts';
import {
  type ExportedAgent,
  type ExportedConversation,
  type ExportedMemory,
  wordsOf,
} from '../privacy/transfer/export-format.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { StoreChange } from '../store/store-writer.ts';
import { lowerPasted, minLabel, morePasted } from '../trust/index.ts';
import { withTextFacts } from './new-memory.ts';

export type ImportCounts = { -readonly [Key in keyof ImportReport]: number };

export type ImportMergeOptions = {
  /** Labels are kept as written: the file was made by this vault, or the person says it is their own. */
  readonly trustLabels: boolean;
  /** Ids of the batch that were erased here before and stay away. */
  readonly erased: ReadonlySet<string>;
};

const loweredTo = (
  most: IntegrityLabel,
  { label, heldLabel }: Memory,
): Pick<Memory, 'label' | 'heldLabel'> => ({
  label: minLabel([label, most]),
  ...(heldLabel === undefined ? {} : { heldLabel: minLabel([heldLabel, most]) }),
});

const newMemory = (exported: ExportedMemory, profile: string, seq: Seq, trustLabels: boolean): Memory =>
  withTextFacts({
    seq,
    id: exported.id,
    conversationKey: exported.conversation,
    order: exported.order,
    role: exported.role,
    agentId: exported.agent,
    profile,
    origin: exported.origin,
    createdAt: exported.createdAt,
    capturedAt: exported.capturedAt,
    updatedAt: exported.updatedAt,
    partial: exported.partial,
    source: exported.source,
    corroborated: exported.corroborated,
    offBranch: exported.offBranch,
    label: trustLabels ? exported.label : minLabel([exported.label, 'imported']),
    ...(exported.heldLabel === undefined
      ? {}
      : { heldLabel: trustLabels ? exported.heldLabel : minLabel([exported.heldLabel, 'imported']) }),
    ...(exported.pasted === undefined ? {} : { pasted: exported.pasted }),
    state: exported.state,
    stateSince: exported.stateSince,
    pinned: exported.pinned,
    tags: exported.tags,
    importance: exported.importance,
    attachments: exported.attachments,
    ...wordsOf(exported),
  });

/**
 * What the vault has wins unless the file's is newer and says no less; what the person added on either side is kept.
 * Words of a file that is not trusted are imported words, whoever's they replace.
 */
const merged = (known: Memory, exported: ExportedMemory, trustLabels: boolean): Memory => {
  const words = wordsOf(exported);
  const takeWords =
    exported.updatedAt > known.updatedAt &&
    words.markdown.length >= known.markdown.length &&
    (known.partial || !exported.partial);
  // A file of someone else says nothing about words that are here already.
  const pasted = takeWords || trustLabels ? morePasted(known.pasted, exported.pasted) : known.pasted;
  const tags = [...new Set([...known.tags, ...exported.tags])];
  const next = lowerPasted<Memory>({
    ...known,
    ...(takeWords ? { ...words, partial: exported.partial, source: exported.source } : {}),
    ...(takeWords && !trustLabels && words.text !== known.text ? loweredTo('imported', known) : {}),
    ...(pasted === undefined ? {} : { pasted }),
    tags,
    pinned: known.pinned || exported.pinned,
  });
  const same =
    next.text === known.text &&
    next.markdown === known.markdown &&
    next.partial === known.partial &&
    next.pasted === known.pasted &&
    tags.length === known.tags.length &&
    next.pinned === known.pinned;
  return same ? known : withTextFacts({ ...next, updatedAt: Math.max(known.updatedAt, exported.updatedAt) });
};

const conversationOf = (
  exported: ExportedConversation,
  known: Conversation | undefined,
  added: number,
  ordinal: () => number,
): Conversation => {
  const { key, profile, site, id, url, title, model, project, completeness, firstAt, lastAt } = exported;
  if (known) {
    return {
      ...known,
      firstAt: Math.min(known.firstAt, firstAt),
      lastAt: Math.max(known.lastAt, lastAt),
      turnCount: known.turnCount + added,
    };
  }
  return {
    key,
    ordinal: ordinal(),
    profile,
    site,
    siteConversationId: id,
    url,
    title,
    ...(model === undefined ? {} : { model }),
    ...(project === undefined ? {} : { project }),
    completeness,
    firstAt,
    lastAt,
    turnCount: added,
  };
};

/** What one batch of an import changes in `store`, with its part of the report. */
export const mergeImported = async (
  batch: readonly ExportedMemory[],
  conversationByKey: ReadonlyMap<string, ExportedConversation>,
  store: MemoryStore,
  options: ImportMergeOptions,
): Promise<{ change: StoreChange; counts: ImportCounts }> => {
  const { catalog } = store;
  const counts: ImportCounts = { added: 0, merged: 0, unchanged: 0, conversations: 0, refusedErased: 0 };
  const wanted = batch.filter(({ id }) => !options.erased.has(id));
  counts.refusedErased = batch.length - wanted.length;
  const knownMetas = wanted.flatMap(({ id }) => catalog.byId(id) ?? []);
  const knownById = await memoriesById(knownMetas, store);
  const memories: Memory[] = [];
  const addedByKey = new Map<string, number>();
  for (const exported of wanted) {
    const known = knownById.get(exported.id);
    const added = addedByKey.get(exported.conversation) ?? 0;
    addedByKey.set(exported.conversation, known ? added : added + 1);
    if (!known) {
      const profile = conversationByKey.get(exported.conversation)?.profile ?? 'default';
      memories.push(newMemory(exported, profile, store.nextSeq(), options.trustLabels));
      counts.added += 1;
      continue;
    }
    const next = merged(known, exported, options.trustLabels);
    if (next === known) counts.unchanged += 1;
    else {
      memories.push(next);
      counts.merged += 1;
    }
  }
  const conversations: Conversation[] = [];
  for (const [key, added] of addedByKey) {
    const exported = conversationByKey.get(key);
    if (!exported) continue;
    const known = catalog.conversationByKey.get(key);
    if (!known) counts.conversations += 1;
    conversations.push(conversationOf(exported, known, added, () => store.nextOrdinal()));
  }
  return { change: { memories, conversations }, counts };
};

const memoriesById = async (
  metas: readonly MemoryMeta[],
  store: MemoryStore,
): Promise<Map<string, Memory>> => {
  const textBySeq = new Map((await store.texts(metas.map(({ seq }) => seq))).map((text) => [text.seq, text]));
  return new Map(
    metas.flatMap((meta) => {
      const text = textBySeq.get(meta.seq);
      return text ? [[meta.id, { ...meta, ...text }] as const] : [];
    }),
  );
};

/** Agents of an import merged with those known: origins joined, first and last seen widened. */
export const mergeImportedAgents = (exported: readonly ExportedAgent[], store: MemoryStore): Agent[] =>
  exported.map(({ id, site, model, origins, firstSeen, lastSeen }) => {
    const known = store.catalog.agentById.get(id);
    return {
      id,
      site,
      ...(model === undefined ? {} : { model }),
      origins: [...new Set([...(known?.origins ?? []), ...origins])],
      firstSeen: Math.min(known?.firstSeen ?? firstSeen, firstSeen),
      lastSeen: Math.max(known?.lastSeen ?? lastSeen, lastSeen),
      memoryCount: known?.memoryCount ?? 0,
    };
  });
