import { fail, ok, type Result } from '../model/result.ts';
import type { UndoHandle } from '../model/vault-api.ts';

type Entry = { readonly until: number; readonly count: number; readonly undo: () => Promise<void> };

/** Seconds a bulk or destructive act can be taken back, when nothing else is said. */
export const UNDO_SECONDS = 10;

/** Edits that can still be undone. Lives in the heap, for seconds; a waiting erase is undone through its own row. */
export class UndoRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  offer(count: number, undo: () => Promise<void>, seconds: number = UNDO_SECONDS): UndoHandle {
    const now = this.#now();
    for (const [token, entry] of this.#entries) if (entry.until < now) this.#entries.delete(token);
    const token = crypto.randomUUID();
    const until = now + seconds * 1000;
    this.#entries.set(token, { until, count, undo });
    return { token, count, until };
  }

  /** Undoes once; answers how many items came back. */
  async undo(token: string): Promise<Result<number>> {
    const entry = this.#entries.get(token);
    this.#entries.delete(token);
    if (!entry || entry.until < this.#now()) {
      return fail(
        'undo/too-late',
        'The time to undo this has passed. Deleted memories are in the trash for 30 days.',
      );
    }
    await entry.undo();
    return ok(entry.count);
  }
}
