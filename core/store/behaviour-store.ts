import { Dexie, type EntityTable } from 'dexie';
import type { Places } from './places.ts';

const PLACE = 'behaviour';
const KEY_BYTES = 32;

/** One thing a person did with one shown result. The ranker knows its kinds; the store keeps numbers and kinds only. */
export type StoredSignal = { readonly kind: string; readonly seq: number; readonly at: number };

/** A search that was shown: memory numbers, features, a keyed hash of the query. No words. */
export type StoredImpression = {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly queryKey: string;
  readonly shown: readonly { readonly seq: number }[];
  readonly signals: readonly StoredSignal[];
};

/** What the person said about a learned pattern: fixed at a leaning, or forgotten. */
export type StoredCorrection = {
  readonly pattern: string;
  readonly at: number;
  readonly leaning?: number;
};

type BehaviourFact = { readonly name: string; readonly value: unknown };

class BehaviourDatabase extends Dexie {
  declare readonly impressions: EntityTable<StoredImpression, 'id'>;
  declare readonly corrections: EntityTable<StoredCorrection, 'pattern'>;
  declare readonly facts: EntityTable<BehaviourFact, 'name'>;
}

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * What the person did with search results, in a place of its own, erasable by itself: memories stay when it goes.
 * Nothing is created on disk before the first write.
 */
export class BehaviourStore<Impression extends StoredImpression = StoredImpression> {
  readonly #places: Places;
  #opening: Promise<BehaviourDatabase> | undefined;
  #key: Promise<CryptoKey> | undefined;
  /** Ends when the place that is being removed is gone, or written anew: until then nothing else opens it. */
  #removing: Promise<void> = Promise.resolve();

  constructor(places: Places) {
    this.#places = places;
  }

  /** True when anything was ever kept here. */
  async exists(): Promise<boolean> {
    await this.#removing;
    return this.#isOnDisk();
  }

  /** Records kept here: impressions and corrections. */
  async size(): Promise<number> {
    if (!(await this.exists())) return 0;
    const { impressions, corrections } = await this.#open();
    return (await impressions.count()) + (await corrections.count());
  }

  /**
   * HMAC-SHA-256 of a query, trimmed and in lower case, as hex, under a random key of this installation that lies here and goes with it:
   * without the key two installations share nothing, and no words are kept.
   */
  async queryKey(query: string): Promise<string> {
    this.#key ??= this.#loadKey();
    const words = new TextEncoder().encode(query.normalize('NFKC').trim().toLowerCase());
    return toHex(await crypto.subtle.sign('HMAC', await this.#key, words));
  }

  /** Adds an impression or replaces the one with its id. */
  async put(impression: Impression): Promise<void> {
    await (await this.#open()).impressions.put(impression);
  }

  /** Every impression in the order of ids. */
  async impressions(): Promise<Impression[]> {
    if (!(await this.exists())) return [];
    return (await (await this.#open()).impressions.orderBy('id').toArray()) as unknown as Impression[];
  }

  async putCorrection(correction: StoredCorrection): Promise<void> {
    await (await this.#open()).corrections.put(correction);
  }

  async removeCorrection(pattern: string): Promise<void> {
    if (await this.exists()) await (await this.#open()).corrections.delete(pattern);
  }

  async corrections(): Promise<StoredCorrection[]> {
    return (await this.exists()) ? (await this.#open()).corrections.toArray() : [];
  }

  /**
   * Removes impressions and signals for good: the survivors are written to a fresh place, since rows deleted from a
   * database stay readable in its files. @returns how many impressions went.
   * @param strip takes out of a survivor what it says of erased ones; answers the same object where that is nothing
   */
  async eraseWhere(
    isErased: (impression: Impression) => boolean,
    strip: (impression: Impression) => Impression = (impression) => impression,
  ): Promise<number> {
    const all = await this.impressions();
    const survivors = all.filter((impression) => !isErased(impression));
    const kept = survivors.map(strip);
    if (kept.length === all.length && kept.every((impression, at) => impression === survivors[at])) return 0;
    const old = await this.#open();
    const [corrections, facts] = [await old.corrections.toArray(), await old.facts.toArray()];
    await this.#remove(async () => {
      const fresh = await this.#connect();
      await fresh.transaction('rw', fresh.impressions, fresh.corrections, fresh.facts, async () => {
        await fresh.facts.bulkPut(facts);
        await fresh.corrections.bulkPut(corrections);
        await fresh.impressions.bulkPut(kept);
      });
      fresh.close();
    });
    return all.length - kept.length;
  }

  /** Something else that was learned, under a name; undefined when it is not there. */
  async fact<T>(name: string): Promise<T | undefined> {
    if (!(await this.exists())) return undefined;
    return (await (await this.#open()).facts.get(name))?.value as T | undefined;
  }

  async putFact(name: string, value: unknown): Promise<void> {
    await (await this.#open()).facts.put({ name, value });
  }

  async dropFact(name: string): Promise<void> {
    if (await this.exists()) await (await this.#open()).facts.delete(name);
  }

  /** Everything kept, as plain data for the person's own export. The key stays behind. */
  async export(): Promise<{
    readonly impressions: readonly Impression[];
    readonly corrections: readonly StoredCorrection[];
  }> {
    return { impressions: await this.impressions(), corrections: await this.corrections() };
  }

  /** Deletes the place with everything in it, the key too. A query asked meanwhile waits, and gets a new key. */
  erase(): Promise<void> {
    return this.#remove(async () => undefined);
  }

  async #isOnDisk(): Promise<boolean> {
    return (await this.#places.list()).includes(PLACE);
  }

  #remove(refill: () => Promise<void>): Promise<void> {
    const [open, key] = [this.#opening, this.#key];
    this.#opening = undefined;
    this.#key = undefined;
    const removed = (async () => {
      // What could not be opened or read was told to whoever asked for it, and has nothing to close.
      const [opened] = await Promise.allSettled([open, key]);
      if (opened.status === 'fulfilled') opened.value?.close();
      if (await this.#isOnDisk()) await (await this.#places.open(PLACE)).delete();
      await refill();
    })();
    // A failure is told to whoever erases; others only wait for the end.
    this.#removing = removed.then(
      () => undefined,
      () => undefined,
    );
    return removed;
  }

  /** Ends the connection, so that the place can be deleted by another owner. */
  async close(): Promise<void> {
    (await this.#opening)?.close();
    this.#opening = undefined;
  }

  #open(): Promise<BehaviourDatabase> {
    this.#opening ??= this.#removing.then(() => this.#connect());
    return this.#opening;
  }

  async #connect(): Promise<BehaviourDatabase> {
    const place = await this.#places.open(PLACE);
    const database = new BehaviourDatabase(`${place.databasePrefix}behaviour`, {
      indexedDB: place.indexedDB,
      IDBKeyRange,
    });
    database.version(1).stores({ impressions: 'id', corrections: 'pattern', facts: 'name' });
    await database.open();
    return database;
  }

  async #loadKey(): Promise<CryptoKey> {
    const { facts } = await this.#open();
    const stored = (await facts.get('key'))?.value as Uint8Array<ArrayBuffer> | undefined;
    const raw = stored ?? crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    if (!stored) await facts.put({ name: 'key', value: raw });
    return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }
}
