import { get, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from '../model/settings.ts';
import type { Place } from './places.ts';

const TABLE = 'settings';
const KEY = 'settings';

/** idb-keyval opens the global `indexedDB`; in a bucket the database must be opened on the bucket's own. */
const storeIn = (place: Place): { use: UseStore; close: () => Promise<void> } => {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = place.indexedDB.open(`${place.databasePrefix}settings`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return {
    use: async (mode, use) =>
      use((await opened).transaction(TABLE, mode, { durability: 'strict' }).objectStore(TABLE)),
    close: async () => (await opened).close(),
  };
};

/** The person's settings, kept in the memory place and carried over when it is erased. */
export class SettingsStore {
  readonly #store: ReturnType<typeof storeIn>;
  #settings: Settings = DEFAULT_SETTINGS;

  private constructor(store: ReturnType<typeof storeIn>) {
    this.#store = store;
  }

  /** Opens the settings; unreadable ones are replaced by the defaults, field by field. */
  static async open(place: Place): Promise<SettingsStore> {
    const settings = new SettingsStore(storeIn(place));
    const stored: unknown = await get(KEY, settings.#store.use);
    const known = typeof stored === 'object' && stored !== null ? stored : {};
    const entries = Object.entries(known).filter(
      ([name, value]) =>
        name in SettingsSchema.entries &&
        v.is(SettingsSchema.entries[name as keyof typeof SettingsSchema.entries], value),
    );
    settings.#settings = { ...DEFAULT_SETTINGS, ...Object.fromEntries(entries) };
    return settings;
  }

  /** True when settings were ever changed in `place`. */
  static async has(place: Place): Promise<boolean> {
    const settings = new SettingsStore(storeIn(place));
    const stored: unknown = await get(KEY, settings.#store.use);
    await settings.close();
    return stored !== undefined;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Changes some settings; throws valibot's error when a value is not allowed. */
  async change(change: Partial<Settings>): Promise<Settings> {
    this.#settings = v.parse(SettingsSchema, { ...this.#settings, ...change });
    await set(KEY, this.#settings, this.#store.use);
    return this.#settings;
  }

  /** Closes the connection, so that the place can be deleted. */
  close(): Promise<void> {
    return this.#store.close();
  }
}
