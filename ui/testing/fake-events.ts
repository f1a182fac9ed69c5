import {
  EVENT_KINDS,
  type EventFilter,
  type EventKind,
  type EventsApi,
  type VaultEvent,
} from '../../core/model/events-api.ts';
import { localDay } from '../local-input.ts';

const AGENTS = ['claude/opus-4@https://claude.ai', 'chatgpt/o4-mini@https://chatgpt.com'] as const;
const COMMON: readonly EventKind[] = [
  'memory-created',
  'memory-created',
  'memory-updated',
  'memory-recalled',
];
const BY_AGENT = new Set<EventKind>([
  'memory-created',
  'memory-updated',
  'trust-changed',
  'quarantined',
  'agent-seen',
]);
const COUNT = 220;
const EVERY_MS = 11 * 60_000;
const LIVE_MS = 3_000;

const eventAt = (sequence: number, at: number): VaultEvent => {
  const kind =
    sequence % 5 === 0
      ? (EVENT_KINDS[(sequence / 5) % EVENT_KINDS.length] ?? 'erase')
      : (COMMON[sequence % 4] ?? 'erase');
  const agentKey = AGENTS[sequence % 2];
  return {
    sequence,
    at,
    kind,
    ...(BY_AGENT.has(kind) && agentKey ? { agentKey } : {}),
    ...(kind.startsWith('memory') ? { seqs: [sequence] } : { count: 1 + (sequence % 4) }),
  };
};

const accepts = ({ kinds, agentKey }: EventFilter, event: VaultEvent): boolean =>
  (!kinds || kinds.includes(event.kind)) && (agentKey === undefined || event.agentKey === agentKey);

/** An invented event log that grows every few seconds, for the development page. `none` starts without any. */
export const fakeEvents = (now: number, none: boolean): EventsApi => {
  const log = none
    ? []
    : Array.from({ length: COUNT }, (_, i) => eventAt(i + 1, now - (COUNT - i) * EVERY_MS));
  return {
    events: async (filter, limit, afterSequence) => {
      const found = log.filter((event) => accepts(filter, event));
      if (afterSequence === undefined) return found.slice(-limit);
      return found.filter(({ sequence }) => sequence > afterSequence).slice(0, limit);
    },
    eventDays: async () => log.map(({ at, kind }) => ({ day: localDay(at), kind, count: 1 })),
    subscribeEvents: async (filter, afterSequence, callback) => {
      for (const event of log) if (event.sequence > afterSequence && accepts(filter, event)) callback(event);
      const timer = setInterval(() => {
        if (none) return;
        const event = eventAt(log.length + 1, Date.now());
        log.push(event);
        if (accepts(filter, event)) callback(event);
      }, LIVE_MS);
      return () => clearInterval(timer);
    },
  };
};
