import { DexieEventStorage, EventLog, type EventStorage, type NewEvent } from '../events/index.ts';
import type { EventKind, EventsApi } from '../model/events-api.ts';
import { agentKeyOf, type Memory, type Seq } from '../model/memory.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { Carried, VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';

/** The log's tables in whichever place the vault is now. */
const storageIn = (store: () => MemoryStore): EventStorage => {
  const tables = () => new DexieEventStorage(store().database.events, store().database.eventDays);
  return {
    lastSequence: () => tables().lastSequence(),
    append: (events) => tables().append(events),
    readAfter: (sequence, limit) => tables().readAfter(sequence, limit),
    readBefore: (sequence, limit) => tables().readBefore(sequence, limit),
    days: () => tables().days(),
    apply: (change) => tables().apply(change),
  };
};

/** The vault's event log: what happened, to whom it was told, and what of it stays after an erase. */
export class EventService implements Carried {
  readonly #context: () => VaultContext;
  #log: EventLog | undefined;

  constructor(context: () => VaultContext) {
    this.#context = context;
  }

  async open(): Promise<void> {
    const { now, health } = this.#context();
    this.#log = await EventLog.open(
      storageIn(() => this.#context().store),
      now,
      (error) => void health.add(trouble('event-not-told', 'A page could not be told of an event', error)),
    );
  }

  get log(): EventLog {
    if (!this.#log) throw new Error('events: the log was used before it was opened');
    return this.#log;
  }

  /** Notes what happened. A failure to note it is told in the health log and stops nothing. */
  async record(...events: readonly NewEvent[]): Promise<void> {
    try {
      await this.log.recordAll(events);
    } catch (error) {
      await this.#context().health.add(trouble('event-not-noted', 'An event could not be noted', error));
    }
  }

  /** Notes a capture: what was created, what changed, what went to quarantine, which agents are new. */
  async recordCapture(
    memories: readonly Memory[],
    isNew: (seq: Seq) => boolean,
    quarantined: readonly Seq[],
    newAgents: readonly string[],
  ): Promise<void> {
    const [first] = memories;
    if (!first) return;
    const { profile, conversationKey } = first;
    const about = (kind: EventKind, own: readonly Memory[]): NewEvent[] =>
      [...Map.groupBy(own, agentKeyOf)].map(([agentKey, group]) => ({
        kind,
        profile,
        agentKey,
        conversationKey,
        seqs: group.map(({ seq }) => seq),
        count: group.length,
      }));
    await this.record(
      ...newAgents.map((agentKey): NewEvent => ({ kind: 'agent-seen', profile, agentKey })),
      ...about(
        'memory-created',
        memories.filter(({ seq }) => isNew(seq)),
      ),
      ...about(
        'memory-updated',
        memories.filter(({ seq }) => !isNew(seq)),
      ),
      ...about(
        'quarantined',
        memories.filter(({ seq }) => quarantined.includes(seq)),
      ),
    );
  }

  events: EventsApi['events'] = (filter, limit, after) => this.log.events(filter, limit, after);
  eventDays: EventsApi['eventDays'] = () => this.log.eventDays();
  subscribe: EventsApi['subscribeEvents'] = (filter, after, callback) =>
    this.log.subscribe(filter, after, callback);
  seqsOf(kinds: readonly EventKind[], since: number): Promise<Set<Seq>> {
    return this.log.seqsOf(kinds, since);
  }

  async saveInto(target: MemoryStore, erased: ReadonlySet<Seq>): Promise<void> {
    const { store } = this.#context();
    const conversationKeys = new Set(
      [...store.catalog.conversationByKey.keys()].filter((key) => !target.catalog.conversationByKey.has(key)),
    );
    await target.database.events.bulkPut(await store.database.events.toArray());
    await target.database.eventDays.bulkPut(await store.database.eventDays.toArray());
    const copy = await EventLog.open(storageIn(() => target));
    await copy.forget({ seqs: erased, conversationKeys });
  }
}

const trouble = (code: string, what: string, error: unknown) => ({
  area: 'events',
  severity: 'warning' as const,
  code,
  values: { error: nameOf(error) },
  message: `${what} (${nameOf(error)}).`,
  action: 'The memories themselves are not affected.',
});
