import { Dexie, type EntityTable, type Table } from 'dexie';
import type { EventDay, VaultEvent } from '../model/events-api.ts';
import type { Agent, Conversation, MemoryMeta, MemoryText } from '../model/memory.ts';
import type { HealthEntry } from '../model/vault-api.ts';
import type { Place } from './places.ts';

/** Turns of one conversation kept in one row; see `page-key.ts`. */
export type MetaPage = { readonly key: number; readonly metas: readonly MemoryMeta[] };
export type TextPage = { readonly key: number; readonly texts: readonly MemoryText[] };

/** A search index segment as bytes, with its checksum checked on load. */
export type SegmentRow = { readonly name: string; readonly bytes: Uint8Array };

/** Proof that a turn was erased: an HMAC of its id under the vault's key, nothing else. */
export type TombstoneRow = { readonly hash: string; readonly at: number };

/** Erases inside their undo window: hidden already, physical at `physicalAt`. */
export type PendingEraseRow = {
  readonly token: string;
  readonly seqs: readonly number[];
  readonly physicalAt: number;
  readonly scope: string;
};

/** Counts of one day and kind of event, kept when the single events are gone; `id` is `day/kind`. */
export type EventDayRow = EventDay & { readonly id: string };

/** Small facts of the vault itself: counters, keys, versions. */
export type VaultFact = { readonly name: string; readonly value: unknown };

/** Numbered and immutable: a change of shape is a new number with an upgrade and a frozen fixture. */
export const SCHEMA_VERSION = 1;

const STORES_BY_VERSION: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: {
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
};

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

  constructor(place: Place, upTo: number = SCHEMA_VERSION) {
    super(`${place.databasePrefix}memory`, {
      indexedDB: place.indexedDB,
      IDBKeyRange,
      chromeTransactionDurability: 'strict',
    });
    for (const [number, stores] of Object.entries(STORES_BY_VERSION)) {
      if (Number(number) <= upTo) this.version(Number(number)).stores(stores);
    }
  }
}

/** Version of an existing database, 0 when there is none. Dexie multiplies its versions by ten. */
export const storedSchemaVersion = async (place: Place): Promise<number> => {
  const name = `${place.databasePrefix}memory`;
  const found = (await place.indexedDB.databases()).find((database) => database.name === name);
  return Math.ceil((found?.version ?? 0) / 10);
};
