import { describe, expect, test } from 'vitest';
import { type ObservedWrite, TrustBook } from './trust-book.ts';

const QUIET = { flagged: false, instructionLike: false, score: 0, findings: [] };
const FLAG = {
  flagged: true,
  instructionLike: true,
  score: 1.2,
  findings: [{ rule: 'override-orders', weight: 1.2 }],
};
const HINT = { flagged: false, instructionLike: true, score: 0.75, findings: [] };
const AGENT = 'chatgpt/x@https://chatgpt.com';

const write = (seq: number, change: Partial<ObservedWrite> = {}): ObservedWrite => ({
  agentKey: AGENT,
  conversationKey: `default/chatgpt:${seq}`,
  seq,
  at: 1_700_000_000_000 + seq * 60_000,
  role: 'assistant',
  label: 'assistant-generated',
  detection: QUIET,
  echo: false,
  ...change,
});

const bookAfter = (flags: readonly boolean[]): TrustBook => {
  const book = new TrustBook();
  flags.forEach((flagged, index) => {
    book.observe(write(index + 1, { detection: flagged ? FLAG : QUIET }));
  });
  return book;
};

describe('trust book', () => {
  test('a new agent starts at the prior and has earned no trust', () => {
    const { hostile, trust, usefulness, state } = new TrustBook().agent(AGENT);
    expect({ hostile, state }).toEqual({ hostile: 0.05, state: 'normal' });
    expect(usefulness).toBeCloseTo(0.05, 3);
    expect(trust).toBeLessThan(0.05);
  });

  test('writing a thousand quiet memories earns nothing', () => {
    const book = bookAfter(Array(1000).fill(false));
    expect(book.agent(AGENT).usefulness).toBeCloseTo(0.05, 3);
    expect(book.agent(AGENT).hostile).toBeLessThan(0.035);
  });

  test('one flag is not an alarm, a second one soon after is, and the change is dated to the first', () => {
    expect(bookAfter([false, true]).agent(AGENT).state).toBe('normal');
    const book = bookAfter([...Array(30).fill(false), true, true]);
    const agent = book.agent(AGENT);
    expect(agent.state).toBe('alarmed');
    expect(agent.estimatedChangeSeq).toBe(31);
    expect(agent.reasons.map(({ text }) => text).join(' ')).toContain(
      'Reads like an order to an assistant (twice).',
    );
  });

  test('hints raise doubt slowly: many of them, or one beside a flag, are less than two flags', () => {
    const agentAfter = (detections: readonly ObservedWrite['detection'][]) => {
      const book = new TrustBook();
      for (const [index, detection] of detections.entries()) book.observe(write(index + 1, { detection }));
      return book.agent(AGENT);
    };
    const quiet = agentAfter([QUIET, QUIET]);
    const hinted = agentAfter([QUIET, HINT]);
    expect(hinted.hostile).toBeGreaterThan(quiet.hostile);
    expect(hinted.hostile).toBeLessThan(agentAfter([QUIET, FLAG]).hostile);
    expect(hinted.flags).toEqual([]);
    expect(hinted.reasons.map(({ code }) => code)).toContain('reason/hinted');
    expect(agentAfter([HINT, HINT]).state).toBe('normal');
    expect(agentAfter([...Array(10).fill(QUIET), HINT, FLAG, QUIET, FLAG]).state).toBe('alarmed');
  });

  test('a flag takes the place of the hint of its conversation', () => {
    const alone = new TrustBook();
    alone.observe(write(1));
    alone.observe(write(2, { conversationKey: 'one', detection: FLAG }));
    const both = new TrustBook();
    both.observe(write(1, { conversationKey: 'one', detection: HINT }));
    both.observe(write(3, { conversationKey: 'one', detection: HINT }));
    both.observe(write(2, { conversationKey: 'one', detection: FLAG }));
    expect(both.agent(AGENT).state).toBe('normal');
    expect(both.agent(AGENT).reasons.map(({ code }) => code)).not.toContain('reason/hinted');
    expect(both.agent(AGENT).hostile).toBeLessThanOrEqual(alone.agent(AGENT).hostile);
  });

  test('many flags in one conversation count once', () => {
    const book = new TrustBook();
    for (let seq = 1; seq <= 40; seq++) book.observe(write(seq, { conversationKey: 'one', detection: FLAG }));
    expect(book.agent(AGENT).state).toBe('normal');
    expect(book.agent(AGENT).flags).toHaveLength(1);
  });

  test('the same memory captured again adds no evidence', () => {
    const book = new TrustBook();
    for (let i = 0; i < 5; i++) book.observe(write(1, { detection: FLAG, conversationKey: `c${i}` }));
    expect(book.agent(AGENT).flags).toHaveLength(1);
  });

  test('what the person typed says nothing about the agent', () => {
    const book = new TrustBook();
    for (let seq = 1; seq <= 20; seq++) {
      const seen = book.observe(write(seq, { role: 'user', label: 'user-typed', detection: FLAG }));
      expect(seen).toEqual({ quarantine: false, alarm: false, changed: false });
    }
    expect(book.agent(AGENT).hostile).toBe(0.05);
  });

  test('an order in a link waits in quarantine and is no evidence about the agent that was asked', () => {
    const book = new TrustBook();
    const asked = write(1, { role: 'user', label: 'web-derived', detection: FLAG });
    expect(book.observe(asked)).toEqual({ quarantine: true, alarm: false, changed: false });
    expect(book.agent(AGENT).flags).toEqual([]);
  });

  test('200 loops of an echo give no new evidence and no trust', () => {
    const book = bookAfter([false, false]);
    const before = book.snapshot();
    for (let seq = 10; seq < 210; seq++) book.observe(write(seq, { echo: true, detection: FLAG }));
    expect(book.snapshot()).toEqual(before);
  });

  test('after an alarm quiet writes wait in quarantine and do not calm it', () => {
    const book = bookAfter([true, true, true]);
    const { hostile } = book.agent(AGENT);
    for (let seq = 10; seq < 60; seq++) expect(book.observe(write(seq)).quarantine).toBe(true);
    expect(book.agent(AGENT).hostile).toBeGreaterThanOrEqual(hostile);
  });

  test('saying that flags were wrong ends the alarm and teaches the agent’s rate', () => {
    const book = bookAfter([true, true]);
    expect(book.agent(AGENT).state).toBe('alarmed');
    book.falseAlarm(AGENT, 1, 1_700_000_400_000);
    expect(book.agent(AGENT).state).toBe('normal');
    book.falseAlarm(AGENT, 2, 1_700_000_400_000);
    book.observe(write(20, { detection: FLAG }));
    book.observe(write(21, { detection: FLAG }));
    expect(book.agent(AGENT).state).toBe('normal');
  });

  test('erasing is no penalty: the evidence goes with the memories', () => {
    const book = bookAfter([true, true, true]);
    book.forget(AGENT, [1, 2, 3], 1_700_000_400_000);
    expect(book.agent(AGENT)).toMatchObject({ state: 'normal', flags: [], hostile: 0.05 });
  });

  test('usefulness comes from what the person did, and falls when it was wrong', () => {
    const book = bookAfter([false]);
    for (let i = 0; i < 30; i++) book.outcome(AGENT, 'kept', i);
    const kept = book.agent(AGENT).usefulness;
    expect(kept).toBeGreaterThan(0.8);
    for (let i = 0; i < 10; i++) book.outcome(AGENT, 'wrong', i);
    expect(book.agent(AGENT).usefulness).toBeLessThan(kept - 0.3);
  });

  test('trust never passes the ceiling of the label', () => {
    const book = bookAfter([false]);
    for (let i = 0; i < 400; i++) book.outcome(AGENT, 'kept', i);
    expect(book.trustOf(AGENT, 'web-derived')).toBe(0.4);
    expect(book.trustOf(AGENT, 'quarantined')).toBe(0);
    expect(book.trustOf(AGENT, 'user-typed')).toBe(1);
  });

  test('tells which agents changed until they are saved', () => {
    const book = new TrustBook();
    book.observe(write(1));
    book.observe(write(2, { agentKey: 'claude@https://claude.ai' }));
    expect(book.unsaved()).toEqual([AGENT, 'claude@https://claude.ai']);
    book.saved(book.unsaved());
    book.agent('claude@https://claude.ai');
    book.outcome(AGENT, 'kept', 1);
    expect(Object.keys(book.snapshot(book.unsaved()).agents)).toEqual([AGENT]);
  });

  test('a snapshot goes through JSON and gives the same book; damaged ones are refused by name', () => {
    const book = bookAfter([false, true, false, true, true]);
    const copy = TrustBook.restore(JSON.parse(JSON.stringify(book.snapshot())));
    expect(copy.agent(AGENT)).toEqual(book.agent(AGENT));
    expect(() => TrustBook.restore({ version: 1, agents: { a: { state: 'x' } } })).toThrow();
  });

  test('paused and revoked agents write into quarantine, allowed ones never', () => {
    const book = bookAfter([true, true, true]);
    book.setState(AGENT, 'allowed', 0);
    expect(book.observe(write(10, { detection: FLAG })).quarantine).toBe(false);
    for (const state of ['paused', 'revoked'] as const) {
      book.setState(AGENT, state, 0);
      expect(book.observe(write(state.length + 20)).quarantine).toBe(true);
    }
    expect(book.agent(AGENT).trust).toBe(0);
  });

  test('imported and web-derived orders wait in quarantine from the first', () => {
    const book = new TrustBook();
    expect(book.observe(write(1, { label: 'imported', detection: FLAG })).quarantine).toBe(true);
    expect(book.observe(write(2, { label: 'web-derived', detection: QUIET })).quarantine).toBe(false);
  });
});
