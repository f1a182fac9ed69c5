import type { CapturedTurn, Observation } from '../model/capture.ts';
import {
  type Agent,
  agentIdOf,
  agentKeyOf,
  type Conversation,
  conversationKey,
  DEFAULT_PROFILE,
  type IntegrityLabel,
  type Memory,
  type MemoryMeta,
  type MemoryText,
  memoryId,
  type Seq,
  withProvenance,
} from '../model/memory.ts';
import type { CaptureSender } from '../model/sender.ts';
import type { Catalog } from '../store/catalog.ts';
import { isDerivedId } from './derived-id.ts';
import { mergeTurn } from './merge-turn.ts';
import { newMemory, withTextFacts } from './new-memory.ts';
import { placeTurns } from './place-turns.ts';
import { wordsOnly } from './text-facts.ts';

export type IngestPorts = {
  readonly catalog: Catalog;
  nextSeq(): Seq;
  nextOrdinal(): number;
  texts(seqs: readonly Seq[]): Promise<MemoryText[]>;
};

export type Ingested = {
  readonly conversation: Conversation;
  /** False when nothing about the conversation itself changed. */
  readonly conversationChanged: boolean;
  readonly titleChanged: boolean;
  /** New and changed memories. */
  readonly memories: readonly Memory[];
  readonly agents: readonly Agent[];
};

/**
 * Merges one observation into what the vault knows. The same turn seen live, in the page, in the site's JSON
 * or in an export is one memory: matched by id, else by role and words within its conversation.
 */
export const ingest = async (
  observation: Observation,
  sender: Pick<CaptureSender, 'origin'>,
  now: number,
  ports: IngestPorts,
  profile: string = DEFAULT_PROFILE,
): Promise<Ingested> => {
  const { conversation: seen, turns } = observation;
  const { catalog } = ports;
  const key = conversationKey(profile, seen.site, seen.id);
  const known = catalog.allTurnsOf(key);
  const matches = await matchTurns(key, turns, known, ports);
  const orders = placeTurns(
    turns.map((turn, index) => {
      const match = matches[index];
      return {
        ...(match ? { known: match.order } : {}),
        ...(turn.order === undefined ? {} : { absolute: turn.order }),
      };
    }),
    known.at(-1)?.order,
  );
  const oldBySeq = await memoriesOf(
    matches.flatMap((match) => match ?? []),
    ports,
  );
  const memories: Memory[] = [];
  const agentIds = new Set<string>();
  turns.forEach((turn, index) => {
    const agentId = agentIdOf(seen.site, turn.model ?? seen.model);
    agentIds.add(agentId);
    const match = matches[index];
    const old = match && oldBySeq.get(match.seq);
    const order = orders[index] as number;
    if (!old) {
      memories.push(
        memoryOf(turn, { key, profile, agentId, origin: sender.origin, order, now, seq: ports.nextSeq() }),
      );
      return;
    }
    const merged = {
      ...mergeTurn(old, turn, agentId, now),
      id: betterId(old.id, memoryId(key, turn.id)),
      order,
    };
    if (merged.updatedAt !== old.updatedAt || merged.id !== old.id || merged.order !== old.order) {
      const wordsChanged = merged.text !== old.text || merged.markdown !== old.markdown;
      const step = { at: now, by: agentKeyOf(merged), channel: turn.source } as const;
      let { provenance } = old;
      if (wordsChanged && !turn.partial)
        provenance = withProvenance(provenance, { ...step, change: 'words' });
      if (merged.pasted !== old.pasted)
        provenance = withProvenance(provenance, { ...step, change: 'pasted' });
      memories.push(
        withTextFacts({
          ...merged,
          updatedAt: now,
          ...(provenance === undefined ? {} : { provenance }),
        }),
      );
    }
  });
  const before = catalog.conversationByKey.get(key);
  const conversation = mergeConversation(before, observation, key, profile, memories, known.length, ports);
  return {
    conversation,
    conversationChanged: !before || JSON.stringify(before) !== JSON.stringify(conversation),
    titleChanged: before !== undefined && before.title !== conversation.title,
    memories,
    agents: memories.length > 0 ? mergeAgents([...agentIds], seen.site, sender.origin, now, catalog) : [],
  };
};

const betterId = (old: string, seen: string): string => (isDerivedId(old) && !isDerivedId(seen) ? seen : old);

const matchTurns = async (
  key: string,
  turns: readonly CapturedTurn[],
  known: readonly MemoryMeta[],
  ports: IngestPorts,
): Promise<(MemoryMeta | undefined)[]> => {
  const matches = turns.map((turn) => ports.catalog.byId(memoryId(key, turn.id)));
  const taken = new Set(matches.flatMap((match) => match?.seq ?? []));
  const open = known.filter(({ seq }) => !taken.has(seq));
  const unmatched = turns.some((_, index) => matches[index] === undefined);
  if (!unmatched || open.length === 0) return matches;
  const texts = new Map((await ports.texts(open.map(({ seq }) => seq))).map((text) => [text.seq, text.text]));
  for (const [index, turn] of turns.entries()) {
    if (matches[index]) continue;
    const found = open.find(
      (meta) => !taken.has(meta.seq) && isSameTurn(meta, texts.get(meta.seq) ?? '', turn),
    );
    if (!found) continue;
    taken.add(found.seq);
    matches[index] = found;
  }
  return matches;
};

/** Two sights of one turn under different ids: at least one id was derived, same role, same (or grown) words. */
const isSameTurn = (meta: MemoryMeta, text: string, turn: CapturedTurn): boolean => {
  if (meta.role !== turn.role) return false;
  if (!isDerivedId(meta.id) && !isDerivedId(turn.id) && turn.source !== 'import') return false;
  const a = wordsOnly(text);
  const b = wordsOnly(turn.text);
  if (a === b) return true;
  if (!meta.partial && !turn.partial) return false;
  return a.length > 0 && b.length > 0 && (a.startsWith(b) || b.startsWith(a));
};

const memoriesOf = async (metas: readonly MemoryMeta[], ports: IngestPorts): Promise<Map<Seq, Memory>> => {
  const texts = await ports.texts(metas.map(({ seq }) => seq));
  const metaBySeq = new Map(metas.map((meta) => [meta.seq, meta]));
  return new Map(texts.map((text) => [text.seq, { ...(metaBySeq.get(text.seq) as MemoryMeta), ...text }]));
};

const labelOf = (turn: CapturedTurn): IntegrityLabel => {
  if (turn.source === 'import') return 'imported';
  return turn.role === 'user' ? 'user-typed' : 'assistant-generated';
};

const memoryOf = (
  turn: CapturedTurn,
  at: { key: string; profile: string; agentId: string; origin: string; order: number; now: number; seq: Seq },
): Memory => {
  const step = { at: at.now, by: agentKeyOf(at), channel: turn.source } as const;
  const pasted = turn.role === 'user' ? turn.pasted : undefined;
  return newMemory(
    {
      seq: at.seq,
      id: memoryId(at.key, turn.id),
      conversationKey: at.key,
      order: at.order,
      role: turn.role,
      agentId: at.agentId,
      profile: at.profile,
      origin: at.origin,
      createdAt: turn.createdAt ?? at.now,
      partial: turn.partial,
      source: turn.source,
      offBranch: turn.offBranch ?? false,
      label: labelOf(turn),
      attachments: [...(turn.attachments ?? [])],
      text: turn.text,
      markdown: turn.markdown,
      ...(turn.thinking === undefined ? {} : { thinking: turn.thinking }),
      ...(pasted === undefined ? {} : { pasted }),
      provenance: [
        { ...step, change: 'created' },
        ...(pasted === undefined ? [] : [{ ...step, change: 'pasted' } as const]),
      ],
    },
    at.now,
  );
};

const mergeConversation = (
  before: Conversation | undefined,
  { conversation: seen }: Observation,
  key: string,
  profile: string,
  memories: readonly Memory[],
  knownCount: number,
  ports: IngestPorts,
): Conversation => {
  const times = memories.map(({ createdAt }) => createdAt);
  const added = memories.filter(({ seq }) => !ports.catalog.metaBySeq.has(seq)).length;
  const model = seen.model ?? before?.model;
  const project = seen.project ?? before?.project;
  const firstAt = Math.min(before?.firstAt ?? Number.POSITIVE_INFINITY, ...times);
  const lastAt = Math.max(before?.lastAt ?? 0, ...times);
  return {
    key,
    ordinal: before?.ordinal ?? ports.nextOrdinal(),
    profile,
    site: seen.site,
    siteConversationId: seen.id,
    url: seen.url,
    title: seen.title || before?.title || '',
    ...(model === undefined ? {} : { model }),
    ...(project === undefined ? {} : { project }),
    // Once complete stays complete until a source with evidence says there is more.
    completeness:
      before?.completeness.complete && !seen.completeness.complete && seen.completeness.total === undefined
        ? before.completeness
        : seen.completeness,
    firstAt: Number.isFinite(firstAt) ? firstAt : 0,
    lastAt,
    turnCount: knownCount + added,
  };
};

const mergeAgents = (
  ids: readonly string[],
  site: string,
  origin: string,
  now: number,
  catalog: Catalog,
): Agent[] =>
  ids.map((id) => {
    const before = catalog.agentById.get(id);
    const origins = before?.origins.includes(origin) ? before.origins : [...(before?.origins ?? []), origin];
    const model = id.length > site.length ? id.slice(site.length + 1) : undefined;
    return {
      id,
      site,
      ...(model === undefined ? {} : { model }),
      origins,
      firstSeen: before?.firstSeen ?? now,
      lastSeen: now,
      memoryCount: 0,
    };
  });
