import type { OnProgress } from '../model/progress.ts';
import { RecollectError } from '../model/result.ts';
import { generations, markLive, placeName } from '../store/generations.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { Place, Places } from '../store/places.ts';
import { type OpenReport, openStore, restoreElsewhere } from '../store/recovery.ts';
import type { HealthLog } from './health-log.ts';

/**
 * Opens the store of `place`. When the browser cannot open its database files at all, everything is restored from the
 * journal into a fresh place, which becomes the live one; the caller deletes the damaged one.
 */
export const openOrRestore = async (
  places: Places,
  place: Place,
  onProgress: OnProgress,
  onJournalError: (error: unknown) => void,
): Promise<{ store: MemoryStore; report: OpenReport }> => {
  try {
    return await openStore(place, onProgress, onJournalError);
  } catch (error) {
    // A newer schema is no damage: it is left untouched.
    if (error instanceof RecollectError) throw error;
    const newest = (await generations(places))[0] ?? 0;
    const fresh = await places.open(placeName(newest + 1));
    const restored = await restoreElsewhere(place, fresh, onProgress, onJournalError);
    await markLive(fresh);
    return restored;
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
      message: 'The receipts of earlier erases and exports were damaged.',
      action: 'They start anew. Memories are not affected.',
    });
  }
  if (report.outcome === 'whole') return;
  const lost =
    report.lost > 0 ? ` ${report.lost} could not be restored.` : ' Nothing is missing by their own count.';
  await health.add({
    area: 'store/recovery',
    severity: report.lost > 0 ? 'error' : 'warning',
    message:
      report.outcome === 'restored'
        ? `Stored files were damaged: ${report.restored} memories had to be restored.`
        : 'The safety copy of the memories was damaged.',
    action:
      report.outcome === 'restored'
        ? `They were restored from the safety copy.${lost}`
        : 'It was written again from the memories, which are whole.',
  });
};
