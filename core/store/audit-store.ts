import { Dexie, type EntityTable } from 'dexie';
import type { Receipt } from '../model/vault-api.ts';
import type { Places } from './places.ts';

type AuditFact = { readonly name: string; readonly value: unknown };

class AuditDatabase extends Dexie {
  declare readonly receipts: EntityTable<Receipt, 'id'>;
  declare readonly facts: EntityTable<AuditFact, 'name'>;
}

const PLACE = 'audit';
const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hours are precise enough to prove an erase and too coarse to reconstruct a day. */
const coarse = (time: number): number => Math.floor(time / 3_600_000) * 3_600_000;

/**
 * Receipts of erases, exports and imports as a keyed hash chain: each hash covers its receipt and the hash before.
 * The head (count and hash) is kept apart, so that cutting off the tail is noticed too.
 */
export class AuditStore {
  readonly #database: AuditDatabase;
  readonly #key: CryptoKey;
  #adding: Promise<unknown> = Promise.resolve();

  private constructor(database: AuditDatabase, key: CryptoKey) {
    this.#database = database;
    this.#key = key;
  }

  /** Opens the receipts; `damaged` when the browser could not read them and they start anew. */
  static async openOrReplace(places: Places): Promise<{ audit: AuditStore; damaged: boolean }> {
    try {
      return { audit: await AuditStore.open(places), damaged: false };
    } catch {
      // Told by the caller: receipts prove the past, they are not needed to go on.
      await (await places.open(PLACE)).delete();
      return { audit: await AuditStore.open(places), damaged: true };
    }
  }

  static async open(places: Places): Promise<AuditStore> {
    const place = await places.open(PLACE);
    const database = new AuditDatabase(`${place.databasePrefix}audit`, {
      indexedDB: place.indexedDB,
      IDBKeyRange,
      chromeTransactionDurability: 'strict',
    });
    database.version(1).stores({ receipts: 'id', facts: 'name' });
    await database.open();
    const stored = (await database.facts.get('key'))?.value as Uint8Array<ArrayBuffer> | undefined;
    const raw = stored ?? crypto.getRandomValues(new Uint8Array(32));
    if (!stored) await database.facts.put({ name: 'key', value: raw });
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new AuditStore(database, key);
  }

  /** Adds a receipt; one at a time, as each covers the one before. */
  add(receipt: Omit<Receipt, 'id' | 'hash'>): Promise<Receipt> {
    const added = this.#adding.then(() => this.#add(receipt));
    this.#adding = added.catch(() => 'told to the one who added');
    return added;
  }

  /** The number that the next receipt gets, or a higher one when others are being added. */
  async nextId(): Promise<number> {
    return ((await this.#database.receipts.orderBy('id').last())?.id ?? 0) + 1;
  }

  /** Adds a receipt unless it is there already among those numbered `from` and above; answers it. */
  async addOnce(receipt: Omit<Receipt, 'id' | 'hash'>, from: number): Promise<Receipt> {
    const { act, scope, memories, conversations } = receipt;
    const since = await this.#database.receipts.where('id').aboveOrEqual(from).toArray();
    const known = since.find(
      (other) =>
        other.at === coarse(receipt.at) &&
        other.act === act &&
        other.scope === scope &&
        other.memories === memories &&
        other.conversations === conversations,
    );
    return known ?? this.add(receipt);
  }

  async #add(receipt: Omit<Receipt, 'id' | 'hash'>): Promise<Receipt> {
    const last = await this.#database.receipts.orderBy('id').last();
    const body = { ...receipt, at: coarse(receipt.at), id: (last?.id ?? 0) + 1 };
    const added = { ...body, hash: await this.#hash(last?.hash ?? '', body) };
    await this.#database.transaction('rw', this.#database.receipts, this.#database.facts, async () => {
      await this.#database.receipts.add(added);
      await this.#database.facts.put({ name: 'head', value: { count: added.id, hash: added.hash } });
    });
    return added;
  }

  async list(): Promise<Receipt[]> {
    return (await this.#database.receipts.orderBy('id').toArray()).toReversed();
  }

  /** True when no receipt was changed, removed or cut off. */
  async verify(): Promise<boolean> {
    const receipts = await this.#database.receipts.orderBy('id').toArray();
    let before = '';
    for (const [index, { hash, ...body }] of receipts.entries()) {
      if (body.id !== index + 1 || hash !== (await this.#hash(before, body))) return false;
      before = hash;
    }
    const head = (await this.#database.facts.get('head'))?.value as
      | { count: number; hash: string }
      | undefined;
    return head ? head.count === receipts.length && head.hash === before : receipts.length === 0;
  }

  /** HMAC-SHA-256 of `text` under this vault's key, as hex: what only this vault can have written. */
  async sign(text: string): Promise<string> {
    return toHex(await crypto.subtle.sign('HMAC', this.#key, new TextEncoder().encode(text)));
  }

  #hash(before: string, body: Omit<Receipt, 'hash'>): Promise<string> {
    const { id, at, act, scope, memories, conversations, state } = body;
    return this.sign(JSON.stringify([before, id, at, act, scope, memories, conversations, state]));
  }
}
