import type { Settings } from '../model/settings.ts';
import { KEY_FACT } from '../privacy/tombstones.ts';
import { readKept, writeKept } from '../store/kept-file.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { Place } from '../store/places.ts';
import type { PendingEraseRow, TombstoneRow } from '../store/schema.ts';
import { SettingsStore } from '../store/settings-store.ts';

/**
 * The journal brings memories back when a database is lost. What the person decided comes back from here: settings
 * (paused and excluded sites above all), waiting erases, and the hashes of what was erased. No words of memories.
 */
type Tombs = { readonly key: readonly number[]; readonly rows: readonly TombstoneRow[] };

const SETTINGS = 'settings';
const ERASES = 'erases';
const TOMBSTONES = 'tombstones';

export const keepSettings = (place: Place, settings: Settings): Promise<void> =>
  writeKept(place, SETTINGS, settings);

export const keepErases = async ({ place, database }: MemoryStore): Promise<void> =>
  writeKept(place, ERASES, await database.pendingErases.toArray());

/** Writes everything that is kept beside the database of `store`, in every new place. */
export const keepAll = async (store: MemoryStore, settings: Settings): Promise<void> => {
  const key = await store.fact<Uint8Array>(KEY_FACT);
  const tombs: Tombs = { key: [...(key ?? [])], rows: await store.database.tombstones.toArray() };
  await writeKept(store.place, TOMBSTONES, tombs);
  await keepErases(store);
  await keepSettings(store.place, settings);
};

/** Writes it where it is not there yet, or after a repair. */
export const keepOnce = async (store: MemoryStore, settings: Settings, anew: boolean): Promise<void> => {
  if (anew || (await readKept(store.place, SETTINGS)) === undefined) await keepAll(store, settings);
};

/**
 * Puts back into `store` what its database lost and the files of `from` (its own place, or the damaged one it was
 * restored from) still have. Waiting erases only after a loss: else their absence is the newer truth.
 */
export const bringBack = async (from: Place, store: MemoryStore, databaseLost: boolean): Promise<void> => {
  const settings = (await readKept(from, SETTINGS)) as Settings | undefined;
  if (settings && !(await SettingsStore.has(store.place))) {
    const fresh = await SettingsStore.open(store.place);
    await fresh.change(settings);
    await fresh.close();
  }
  const tombs = (await readKept(from, TOMBSTONES)) as Tombs | undefined;
  if (tombs && tombs.key.length > 0 && !(await store.fact(KEY_FACT))) {
    await store.setFact(KEY_FACT, Uint8Array.from(tombs.key));
    await store.database.tombstones.bulkPut([...tombs.rows]);
  }
  if (databaseLost) {
    const erases = (await readKept(from, ERASES)) as readonly PendingEraseRow[] | undefined;
    await store.database.pendingErases.bulkPut([...(erases ?? [])]);
  }
};
