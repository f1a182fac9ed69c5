import { RecollectError } from '../model/result.ts';
import { generations, markLive, placeName } from '../store/generations.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { migrateInto } from '../store/migrate-store.ts';
import type { Place, Places } from '../store/places.ts';
import { type Opening, type OpenReport, openStore, restoreElsewhere } from '../store/recovery.ts';
import { schemaAt, storedSchemaVersion, versionOf } from '../store/schema.ts';
import type { HealthLog } from './health-log.ts';
import { nameOf } from './health-messages.ts';

type Opened = { readonly store: MemoryStore; readonly report: OpenReport };

const freshPlace = async (places: Places): Promise<Place> =>
  places.open(placeName(((await generations(places))[0] ?? 0) + 1));

/**
 * Opens the store of `place`, repaired where it was damaged, in the newest version of `opening.schema`. When the browser
 * cannot open its database files at all, everything is restored from the journal into a fresh place; memories of an
 * older version are migrated into one. The fresh place becomes the live one; the caller deletes the other.
 */
export const openNewest = async (places: Places, place: Place, opening: Opening): Promise<Opened> => {
  let older = false;
  let opened: Opened;
  try {
    const stored = await storedSchemaVersion(place);
    older = stored > 0 && stored < versionOf(opening.schema);
    const schema = older ? schemaAt(opening.schema, stored) : opening.schema;
    opened = await openStore(place, { ...opening, schema });
  } catch (error) {
    // A newer schema is no damage: it is left untouched.
    if (error instanceof RecollectError) throw error;
    const fresh = await freshPlace(places);
    const restored = await restoreElsewhere(place, fresh, opening);
    await markLive(fresh);
    return restored;
  }
  return older ? migrate(places, opened, opening) : opened;
};

/** One atomic marker switches from the old version to the new: a crash leaves one of the two, whole. */
const migrate = async (places: Places, { store, report }: Opened, opening: Opening): Promise<Opened> => {
  const migratedFrom = versionOf(store.schema);
  const fresh = await freshPlace(places);
  try {
    const migrated = await migrateInto(fresh, store, opening);
    await markLive(fresh);
    return { store: migrated, report: { ...report, migratedFrom } };
  } catch (error) {
    await fresh.delete();
    if (error instanceof RecollectError) throw error;
    throw new RecollectError(
      'store/migration-failed',
      `The memories could not be brought into the form of this version (${nameOf(error)}). Nothing was changed: make room on the disk, restart the browser, or update Recollect.`,
      { from: migratedFrom, to: versionOf(opening.schema), error: nameOf(error) },
      { cause: error },
    );
  } finally {
    await store.close();
  }
};

/** Tells the person what was damaged and what was done. */
export const tellRecovery = async (
  report: OpenReport,
  receiptsDamaged: boolean,
  health: HealthLog,
): Promise<void> => {
  await health.flush();
  if (receiptsDamaged) {
    await health.add({
      area: 'store/audit',
      severity: 'warning',
      code: 'receipts-damaged',
      message: 'The receipts of earlier erases and exports were damaged.',
      action: 'They start anew. Memories are not affected.',
    });
  }
  const { migratedFrom, memories, outcome, restored, lost } = report;
  if (migratedFrom !== undefined) {
    await health.add({
      area: 'store/migration',
      severity: 'info',
      code: 'migrated',
      values: { memories },
      message: `${memories} memories were brought into the form of this version.`,
      action: 'They were copied and compared before the older form was removed. Nothing is missing.',
    });
  }
  if (outcome === 'rejournaled') {
    await health.add({
      area: 'store/recovery',
      severity: 'warning',
      code: 'rejournaled',
      message: 'The safety copy of the memories was damaged.',
      action: 'It was written again from the memories, which are whole.',
    });
  }
  if (outcome === 'restored') {
    const message = `Stored files were damaged: ${restored} memories had to be restored.`;
    const whole = {
      severity: 'warning',
      code: 'restored',
      values: { restored },
      message,
      action: 'They were restored from the safety copy. Nothing is missing by their own count.',
    } as const;
    const partly = {
      severity: 'error',
      code: 'restored-in-part',
      values: { restored, lost },
      message,
      action: `They were restored from the safety copy. ${lost} could not be restored.`,
    } as const;
    await health.add({ area: 'store/recovery', ...(lost > 0 ? partly : whole) });
  }
};
