import type { MemoryStore } from '../store/memory-store.ts';
import type { TombstoneRow } from '../store/schema.ts';

/** Name of the fact that holds the key. */
export const KEY_FACT = 'tombstoneKey';
const HASH_BYTES = 16;
const HASH_LENGTH = HASH_BYTES * 2;
const HASH_BATCH = 2_000;
/** Hashes in a row: one for each would take seconds when everything is erased. */
const PAGE_HASHES = 4_096;

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const hashesOf = ({ hash, hashes }: TombstoneRow): string[] =>
  hashes === undefined
    ? [hash]
    : Array.from({ length: hashes.length / HASH_LENGTH }, (_, index) =>
        hashes.slice(index * HASH_LENGTH, (index + 1) * HASH_LENGTH),
      );

/**
 * Remembers what was erased without remembering it: HMAC-SHA-256 (first 128 bits) of the memory's id under a
 * random key of this vault. Keeps a later visit of the same chat page from bringing an erased turn back.
 */
export class Tombstones {
  readonly #hashes = new Set<string>();
  readonly #rawKey: Uint8Array<ArrayBuffer>;
  readonly #key: CryptoKey;

  private constructor(rawKey: Uint8Array<ArrayBuffer>, key: CryptoKey) {
    this.#rawKey = rawKey;
    this.#key = key;
  }

  static async open(store: MemoryStore): Promise<Tombstones> {
    const stored = await store.fact<Uint8Array<ArrayBuffer>>(KEY_FACT);
    const rawKey = stored ?? crypto.getRandomValues(new Uint8Array(32));
    if (!stored) await store.setFact(KEY_FACT, rawKey);
    const key = await crypto.subtle.importKey('raw', rawKey, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const tombstones = new Tombstones(rawKey, key);
    for (const row of await store.database.tombstones.toArray())
      for (const hash of hashesOf(row)) tombstones.#hashes.add(hash);
    return tombstones;
  }

  get size(): number {
    return this.#hashes.size;
  }

  /** Those of `memoryIds` that were erased before. */
  async erasedAmong(memoryIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.#hashes.size === 0) return new Set();
    const hashes = await Promise.all(memoryIds.map((id) => this.#hash(id)));
    return new Set(memoryIds.filter((_, index) => this.#hashes.has(hashes[index] as string)));
  }

  /** Writes tombstones for `memoryIds`, and all earlier ones, into `target` (the store after an erase). */
  async writeTo(target: MemoryStore, memoryIds: readonly string[], at: number): Promise<void> {
    for (let from = 0; from < memoryIds.length; from += HASH_BATCH) {
      const batch = memoryIds.slice(from, from + HASH_BATCH);
      for (const hash of await Promise.all(batch.map((id) => this.#hash(id)))) this.#hashes.add(hash);
    }
    const all = [...this.#hashes];
    const rows: TombstoneRow[] = [];
    for (let from = 0; from < all.length; from += PAGE_HASHES) {
      const hashes = all.slice(from, from + PAGE_HASHES).join('');
      rows.push({ hash: `page-${rows.length}`, at, hashes });
    }
    await target.setFact(KEY_FACT, this.#rawKey);
    await target.database.tombstones.bulkPut(rows);
  }

  /** Lets everything erased be captured or imported again. */
  async clear(store: MemoryStore): Promise<number> {
    const count = this.#hashes.size;
    this.#hashes.clear();
    await store.database.tombstones.clear();
    return count;
  }

  async #hash(memoryId: string): Promise<string> {
    const signature = await crypto.subtle.sign('HMAC', this.#key, new TextEncoder().encode(memoryId));
    return toHex(new Uint8Array(signature, 0, HASH_BYTES));
  }
}
