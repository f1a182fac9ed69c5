import 'fake-indexeddb/auto';
import { Dexie, type Table } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EventDay, VaultEvent } from '../model/events-api.ts';
import { DexieEventStorage } from './dexie-event-storage.ts';
import { EventLog } from './event-log.ts';
import type { EventStorage } from './event-storage.ts';
import { MemoryEventStorage } from './memory-event-storage.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 10, 12);
let databases = 0;

const STORAGES: readonly (readonly [name: string, open: () => EventStorage])[] = [
  ['memory', () => new MemoryEventStorage()],
  [
    'dexie',
    () => {
      const database = new Dexie(`events-${databases++}`) as Dexie & {
        events: Table<VaultEvent, number>;
        days: Table<EventDay & { id: string }, string>;
      };
      database.version(1).stores({ events: 'sequence', days: 'id' });
      return new DexieEventStorage(database.events, database.days);
    },
  ],
];

describe.each(STORAGES)('event log over %s', (_, openStorage) => {
  let at = START;
  let storage: EventStorage;
  let log: EventLog;
  beforeEach(async () => {
    at = START;
    storage = openStorage();
    log = await EventLog.open(storage, () => at);
  });

  test('numbers go up by one and go on after the log is opened again', async () => {
    await log.recordAll([
      { kind: 'memory-created', seqs: [1] },
      { kind: 'memory-created', seqs: [2] },
    ]);
    expect((await log.record({ kind: 'export' })).sequence).toBe(3);
    const again = await EventLog.open(storage, () => at);
    expect((await again.record({ kind: 'import' })).sequence).toBe(4);
  });

  test('calls at the same time get different numbers, in the order of calls', async () => {
    const stored = await Promise.all(
      Array.from({ length: 50 }, (_, i) => log.record({ kind: 'memory-created', count: i + 1 })),
    );
    expect(stored.map(({ sequence, count }) => [sequence, count])).toEqual(
      Array.from({ length: 50 }, (_, i) => [i + 1, i + 1]),
    );
  });

  test('a filter joins its fields; the newest come when no start is given, in order', async () => {
    for (let i = 0; i < 1_200; i++)
      await log.record({ kind: i % 2 ? 'memory-created' : 'trust-changed', agentKey: `a${i % 3}` });
    const filter = { kinds: ['memory-created' as const], agentKey: 'a1' };
    const newest = await log.events(filter, 3);
    expect(newest.map(({ sequence }) => sequence)).toEqual([1_184, 1_190, 1_196]);
    expect(await log.events(filter, 2, 1_186)).toEqual(newest.slice(1));
  });

  test('a subscription replays what was and goes on live, nothing twice, nothing lost', async () => {
    for (let i = 0; i < 700; i++) await log.record({ kind: 'memory-created' });
    const seen: number[] = [];
    const opening = log.subscribe({ kinds: ['memory-created'] }, 100, ({ sequence }) => seen.push(sequence));
    const during = Promise.all(Array.from({ length: 40 }, () => log.record({ kind: 'memory-created' })));
    const close = await opening;
    await during;
    await log.record({ kind: 'export' });
    await log.record({ kind: 'memory-created' });
    expect(seen).toEqual([...Array.from({ length: 640 }, (_, i) => 101 + i), 742]);
    close();
    await log.record({ kind: 'memory-created' });
    expect(seen.at(-1)).toBe(742);
  });

  test('a subscriber that throws is dropped and told, the others go on', async () => {
    const told: unknown[] = [];
    log = await EventLog.open(
      storage,
      () => at,
      (error) => told.push(error),
    );
    const seen: number[] = [];
    await log.subscribe({}, 0, () => {
      throw new Error('page is gone');
    });
    await log.subscribe({}, 0, ({ sequence }) => seen.push(sequence));
    await log.record({ kind: 'export' });
    await log.record({ kind: 'export' });
    expect(seen).toEqual([1, 2]);
    expect(told).toHaveLength(1);
  });

  test('hot events stay single, warm ones are one per hour, cold ones a count per day, old ones nothing', async () => {
    for (let hour = 0; hour < 24 * 40; hour++) {
      at = START + hour * HOUR;
      await log.recordAll([
        { kind: 'memory-created', seqs: [hour * 2], agentKey: 'a' },
        { kind: 'memory-created', seqs: [hour * 2 + 1], agentKey: 'a' },
      ]);
    }
    const before = new Map((await log.eventDays()).map(({ day, count }) => [day, count]));
    await log.retain();
    const rows = await log.events({}, Number.POSITIVE_INFINITY, 0);
    const ages = rows.map((row) => (at - row.at) / HOUR);
    expect(Math.max(...ages)).toBeLessThanOrEqual(14 * 24);
    expect(rows.filter((row) => at - row.at <= 48 * HOUR)).toHaveLength(98);
    const warm = rows.filter((row) => at - row.at > 48 * HOUR);
    expect(warm.every(({ count, seqs }) => count === 2 && seqs?.length === 2)).toBe(true);
    const days = await log.eventDays();
    expect(days.length).toBeGreaterThanOrEqual(30);
    for (const { day, count } of days) expect(count, day).toBe(before.get(day));
    const counts = JSON.stringify(await log.eventDays());
    await log.retain();
    expect(JSON.stringify(await log.eventDays())).toBe(counts);
  });

  test('numbers are not given again when everything was pruned', async () => {
    await log.recordAll([{ kind: 'export' }, { kind: 'export', conversationKey: 'c', seqs: [9] }]);
    at += 400 * 24 * HOUR;
    await log.retain();
    expect(await log.events({}, 10, 0)).toEqual([]);
    expect(JSON.stringify(await storage.readAfter(0, 10))).not.toContain('"c"');
    expect(await log.eventDays()).toEqual([]);
    expect((await (await EventLog.open(storage, () => at)).record({ kind: 'export' })).sequence).toBe(3);
  });

  test('forgetting takes ids out of every event and keeps the counts', async () => {
    await log.record({
      kind: 'memory-created',
      seqs: [1, 2],
      conversationKey: 'gone',
      agentKey: 'a',
      count: 2,
    });
    await log.record({ kind: 'memory-recalled', seqs: [2, 3], count: 2 });
    await log.forget({ seqs: new Set([1, 2]), conversationKeys: new Set(['gone']) });
    expect(await log.events({}, 10, 0)).toEqual([
      { sequence: 1, at, kind: 'memory-created', agentKey: 'a', count: 2 },
      { sequence: 2, at, kind: 'memory-recalled', seqs: [3], count: 2 },
    ]);
    expect([...(await log.seqsOf(['memory-recalled'], 0))]).toEqual([3]);
  });
});
