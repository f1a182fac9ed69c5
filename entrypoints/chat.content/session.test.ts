import { describe, expect, test } from 'vitest';
import type { PageReading } from '../../core/capture/index.ts';
import type { CapturedTurn, Observation } from '../../core/model/capture.ts';
import type { CaptureGap } from '../../core/model/sender.ts';
import { Session } from './session.ts';

const turn = (id: string, text: string, more: Partial<CapturedTurn> = {}): CapturedTurn => ({
  id,
  role: 'user',
  text,
  markdown: text,
  partial: false,
  source: 'dom',
  ...more,
});

const answer = (id: string, text: string, more: Partial<CapturedTurn> = {}) =>
  turn(id, text, { role: 'assistant', ...more });

const observed = (
  id: string,
  turns: readonly CapturedTurn[],
  more: Partial<Observation['conversation']> = {},
): Observation => ({
  conversation: {
    site: 'claude',
    id,
    url: `https://claude.ai/chat/${id}`,
    completeness: { complete: false, evidence: 'window only' },
    ...more,
  },
  turns,
});

const page = (observation: Observation, streaming = false): PageReading => ({
  kind: 'observation',
  observation,
  streaming,
});

const bench = () => {
  const sent: Observation[] = [];
  const gaps: CaptureGap[] = [];
  let timers: { readonly at: number; readonly work: () => void; isOff: boolean }[] = [];
  let now = 10_000;
  let reading: PageReading = { kind: 'empty' };
  const answering = new Set<string>();
  const session = new Session('claude', {
    read: () => reading,
    append: (observation) => sent.push(observation),
    gap: (gap) => gaps.push(gap),
    isConnected: () => true,
    isAnswering: (conversation) => answering.has(conversation),
    now: () => now,
    after: (ms, work) => {
      const timer = { at: now + ms, work, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
    addressOf: (_, url) => url,
  });
  return {
    session,
    sent,
    gaps,
    answering,
    /** The page changes and nobody looked yet. */
    draw: (next: PageReading) => {
      reading = next;
    },
    show: (next: PageReading) => {
      reading = next;
      session.pageChanged();
    },
    pass: (ms: number) => {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at, isOff }) => !isOff && at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.work();
      }
      now = end;
    },
    ids: () => sent.map(({ turns }) => turns.map(({ id, partial }) => (partial ? `${id}…` : id))),
  };
};

describe('Session', () => {
  test('a page that stands still is captured once', () => {
    const { session, sent, show, pass } = bench();
    show(page(observed('c', [turn('q', 'Hello'), answer('a', 'Hi')])));
    pass(1_000);
    session.pageChanged();
    pass(1_000);
    expect(sent).toHaveLength(1);
    expect(session.status()).toMatchObject({ conversation: 'c', state: 'capturing' });
  });

  test('while an answer is written, the question is kept at once and the answer as partial', () => {
    const { show, pass, ids } = bench();
    show(page(observed('c', [turn('q', 'Hello')]), true));
    show(page(observed('c', [turn('q', 'Hello'), answer('a', 'H', { partial: true })]), true));
    pass(2_000);
    show(page(observed('c', [turn('q', 'Hello'), answer('a', 'Hi there')])));
    pass(1_000);
    expect(ids()).toEqual([['q'], ['q', 'a…'], ['q', 'a']]);
  });

  test('an answer that the wire says goes on is partial, whatever the page looks like', () => {
    const { session, answering, show, ids } = bench();
    answering.add('c');
    show(page(observed('c', [turn('q', 'Hello'), answer('a', 'Hi')])));
    session.flush();
    expect(ids().at(-1)).toEqual(['q', 'a…']);
  });

  test('what is on the page is told when the page goes', () => {
    const { session, show, ids } = bench();
    show(page(observed('c', [turn('q', 'Hello'), answer('a', 'Hi', { partial: true })]), true));
    show(page(observed('c', [turn('q', 'Hello'), answer('a', 'Hi the', { partial: true })]), true));
    session.flush();
    expect(ids().at(-1)).toEqual(['q', 'a…']);
  });

  test('after an address changed, the old page is not taken for the new conversation', () => {
    const { session, sent, show, pass } = bench();
    const old = [turn('q', 'Hello'), answer('a', 'Hi')];
    show(page(observed('c1', old)));
    pass(1_000);
    session.addressChanged('https://claude.ai/chat/c1');
    show(page(observed('c2', old)));
    pass(500);
    show(page(observed('c2', [turn('q2', 'Other'), answer('a2', 'Yes')])));
    pass(1_000);
    expect(sent.map(({ conversation, turns }) => [conversation.id, turns[0]?.id])).toEqual([
      ['c1', 'q'],
      ['c2', 'q2'],
    ]);
  });

  test('words that came after the last look are kept when the person moves on', () => {
    const { session, show, draw, ids } = bench();
    show(page(observed('c1', [turn('q', 'Hello'), answer('a', 'Hi', { partial: true })]), true));
    draw(page(observed('c1', [turn('q', 'Hello'), answer('a', 'Hi there')])));
    session.addressChanged('https://claude.ai/chat/c1');
    expect(ids().at(-1)).toEqual(['q', 'a']);
  });

  test('what is shown already of the next conversation is not taken for the one that was left', () => {
    const { session, show, draw, sent } = bench();
    show(page(observed('c1', [turn('q', 'Hello'), answer('a', 'Hi')])));
    draw(page(observed('c1', [turn('q2', 'Other'), answer('a2', 'Yes')])));
    session.addressChanged('https://claude.ai/chat/c1');
    expect(sent.flatMap(({ turns }) => turns.map(({ id }) => id))).toEqual(['q', 'a']);
  });

  test('a page without an id waits; with the wire’s turns it belongs to the wire’s conversation', () => {
    const { session, sent, show, pass } = bench();
    show(page(observed('local-1', [turn('q', 'Hello')])));
    pass(1_000);
    expect(sent).toHaveLength(0);
    session.wireRead(observed('c', [turn('q', 'Hello', { source: 'stream' })]), false);
    show(page(observed('local-1', [turn('q', 'Hello'), answer('a', 'Hi')])));
    pass(1_000);
    expect(new Set(sent.map(({ conversation }) => conversation.id))).toEqual(new Set(['c']));
  });

  test('turns without ids in the page get the ids of the wire', () => {
    const { session, sent, show, pass } = bench();
    session.wireRead(
      observed('c', [
        turn('q', 'Hello', { source: 'stream' }),
        answer('a', 'Hi *there*', { source: 'stream', parentId: 'q' }),
      ]),
      false,
    );
    show(page(observed('c', [turn('derived-user-1', 'Hello'), answer('derived-assistant-1', 'Hi there')])));
    pass(1_000);
    expect(sent.at(-1)?.turns.map(({ id }) => id)).toEqual(['q', 'a']);
  });

  test('a regenerated answer takes the old one off the shown branch, and it comes back when shown', () => {
    const { session, sent, show, pass } = bench();
    const stream = { source: 'stream', parentId: 'q' } as const;
    session.wireRead(
      observed('c', [turn('q', 'Hello', { source: 'stream' }), answer('a1', 'Old', stream)]),
      false,
    );
    session.wireRead(observed('c', [answer('a2', 'New', stream)]), false);
    expect(sent.at(-1)?.turns).toMatchObject([{ id: 'a2' }, { id: 'a1', offBranch: true }]);
    show(page(observed('c', [turn('q', 'Hello'), answer('a1', 'Old')])));
    pass(1_000);
    expect(sent.at(-1)?.turns.at(-1)).toMatchObject({ id: 'a1', offBranch: false });
  });

  test('windows add up: complete once every place was seen and nothing is open', () => {
    const { session, show, pass } = bench();
    const total = { completeness: { complete: false, evidence: '', total: 4 } };
    show(page(observed('c', [turn('q1', 'One', { order: 0 }), answer('a1', 'Two', { order: 1 })], total)));
    pass(1_000);
    expect(session.status()).toMatchObject({ complete: false, evidence: '2 of 4 seen' });
    show(page(observed('c', [turn('q2', 'Three', { order: 2 }), answer('a2', 'Four', { order: 3 })], total)));
    pass(1_000);
    expect(session.status()).toMatchObject({ complete: true, evidence: 'aria-setsize reached' });
  });

  test('older pages that join without a gap make the conversation complete, others do not', () => {
    const { session, show } = bench();
    show(page(observed('c', [turn('q9', 'Nine')])));
    const read = (id: string, before: string | undefined, start: string, isFirst: boolean) =>
      session.wireRead(observed('c', [turn(id, id, { source: 'authoritative' })]), false, {
        start,
        isFirst,
        ...(before ? { before } : {}),
      });
    read('q9', undefined, 'q9', false);
    read('q1', 'q5', 'q1', true);
    expect(session.status().complete).toBe(false);
    read('q5', 'q9', 'q5', false);
    read('q1', 'q5', 'q1', true);
    expect(session.status()).toMatchObject({ complete: true, evidence: 'has_previous_page=false' });
  });

  test('temporary chats are left alone, in the page and on the wire', () => {
    const { session, sent, show, pass } = bench();
    session.wireRead(observed('t', [turn('q', 'Secret', { source: 'stream' })], { temporary: true }), false);
    show(page(observed('t', [turn('q', 'Secret')])));
    pass(1_000);
    session.flush();
    expect(sent).toHaveLength(0);
    expect(session.status().state).toBe('temporary');
  });

  test('while paused nothing is sent; afterwards what is shown is', () => {
    const { session, sent, show, pass } = bench();
    session.policyChanged({ paused: true, excluded: [] });
    show(page(observed('c', [turn('q', 'Hello')])));
    pass(1_000);
    expect(sent).toHaveLength(0);
    expect(session.status().state).toBe('paused');
    session.policyChanged({ paused: false, excluded: [] });
    pass(1_000);
    expect(sent).toHaveLength(1);
  });

  test('an excluded conversation is left alone while others go on', () => {
    const { session, sent, show, pass } = bench();
    session.policyChanged({ paused: false, excluded: ['default/claude:c'] });
    show(page(observed('c', [turn('q', 'Hello')])));
    pass(1_000);
    expect(session.status().state).toBe('excluded');
    show(page(observed('d', [turn('q2', 'Hello')])));
    pass(1_000);
    expect(sent.map(({ conversation }) => conversation.id)).toEqual(['d']);
  });

  test('a conversation that could not be stored is sent again when the page is read next', () => {
    const { session, sent, show, pass } = bench();
    show(page(observed('c', [turn('q', 'Hello')])));
    pass(1_000);
    session.outcome(sent[0]!, { outcome: 'full', changed: 0, captured: 0, message: 'The disk is full.' });
    session.pageChanged();
    pass(1_000);
    expect(sent).toHaveLength(2);
    expect(session.status().message).toBe('The disk is full.');
  });

  test('a title that comes later is told', () => {
    const { sent, show, pass } = bench();
    const turns = [turn('q', 'Hello'), answer('a', 'Hi')];
    show(page(observed('c', turns, { title: 'New chat' })));
    pass(1_000);
    show(page(observed('c', turns, { title: 'Greetings' })));
    pass(1_000);
    expect(sent.map(({ conversation }) => conversation.title)).toEqual(['New chat', 'Greetings']);
  });

  test('markup that stays unknown is reported once, a moment of it is not', () => {
    const { gaps, show, pass } = bench();
    show({ kind: 'unknown-markup', report: 'div' });
    show(page(observed('c', [turn('q', 'Hello')])));
    pass(10_000);
    expect(gaps).toHaveLength(0);
    show({ kind: 'unknown-markup', report: 'div' });
    pass(20_000);
    expect(gaps).toMatchObject([{ reason: 'unknown-markup', report: 'div' }]);
  });

  describe('what the person pasted', () => {
    const NOTICE = 'The harbour office closes at noon on Fridays; keys are handed out at the north pier.';
    const marks = (sent: readonly Observation[]) =>
      sent.map(({ turns }) => turns.map(({ id, pasted }) => (pasted ? `${id} ${pasted}` : id)));

    test('is told with the turn that holds it, from page and wire, and of no answer', () => {
      const { session, sent, show, pass } = bench();
      session.pasted(NOTICE);
      const quoting = answer('a', `You wrote: ${NOTICE}`);
      show(page(observed('c', [turn('q', `Sum up: ${NOTICE}`), quoting])));
      pass(1_000);
      session.wireRead(observed('c', [turn('q', `Sum up: ${NOTICE}`, { source: 'authoritative' })]), false);
      expect(marks(sent)).toEqual([['q all', 'a'], ['q all']]);
    });

    test('says nothing of turns that were there before, and nothing after half an hour', () => {
      const { session, sent, show, pass } = bench();
      show(page(observed('c', [turn('q', NOTICE), answer('a', 'Noted.')])));
      pass(1_000);
      session.pasted(NOTICE);
      show(page(observed('c', [turn('q', NOTICE), answer('a', 'Noted.'), turn('r', `Again: ${NOTICE}`)])));
      pass(1_000);
      pass(30 * 60_000);
      show(page(observed('d', [turn('s', `And again: ${NOTICE}`)])));
      pass(1_000);
      expect(marks(sent)).toEqual([['q', 'a'], ['a', 'r all'], ['s']]);
    });

    test('is the same when everything is told again after a pause', () => {
      const { session, sent, show, pass } = bench();
      session.pasted(NOTICE);
      show(page(observed('c', [turn('q', NOTICE)])));
      pass(1_000);
      pass(40 * 60_000);
      session.policyChanged({ paused: true, excluded: [] });
      session.policyChanged({ paused: false, excluded: [] });
      pass(1_000);
      expect(marks(sent)).toEqual([['q all'], ['q all']]);
    });

    test('in a temporary chat is not even remembered', () => {
      const { session, sent, show, pass } = bench();
      show({ kind: 'temporary' });
      session.pasted(NOTICE);
      show(page(observed('c', [turn('q', NOTICE)])));
      pass(1_000);
      expect(marks(sent)).toEqual([['q']]);
    });
  });
});
