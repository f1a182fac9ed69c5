import type { EventDay, VaultEvent } from '../model/events-api.ts';

/** What one pass of retention changes; applied as a whole or not at all. */
export type EventChange = {
  /** Rows that replace those of the same sequence number. */
  readonly put: readonly VaultEvent[];
  readonly remove: readonly number[];
  /** Counts that replace those of the same day and kind. */
  readonly putDays: readonly EventDay[];
  readonly removeDays: readonly EventDay[];
};

/** Where the log is kept. Rows are in the order of their sequence numbers. */
export type EventStorage = {
  /** Highest sequence number kept; 0 when empty. */
  lastSequence(): Promise<number>;
  append(events: readonly VaultEvent[]): Promise<void>;
  /** Events after a sequence number, oldest first, at most `limit`. */
  readAfter(sequence: number, limit: number): Promise<VaultEvent[]>;
  /** Events before a sequence number, newest first, at most `limit`. */
  readBefore(sequence: number, limit: number): Promise<VaultEvent[]>;
  days(): Promise<EventDay[]>;
  apply(change: EventChange): Promise<void>;
};
