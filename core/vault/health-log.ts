import type { HealthEntry } from '../model/vault-api.ts';
import type { MemoryDatabase } from '../store/schema.ts';

const KEPT_ENTRIES = 500;
/** The same message from the same area is written once in this time, not once per event. */
const REPEAT_MS = 60_000;

/** What failed, when, and what was done: shown on the health page. Never contains captured content. */
export class HealthLog {
  readonly #lastByText = new Map<string, number>();
  readonly #database: () => MemoryDatabase | undefined;
  readonly #onEntry: (entry: HealthEntry) => void;
  readonly #waiting: Omit<HealthEntry, 'id'>[] = [];

  /** `database` may answer undefined while the store is closed (opening, switching): entries then wait in the heap. */
  constructor(database: () => MemoryDatabase | undefined, onEntry: (entry: HealthEntry) => void) {
    this.#database = database;
    this.#onEntry = onEntry;
  }

  async add(entry: Omit<HealthEntry, 'id' | 'at'>, now: number = Date.now()): Promise<void> {
    const text = `${entry.area}\n${entry.message}`;
    if (now - (this.#lastByText.get(text) ?? 0) < REPEAT_MS) return;
    this.#lastByText.set(text, now);
    this.#waiting.push({ ...entry, at: now });
    await this.flush();
  }

  /** Writes entries that waited for the store. */
  async flush(): Promise<void> {
    const database = this.#database();
    if (!database) return;
    for (const entry of this.#waiting.splice(0)) {
      const id = await database.health.add(entry as HealthEntry);
      this.#onEntry({ ...entry, id });
    }
    const excess = (await database.health.count()) - KEPT_ENTRIES;
    if (excess > 0) {
      const oldest = await database.health.orderBy('id').limit(excess).primaryKeys();
      await database.health.bulkDelete(oldest);
    }
  }

  async list(): Promise<HealthEntry[]> {
    const stored = (await this.#database()?.health.toArray()) ?? [];
    return stored.toReversed();
  }

  /** Empties the log; answers with what was in it. */
  async clear(): Promise<HealthEntry[]> {
    const entries = await this.list();
    this.#lastByText.clear();
    await this.#database()?.health.clear();
    return entries;
  }

  /** Puts cleared entries back in their places. */
  async putBack(entries: readonly HealthEntry[]): Promise<void> {
    await this.#database()?.health.bulkPut([...entries]);
  }
}
