import { Dexie, type EntityTable, type Table } from 'dexie';
import type { EventDay, VaultEvent } from '../model/events-api.ts';
import type { Agent, Conversation, Memory, MemoryMeta, MemoryText } from '../model/memory.ts';
import type { EraseScope, HealthEntry } from '../model/vault-api.ts';
import type { Place } from './places.ts';

/** Turns of one conversation kept in one row; see `page-key.ts`. */
export type MetaPage = { readonly key: number; readonly metas: readonly MemoryMeta[] };
export type TextPage = { readonly key: number; readonly texts: readonly MemoryText[] };

/** A search index segment as bytes, with its checksum checked on load. */
export type SegmentRow = { readonly name: string; readonly bytes: Uint8Array };

/** Proof that a turn was erased: an HMAC of its id under the vault's key, nothing else. */
/** One hash under its own name, as older vaults wrote them, or a page of them, one after another in `hashes`. */
export type TombstoneRow = { readonly hash: string; readonly at: number; readonly hashes?: string };

/** Erases inside their undo window: hidden already, physical at `physicalAt`. */
export type PendingEraseRow = {
  readonly token: string;
  readonly seqs: readonly number[];
  readonly physicalAt: number;
  readonly scope: EraseScope['kind'];
};

/** Counts of one day and kind of event, kept when the single events are gone; `id` is `day/kind`. */
export type EventDayRow = EventDay & { readonly id: string };

/** Small facts of the vault itself: counters, keys, versions. */
export type VaultFact = { readonly name: string; readonly value: unknown };

/**
 * One version of what is stored. Immutable once released: a change of shape is a new step with a frozen fixture of
 * the version before. The functions turn a row of the version before into one of this version; left out, rows stay.
 * Words, ids and numbers never change: a migration that changes them is refused.
 */
export type SchemaStep = {
  readonly version: number;
  /** Tables that are new in this version, as Dexie describes them. */
  readonly tables: Readonly<Record<string, string>>;
  readonly memory?: (memory: Memory) => Memory;
  readonly conversation?: (conversation: Conversation) => Conversation;
  readonly agent?: (agent: Agent) => Agent;
};

/** All versions, oldest first: version n is the n-th. */
export type Schema = readonly [SchemaStep, ...SchemaStep[]];

export const SCHEMA: Schema = [
  {
    version: 1,
    tables: {
      conversations: 'key',
      metas: 'key',
      texts: 'key',
      agents: 'id',
      segments: 'name',
      tombstones: 'hash',
      pendingErases: 'token',
      health: '++id',
      events: 'sequence',
      eventDays: 'id',
      facts: 'name',
    },
  },
];

/** Newest version of a schema. */
export const versionOf = (schema: Schema): number => schema.length;

/** The schema as it was at `version`. */
export const schemaAt = ([first, ...later]: Schema, version: number): Schema => [
  first,
  ...later.slice(0, version - 1),
];

/**
 * The memory store's database. No secondary indexes: all metadata lives in the vault's heap (catalog.ts),
 * which makes bulk copies, imports and erases several times faster than indexed rows.
 */
export class MemoryDatabase extends Dexie {
  declare readonly conversations: EntityTable<Conversation, 'key'>;
  declare readonly metas: Table<MetaPage, number>;
  declare readonly texts: Table<TextPage, number>;
  declare readonly agents: EntityTable<Agent, 'id'>;
  declare readonly segments: EntityTable<SegmentRow, 'name'>;
  declare readonly tombstones: EntityTable<TombstoneRow, 'hash'>;
  declare readonly pendingErases: EntityTable<PendingEraseRow, 'token'>;
  declare readonly health: EntityTable<HealthEntry, 'id'>;
  declare readonly events: Table<VaultEvent, number>;
  declare readonly eventDays: Table<EventDayRow, string>;
  declare readonly facts: EntityTable<VaultFact, 'name'>;

  constructor(place: Place, schema: Schema) {
    super(`${place.databasePrefix}memory`, {
      indexedDB: place.indexedDB,
      IDBKeyRange,
      chromeTransactionDurability: 'strict',
    });
    for (const { version, tables } of schema) this.version(version).stores(tables);
  }
}

/** Version of an existing database, 0 when there is none. Dexie multiplies its versions by ten. */
export const storedSchemaVersion = async (place: Place): Promise<number> => {
  const name = `${place.databasePrefix}memory`;
  const found = (await place.indexedDB.databases()).find((database) => database.name === name);
  return Math.ceil((found?.version ?? 0) / 10);
};
