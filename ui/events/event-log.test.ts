import { describe, expect, it } from 'vitest';
import type { EventFilter, EventsApi, VaultEvent } from '../../core/model/events-api.ts';
import { EventLog } from './event-log.ts';

const event = (sequence: number, kind: VaultEvent['kind'] = 'memory-created'): VaultEvent => ({
  sequence,
  at: sequence * 1_000,
  kind,
});

const logOf = (past: readonly VaultEvent[]) => {
  const followers = new Set<(event: VaultEvent) => void>();
  const vault: EventsApi = {
    events: async ({ kinds }: EventFilter, limit, afterSequence) => {
      const found = past.filter(
        ({ kind, sequence }) => (kinds?.includes(kind) ?? true) && sequence > (afterSequence ?? -1),
      );
      return afterSequence === undefined ? found.slice(-limit) : found.slice(0, limit);
    },
    eventDays: async () => [],
    subscribeEvents: async (_, __, callback) => {
      followers.add(callback);
      return () => followers.delete(callback);
    },
  };
  const say = (next: VaultEvent) => {
    for (const follower of followers) follower(next);
  };
  return { log: new EventLog(vault), say, followers };
};

const numbers = (log: EventLog) => log.shown.value.map(({ sequence }) => sequence);

describe('EventLog', () => {
  it('shows what happened newest first and grows live', async () => {
    const { log, say } = logOf([event(1), event(2)]);
    await log.follow({});
    say(event(3));
    expect(numbers(log)).toEqual([3, 2, 1]);
  });

  it('holds events back while paused and counts them', async () => {
    const { log, say } = logOf([event(1)]);
    await log.follow({});
    log.setPaused(true);
    say(event(2));
    say(event(3));
    expect(numbers(log)).toEqual([1]);
    expect(log.waitingCount.value).toBe(2);
    log.setPaused(false);
    expect(numbers(log)).toEqual([3, 2, 1]);
  });

  it('replays from a sequence number', async () => {
    const { log } = logOf([event(1), event(2), event(3)]);
    await log.follow({}, 1);
    expect(numbers(log)).toEqual([3, 2]);
  });

  it('takes no event twice when replay and live overlap', async () => {
    const { log, say } = logOf([event(1), event(2)]);
    await log.follow({});
    say(event(2));
    expect(numbers(log)).toEqual([2, 1]);
  });

  it('stops following the old filter when another is chosen', async () => {
    const { log, followers } = logOf([event(1), event(2, 'erase')]);
    await log.follow({});
    await log.follow({ kinds: ['erase'] });
    expect(numbers(log)).toEqual([2]);
    expect(followers.size).toBe(1);
  });
});
