import type { EventDay, EventFilter, EventKind, VaultEvent } from '../model/events-api.ts';
import type { Seq } from '../model/memory.ts';
import type { EventStorage } from './event-storage.ts';
import { matches } from './matches.ts';
import { addToDays, retain } from './retention.ts';

/** Rows read at a time. */
const CHUNK = 500;

/** What the caller says of an event; number and time are the log's. Ids and counts only: there is no field for words. */
export type NewEvent = Omit<VaultEvent, 'sequence' | 'at'>;

type Subscriber = {
  readonly filter: EventFilter;
  readonly callback: (event: VaultEvent) => void;
  /** Last sequence number delivered. */
  delivered: number;
  /** Live events wait here while the replay runs; undefined once it is done. */
  waiting: VaultEvent[] | undefined;
  closed: boolean;
};

/**
 * Append-only log of what happened in a vault. Writes are queued, so that sequence numbers are in the order of calls;
 * a number is never given twice.
 */
export class EventLog {
  /** Not named like a helper of the bundler's, which it would bring in unasked (3 kB). */
  readonly #tables: EventStorage;
  readonly #now: () => number;
  readonly #onError: (error: unknown) => void;
  readonly #subscribers = new Set<Subscriber>();
  #last: number;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(
    tables: EventStorage,
    last: number,
    now: () => number,
    onError: (error: unknown) => void,
  ) {
    this.#tables = tables;
    this.#last = last;
    this.#now = now;
    this.#onError = onError;
  }

  /**
   * @param now milliseconds since the epoch.
   * @param onError told when a subscriber's callback throws; the subscriber is dropped, the others go on.
   */
  static async open(
    tables: EventStorage,
    now: () => number = Date.now,
    onError: (error: unknown) => void = (error) => {
      throw error;
    },
  ): Promise<EventLog> {
    return new EventLog(tables, await tables.lastSequence(), now, onError);
  }

  /** Sequence number of the newest event; 0 before the first. */
  get last(): number {
    return this.#last;
  }

  #run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    // The caller hears of a failure; the next write does not wait for it.
    this.#queue = Promise.allSettled([result]);
    return result;
  }

  /** Appends one event and delivers it. Rejects when it could not be stored; its number is then free again. */
  async record(event: NewEvent): Promise<VaultEvent> {
    const [stored] = await this.recordAll([event]);
    return stored!;
  }

  /** Appends events in order, in one write. */
  recordAll(events: readonly NewEvent[]): Promise<VaultEvent[]> {
    return this.#run(async () => {
      const at = this.#now();
      const stored = events.map((event, index) => ({ ...event, sequence: this.#last + 1 + index, at }));
      if (stored.length === 0) return stored;
      await this.#tables.append(stored);
      this.#last += stored.length;
      for (const event of stored) for (const subscriber of this.#subscribers) this.#offer(subscriber, event);
      return stored;
    });
  }

  #offer(subscriber: Subscriber, event: VaultEvent): void {
    if (subscriber.closed || event.sequence <= subscriber.delivered) return;
    if (subscriber.waiting) {
      subscriber.waiting.push(event);
      return;
    }
    subscriber.delivered = event.sequence;
    if (!matches(event, subscriber.filter)) return;
    try {
      subscriber.callback(event);
    } catch (error) {
      subscriber.closed = true;
      this.#subscribers.delete(subscriber);
      this.#onError(error);
    }
  }

  /**
   * Matching events, oldest first: those after `afterSequence` when given, else the newest; at most `limit`.
   */
  async events(filter: EventFilter, limit: number, afterSequence?: number): Promise<VaultEvent[]> {
    const found: VaultEvent[] = [];
    const forward = afterSequence !== undefined;
    let at = afterSequence ?? Number.MAX_SAFE_INTEGER;
    while (found.length < limit) {
      const rows = forward
        ? await this.#tables.readAfter(at, CHUNK)
        : await this.#tables.readBefore(at, CHUNK);
      for (const row of rows) if (found.length < limit && matches(row, filter)) found.push(row);
      const lastRow = rows.at(-1);
      if (!lastRow || rows.length < CHUNK) break;
      at = lastRow.sequence;
    }
    return forward ? found : found.reverse();
  }

  /** Counts per day (UTC) and kind of everything still known, the days of single events included; oldest first. */
  async eventDays(): Promise<EventDay[]> {
    const days = addToDays(await this.#tables.days(), await this.events({}, Number.POSITIVE_INFINITY, 0));
    return days.sort((a, b) => (a.day === b.day ? a.kind.localeCompare(b.kind) : a.day < b.day ? -1 : 1));
  }

  /** Memories that events of these kinds since then are about. */
  async seqsOf(kinds: readonly EventKind[], since: number): Promise<Set<Seq>> {
    const found = await this.events({ kinds, from: since }, Number.POSITIVE_INFINITY, 0);
    return new Set(found.flatMap(({ seqs }) => seqs ?? []));
  }

  /**
   * Calls back with every matching event after `fromSequence`: first those that were, then those that come, in
   * order, none twice and none left out. Resolves when the replay is done; the returned function ends it.
   */
  async subscribe(
    filter: EventFilter,
    fromSequence: number,
    callback: (event: VaultEvent) => void,
  ): Promise<() => void> {
    const subscriber: Subscriber = { filter, callback, delivered: fromSequence, waiting: [], closed: false };
    this.#subscribers.add(subscriber);
    const close = (): void => {
      subscriber.closed = true;
      this.#subscribers.delete(subscriber);
    };
    try {
      const upTo = this.#last;
      for (let at = fromSequence; at < upTo && !subscriber.closed; ) {
        const rows = await this.#tables.readAfter(at, CHUNK);
        const live = subscriber.waiting ?? [];
        subscriber.waiting = undefined;
        for (const row of rows) this.#offer(subscriber, row);
        subscriber.waiting = live;
        const lastRow = rows.at(-1);
        if (!lastRow) break;
        at = lastRow.sequence;
      }
    } catch (error) {
      close();
      throw error;
    }
    const waiting = subscriber.waiting ?? [];
    subscriber.waiting = undefined;
    for (const event of waiting) this.#offer(subscriber, event);
    return close;
  }

  /** Moves events through their tiers: hot 48 h, warm 14 days, daily counts 30 days, gone. Run it daily. */
  retain(): Promise<{ readonly removed: number; readonly counted: number }> {
    return this.#run(async () => {
      const events = await this.#tables.readAfter(0, Number.MAX_SAFE_INTEGER);
      const change = retain(events, await this.#tables.days(), this.#now());
      await this.#tables.apply(change);
      return { removed: change.remove.length, counted: change.putDays.length };
    });
  }

  /** After an erase: ids of these memories and conversations leave every event; the counts stay. */
  forget(gone: {
    readonly seqs?: ReadonlySet<Seq>;
    readonly conversationKeys?: ReadonlySet<string>;
    readonly agentKeys?: ReadonlySet<string>;
  }): Promise<void> {
    return this.#run(async () => {
      const put: VaultEvent[] = [];
      for (const event of await this.#tables.readAfter(0, Number.MAX_SAFE_INTEGER)) {
        const { seqs, conversationKey, agentKey, ...rest } = event;
        const kept = seqs?.filter((seq) => !gone.seqs?.has(seq));
        const dropsSeqs = kept !== undefined && kept.length < (seqs?.length ?? 0);
        const dropsKey =
          conversationKey !== undefined && gone.conversationKeys?.has(conversationKey) === true;
        const dropsAgent = agentKey !== undefined && gone.agentKeys?.has(agentKey) === true;
        if (!dropsSeqs && !dropsKey && !dropsAgent) continue;
        put.push({
          ...rest,
          ...(kept === undefined || kept.length === 0 ? {} : { seqs: kept }),
          ...(conversationKey === undefined || dropsKey ? {} : { conversationKey }),
          ...(agentKey === undefined || dropsAgent ? {} : { agentKey }),
        });
      }
      await this.#tables.apply({ put, remove: [], putDays: [], removeDays: [] });
    });
  }
}
