import type { Seq } from './memory.ts';

export const EVENT_KINDS = [
  'memory-created',
  'memory-updated',
  'memory-deleted',
  'memory-recalled',
  'memory-inserted',
  'trust-changed',
  'quarantined',
  'released',
  'graph-updated',
  'pattern-learned',
  'agent-seen',
  'capture-gap',
  'import',
  'export',
  'erase',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One entry of the append-only log. Ids and counts only, never content. */
export type VaultEvent = {
  /** Strictly increasing, never reused. */
  readonly sequence: number;
  readonly at: number;
  readonly kind: EventKind;
  readonly profile?: string;
  /** `agentId@origin` of who caused it, where an agent did. */
  readonly agentKey?: string;
  readonly conversationKey?: string;
  readonly seqs?: readonly Seq[];
  readonly count?: number;
};

export type EventFilter = {
  readonly kinds?: readonly EventKind[];
  readonly agentKey?: string;
  readonly conversationKey?: string;
  readonly from?: number;
  readonly to?: number;
};

/** Counts of one day and kind, kept when the day's single events are gone. */
export type EventDay = { readonly day: string; readonly kind: EventKind; readonly count: number };

export type EventsApi = {
  /** Newest last; at most `limit`, those after `afterSequence` when given, else the newest. */
  events(filter: EventFilter, limit: number, afterSequence?: number): Promise<readonly VaultEvent[]>;
  eventDays(): Promise<readonly EventDay[]>;
  /** Replays what came after `afterSequence`, then goes on live until the returned function is called. */
  subscribeEvents(
    filter: EventFilter,
    afterSequence: number,
    callback: (event: VaultEvent) => void,
  ): Promise<() => void>;
};
