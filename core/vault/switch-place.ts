import { Tombstones } from '../privacy/tombstones.ts';
import { generations, markLive, placeName } from '../store/generations.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { Place, Places } from '../store/places.ts';
import { SettingsStore } from '../store/settings-store.ts';
import type { VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';
import { keepAll } from './kept-things.ts';

/** Deletes the old place, and what a copy that failed may have left: both hold words that are to be gone. */
const deleteOthers = async (places: Places, keep: string): Promise<void> => {
  for (const name of (await generations(places)).map(placeName))
    if (name !== keep) await (await places.open(name)).delete();
};

/**
 * Moves the vault to a fresh place: `build` fills it, one atomic marker makes it the live one, the old place is
 * deleted. A crash before the marker leaves the old vault, after it the new one; what is left over is removed on
 * the next opening. When `build` fails the fresh place is deleted and the vault stays where it was.
 * Runs inside the mutation queue.
 */
export const switchPlace = async (
  context: VaultContext,
  build: (place: Place) => Promise<MemoryStore>,
): Promise<void> => {
  const newest = (await generations(context.places))[0] ?? 0;
  let place: Place;
  let store: MemoryStore;
  try {
    place = await context.places.open(placeName(newest + 1));
    store = await build(place);
  } catch (error) {
    await deleteOthers(context.places, context.store.place.name);
    throw error;
  }
  await store.journal?.flush();
  const [settings, tombstones] = [await SettingsStore.open(place), await Tombstones.open(store)];
  await keepAll(store, settings.current);
  await markLive(place);
  const old = { store: context.store, settings: context.settings };
  context.store = store;
  context.settings = settings;
  context.tombstones = tombstones;
  await old.settings.close();
  await old.store.close();
  try {
    await deleteOthers(context.places, store.place.name);
  } catch (error) {
    await context.health.add({
      area: 'store',
      severity: 'warning',
      code: 'old-files',
      values: { error: nameOf(error) },
      message: `Old files could not be removed yet (${nameOf(error)}).`,
      action: 'They are no longer used and are removed when Recollect opens next.',
    });
  }
};
