import type { EventDay, VaultEvent } from '../model/events-api.ts';
import type { EventChange } from './event-storage.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ages in milliseconds. Hot: every event. Warm: one per hour, kind, agent and conversation. Cold: counts per day. */
export const HOT = 48 * HOUR;
export const WARM = 14 * DAY;
export const COLD = 30 * DAY;

/** Day of a moment in UTC, `2026-01-31`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** How many things an event stands for. */
export const countOf = (event: Pick<VaultEvent, 'count'>): number => event.count ?? 1;

const mergeKey = ({ at, kind, profile, agentKey, conversationKey }: VaultEvent): string =>
  JSON.stringify([Math.floor(at / HOUR), kind, profile, agentKey, conversationKey]);

/** Later event that stands for both; its sequence number is the later one's, so that a replay never goes back. */
const merge = (earlier: VaultEvent, later: VaultEvent): VaultEvent => {
  const seqs = [...new Set([...(earlier.seqs ?? []), ...(later.seqs ?? [])])];
  return { ...later, ...(seqs.length > 0 ? { seqs } : {}), count: countOf(earlier) + countOf(later) };
};

/** Adds events to counts per day and kind. */
export const addToDays = (days: readonly EventDay[], events: readonly VaultEvent[]): EventDay[] => {
  const byId = new Map(days.map((day) => [`${day.day}/${day.kind}`, day]));
  for (const event of events) {
    const day = dayOf(event.at);
    const id = `${day}/${event.kind}`;
    byId.set(id, { day, kind: event.kind, count: (byId.get(id)?.count ?? 0) + countOf(event) });
  }
  return [...byId.values()];
};

/**
 * What has to change so that `events` (all of them, in order) and `days` are as their ages ask at `now`. Counting an
 * event and removing it are one change, so that nothing is counted twice or lost. The newest event keeps its row,
 * without ids once it is old: sequence numbers go on from it.
 */
export const retain = (
  events: readonly VaultEvent[],
  days: readonly EventDay[],
  now: number,
): EventChange => {
  const newest = events.at(-1)?.sequence;
  const put: VaultEvent[] = [];
  const remove: number[] = [];
  const leaving: VaultEvent[] = [];
  const lastByKey = new Map<string, VaultEvent>();
  const merged = new Set<VaultEvent>();
  for (const event of events) {
    const age = now - event.at;
    if (age > WARM) {
      if (event.sequence === newest) {
        if (countOf(event) === 0) continue;
        put.push({ sequence: event.sequence, at: event.at, kind: event.kind, count: 0 });
      } else remove.push(event.sequence);
      leaving.push(event);
    } else if (age > HOT && event.sequence !== newest) {
      const key = mergeKey(event);
      const earlier = lastByKey.get(key);
      const kept = earlier ? merge(earlier, event) : event;
      if (earlier) {
        remove.push(earlier.sequence);
        merged.delete(earlier);
        merged.add(kept);
      }
      lastByKey.set(key, kept);
    }
  }
  put.push(...merged);
  const counted = addToDays(days, leaving);
  const oldest = dayOf(now - COLD);
  const before = new Map(days.map((day) => [`${day.day}/${day.kind}`, day.count]));
  return {
    put,
    remove,
    putDays: counted.filter((day) => day.day >= oldest && before.get(`${day.day}/${day.kind}`) !== day.count),
    removeDays: days.filter((day) => day.day < oldest),
  };
};
