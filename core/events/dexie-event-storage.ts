import type { Table } from 'dexie';
import type { EventDay, VaultEvent } from '../model/events-api.ts';
import type { EventChange, EventStorage } from './event-storage.ts';

type DayRow = EventDay & { readonly id: string };

/** Largest count IndexedDB takes. */
const MOST_ROWS = 0xffff_ffff;

const dayId = ({ day, kind }: Pick<EventDay, 'day' | 'kind'>): string => `${day}/${kind}`;

/**
 * The log in two Dexie tables: `events` with primary key `sequence`, `days` with primary key `id` (`day/kind`).
 */
export class DexieEventStorage implements EventStorage {
  readonly #events: Table<VaultEvent, number>;
  readonly #days: Table<DayRow, string>;

  constructor(events: Table<VaultEvent, number>, days: Table<DayRow, string>) {
    this.#events = events;
    this.#days = days;
  }

  async lastSequence(): Promise<number> {
    return (await this.#events.orderBy(':id').last())?.sequence ?? 0;
  }

  async append(events: readonly VaultEvent[]): Promise<void> {
    await this.#events.bulkAdd([...events]);
  }

  readAfter(sequence: number, limit: number): Promise<VaultEvent[]> {
    return this.#events.where(':id').above(sequence).limit(Math.min(limit, MOST_ROWS)).toArray();
  }

  readBefore(sequence: number, limit: number): Promise<VaultEvent[]> {
    return this.#events.where(':id').below(sequence).reverse().limit(Math.min(limit, MOST_ROWS)).toArray();
  }

  async days(): Promise<EventDay[]> {
    return (await this.#days.toArray()).map(({ day, kind, count }) => ({ day, kind, count }));
  }

  async apply({ put, remove, putDays, removeDays }: EventChange): Promise<void> {
    await this.#events.db.transaction('rw', this.#events, this.#days, async () => {
      await this.#events.bulkPut([...put]);
      await this.#events.bulkDelete([...remove]);
      await this.#days.bulkPut(putDays.map((day) => ({ ...day, id: dayId(day) })));
      await this.#days.bulkDelete(removeDays.map(dayId));
    });
  }
}
