import type { EventDay, VaultEvent } from '../model/events-api.ts';
import type { EventChange, EventStorage } from './event-storage.ts';

const dayId = ({ day, kind }: Pick<EventDay, 'day' | 'kind'>): string => `${day}/${kind}`;

/** A log that lives as long as the process: for tests, and for a vault that keeps nothing. */
export class MemoryEventStorage implements EventStorage {
  readonly #eventBySequence = new Map<number, VaultEvent>();
  readonly #dayById = new Map<string, EventDay>();

  #sorted(): VaultEvent[] {
    return [...this.#eventBySequence.values()].sort((a, b) => a.sequence - b.sequence);
  }

  async lastSequence(): Promise<number> {
    return this.#sorted().at(-1)?.sequence ?? 0;
  }

  async append(events: readonly VaultEvent[]): Promise<void> {
    for (const event of events) this.#eventBySequence.set(event.sequence, event);
  }

  async readAfter(sequence: number, limit: number): Promise<VaultEvent[]> {
    return this.#sorted()
      .filter((event) => event.sequence > sequence)
      .slice(0, limit);
  }

  async readBefore(sequence: number, limit: number): Promise<VaultEvent[]> {
    return this.#sorted()
      .filter((event) => event.sequence < sequence)
      .reverse()
      .slice(0, limit);
  }

  async days(): Promise<EventDay[]> {
    return [...this.#dayById.values()];
  }

  async apply({ put, remove, putDays, removeDays }: EventChange): Promise<void> {
    for (const event of put) this.#eventBySequence.set(event.sequence, event);
    for (const sequence of remove) this.#eventBySequence.delete(sequence);
    for (const day of putDays) this.#dayById.set(dayId(day), day);
    for (const day of removeDays) this.#dayById.delete(dayId(day));
  }
}
