import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapturedTurn, Observation } from '../../core/model/capture.ts';
import type { HostMessage } from '../host/protocol.ts';
import { Outbox } from './outbox.ts';
import { splitObservation } from './split-observation.ts';

const turn = (id: string, text = id): CapturedTurn => ({
  id,
  role: 'user',
  text,
  markdown: text,
  partial: false,
  source: 'dom',
});

const observation = (...turns: readonly CapturedTurn[]): Observation => ({
  conversation: {
    site: 'chatgpt',
    id: 'c',
    url: 'https://chatgpt.com/c/c',
    completeness: { complete: false, evidence: '' },
  },
  turns,
});

const STORED = { outcome: 'stored', changed: 1, captured: 1 } as const;
const POLICY: HostMessage = { type: 'policy', policy: { paused: false, excluded: [] } };

type Posted = { readonly type: string; readonly id: string; readonly observation?: Observation };

/** A host that can die at any moment, and timers that run when told. */
const bench = () => {
  const posted: Posted[] = [];
  const outcomes: string[] = [];
  const timers: { readonly work: () => void; isOff: boolean }[] = [];
  let connection:
    | { readonly onMessage: (message: HostMessage) => void; readonly onClose: () => void }
    | undefined;
  let failure: Error | undefined;
  let connections = 0;
  let isOrphaned = false;
  let next = 0;
  const outbox = new Outbox({
    connect: (onMessage, onClose) => {
      if (failure) throw failure;
      connections += 1;
      const mine = { onMessage, onClose };
      connection = mine;
      return {
        post: (message) => {
          if (connection !== mine) throw new Error('Attempting to use a disconnected port object');
          posted.push(message as Posted);
        },
        close: () => {
          if (connection === mine) connection = undefined;
        },
      };
    },
    after: (_, work) => {
      const timer = { work, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
    newId: () => `event-${next++}`,
    onPolicy: () => undefined,
    onOutcome: (_, { outcome }) => outcomes.push(outcome),
    onRefused: (message) => outcomes.push(message),
    onOrphaned: () => {
      isOrphaned = true;
    },
  });
  return {
    outbox,
    posted,
    outcomes,
    answer: (message: HostMessage) => connection?.onMessage(message),
    die: () => {
      const dying = connection;
      connection = undefined;
      dying?.onClose();
    },
    runTimers: () => {
      for (const timer of timers.splice(0)) if (!timer.isOff) timer.work();
    },
    refuseConnections: (error: Error | undefined) => {
      failure = error;
    },
    get connections() {
      return connections;
    },
    get isOrphaned() {
      return isOrphaned;
    },
  };
};

const appends = (posted: readonly Posted[]) => posted.filter(({ type }) => type === 'append');

describe('Outbox', () => {
  test('nothing leaves before the host has answered', () => {
    const { outbox, posted, answer } = bench();
    outbox.start();
    outbox.append(observation(turn('a')));
    expect(posted.map(({ type }) => type)).toEqual(['hello']);
    answer(POLICY);
    expect(posted.map(({ type }) => type)).toEqual(['hello', 'append']);
  });

  test('an event is kept until it is acknowledged, and forgotten then', () => {
    const { outbox, posted, answer, outcomes } = bench();
    outbox.start();
    answer(POLICY);
    outbox.append(observation(turn('a')));
    expect(outbox.waiting).toBe(1);
    answer({ type: 'ack', id: posted.at(-1)?.id ?? '', outcome: STORED });
    expect(outbox.waiting).toBe(0);
    expect(outcomes).toEqual(['stored']);
  });

  test('a page that goes before the host has answered says everything', () => {
    const { outbox, posted } = bench();
    outbox.start();
    outbox.append(observation(turn('a')));
    outbox.leave();
    expect(posted.map(({ type }) => type)).toEqual(['hello', 'append']);
  });

  test('a page that goes between two lines says everything on a new one', () => {
    const { outbox, posted, answer, die } = bench();
    outbox.start();
    answer(POLICY);
    outbox.append(observation(turn('a')));
    die();
    outbox.append(observation(turn('b')));
    outbox.leave();
    expect(appends(posted).map(({ observation: said }) => said?.turns[0]?.id)).toEqual(['a', 'a', 'b']);
  });

  test('after the line died, what was not acknowledged is sent again under the same id', () => {
    const host = bench();
    host.outbox.start();
    host.answer(POLICY);
    host.outbox.append(observation(turn('a')));
    host.die();
    host.runTimers();
    host.answer(POLICY);
    const [first, second] = appends(host.posted);
    expect(second).toEqual(first);
    expect(host.connections).toBe(2);
  });

  test('a host that stays silent is taken to be dead', () => {
    const host = bench();
    host.outbox.start();
    host.answer(POLICY);
    host.outbox.append(observation(turn('a')));
    host.runTimers();
    host.runTimers();
    expect(host.connections).toBe(2);
  });

  test('a refused event is dropped with its reason, a failed one is tried again', () => {
    const host = bench();
    host.outbox.start();
    host.answer(POLICY);
    host.outbox.append(observation(turn('a')));
    const id = host.posted.at(-1)?.id ?? '';
    const error = { code: 'vault/unavailable', message: 'Not now.' };
    host.answer({ type: 'nack', id, error, retry: true });
    host.runTimers();
    expect(appends(host.posted).map((each) => each.id)).toEqual([id, id]);
    host.answer({ type: 'nack', id, error, retry: false });
    expect(host.outbox.waiting).toBe(0);
    expect(host.outcomes).toEqual(['Not now.']);
  });

  test('while no line is open, newer words of a turn replace older ones', () => {
    const host = bench();
    host.outbox.append(observation(turn('a', 'one')));
    host.outbox.append(observation(turn('a', 'one two')));
    host.outbox.start();
    host.answer(POLICY);
    expect(appends(host.posted).map(({ observation: sent }) => sent?.turns[0]?.text)).toEqual(['one two']);
  });

  test('an extension that is gone stops the outbox instead of knocking for ever', () => {
    const host = bench();
    host.refuseConnections(new Error('Extension context invalidated.'));
    host.outbox.start();
    host.runTimers();
    expect(host.isOrphaned).toBe(true);
    expect(host.connections).toBe(0);
  });

  test('without an extension everything is kept, and a successor delivers it', () => {
    const old = bench();
    old.outbox.start();
    old.answer(POLICY);
    old.outbox.append(observation(turn('a')));
    old.refuseConnections(new Error('Extension context invalidated.'));
    old.die();
    old.runTimers();
    old.outbox.append(observation(turn('b')));
    expect(old.isOrphaned).toBe(true);
    const next = bench();
    next.outbox.inherit(old.outbox.undelivered);
    next.outbox.start();
    next.answer(POLICY);
    expect(appends(next.posted).map(({ observation: sent }) => sent?.turns[0]?.id)).toEqual(['a', 'b']);
  });

  test('however often the host dies, every event arrives and none is forgotten early', () => {
    const step = fc.constantFrom('append', 'die', 'timers', 'answer', 'ack');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const host = bench();
        const stored = new Set<string>();
        let made = 0;
        const acknowledge = () => {
          for (const { id, observation: sent } of appends(host.posted).slice(-3)) {
            for (const { id: turnId } of sent?.turns ?? []) stored.add(turnId);
            host.answer({ type: 'ack', id, outcome: STORED });
          }
        };
        host.outbox.start();
        for (const each of steps) {
          if (each === 'append') host.outbox.append(observation(turn(`t${made++}`)));
          else if (each === 'die') host.die();
          else if (each === 'timers') host.runTimers();
          else if (each === 'answer') host.answer(POLICY);
          else acknowledge();
        }
        for (let round = 0; round < 200 && host.outbox.waiting > 0; round++) {
          host.runTimers();
          host.answer(POLICY);
          acknowledge();
        }
        expect(host.outbox.waiting).toBe(0);
        expect(stored.size).toBe(made);
      }),
    );
  });
});

describe('Splitting', () => {
  test('an observation is split between turns, in order, and nothing is cut', () => {
    const big = 'x'.repeat(3_000_000);
    const { parts, tooLarge } = splitObservation(
      observation(turn('a', big), turn('b', big), turn('c', 'small')),
    );
    expect(parts.map(({ turns }) => turns.map(({ id }) => id))).toEqual([['a'], ['b', 'c']]);
    expect(tooLarge).toBe(0);
  });

  test('a message that cannot be passed on is said, not shortened', () => {
    const host = bench();
    host.outbox.start();
    host.answer(POLICY);
    host.outbox.append(observation(turn('a', 'x'.repeat(11_000_000)), turn('b')));
    expect(host.posted.map(({ type }) => type)).toEqual(['hello', 'append', 'gap']);
    expect(host.posted[1]?.observation?.turns.map(({ id }) => id)).toEqual(['b']);
  });
});
