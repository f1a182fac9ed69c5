import type { StoredKind } from '../model/vault-api.ts';
import type { VaultContext } from './context.ts';

/** Rough bytes of one metadata record on disk. */
const META_BYTES = 600;
const RECEIPT_BYTES = 300;
const TOMBSTONE_BYTES = 32;
const EVENT_BYTES = 200;

/** Approximate bytes of a stored value: buffers as they are, text two bytes a character, numbers eight. */
const bytesOf = (value: unknown): number => {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (typeof value === 'string') return value.length * 2;
  if (typeof value !== 'object' || value === null) return 8;
  let sum = 0;
  for (const part of value instanceof Map || value instanceof Set ? value : Object.values(value))
    sum += bytesOf(part);
  return sum;
};

/** Everything that is stored, by kind: count, approximate bytes, oldest. */
export const inventory = async ({
  store,
  audit,
  health,
  learning,
  search,
  settings,
  tombstones,
}: VaultContext): Promise<StoredKind[]> => {
  const { catalog, database, journal } = store;
  let words = 0;
  let oldest: number | undefined;
  for (const meta of catalog.metaBySeq.values()) {
    words += meta.length * 2;
    oldest = Math.min(oldest ?? meta.createdAt, meta.createdAt);
  }
  const [receipts, entries, behaviour, events, eventDays, firstEvent, facts] = await Promise.all([
    audit.list(),
    health.list(),
    learning.store.size(),
    database.events.count(),
    database.eventDays.count(),
    database.events.orderBy('sequence').first(),
    database.facts.toArray(),
  ]);
  const aged = oldest === undefined ? {} : { oldest };
  const oldestOf = (times: readonly number[]) => (times.length === 0 ? {} : { oldest: Math.min(...times) });
  return [
    {
      kind: 'memories',
      label: 'Memories',
      count: catalog.size,
      bytes: words + catalog.size * META_BYTES,
      ...aged,
    },
    {
      kind: 'conversations',
      label: 'Conversations',
      count: catalog.conversationByKey.size,
      bytes: catalog.conversationByKey.size * META_BYTES,
      ...aged,
    },
    {
      kind: 'agents',
      label: 'Agents',
      count: catalog.agentById.size,
      bytes: catalog.agentById.size * META_BYTES,
    },
    {
      kind: 'journal',
      label: 'Safety copy',
      count: catalog.size,
      bytes: (await journal?.size()) ?? 0,
      ...aged,
    },
    { kind: 'index', label: 'Search index', count: search.size, bytes: await search.storedBytes(), ...aged },
    { kind: 'behaviour', label: 'Learned behaviour', count: behaviour, bytes: behaviour * META_BYTES },
    {
      kind: 'events',
      label: 'Events (no words)',
      count: events + eventDays,
      bytes: (events + eventDays) * EVENT_BYTES,
      ...oldestOf(firstEvent ? [firstEvent.at] : []),
    },
    { kind: 'facts', label: 'Topics, trust and counters', count: facts.length, bytes: bytesOf(facts) },
    {
      kind: 'settings',
      label: 'Settings',
      count: Object.keys(settings.current).length,
      bytes: bytesOf(settings.current),
    },
    {
      kind: 'tombstones',
      label: 'Marks of erased memories (hashes only)',
      count: tombstones.size,
      bytes: tombstones.size * TOMBSTONE_BYTES,
    },
    {
      kind: 'receipts',
      label: 'Receipts',
      count: receipts.length,
      bytes: receipts.length * RECEIPT_BYTES,
      ...oldestOf(receipts.map(({ at }) => at)),
    },
    {
      kind: 'health',
      label: 'Health log',
      count: entries.length,
      bytes: entries.length * RECEIPT_BYTES,
      ...oldestOf(entries.map(({ at }) => at)),
    },
  ];
};
