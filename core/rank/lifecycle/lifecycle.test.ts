import { describe, expect, it } from 'vitest';
import { type Aging, planLifecycle, type Tier } from './lifecycle.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const memory = (seq: number, idle: number, tier: Tier, more: Partial<Aging> = {}): Aging => ({
  seq,
  tier,
  createdAt: NOW - idle * DAY_MS,
  pinned: false,
  importance: 3,
  ...more,
});
const FREE = { keepAtLeast: 0, maxShare: 1 };

describe('lifecycle', () => {
  it('goes down one step at a time', () => {
    const { moves } = planLifecycle([memory(1, 500, 'active'), memory(2, 500, 'cold')], NOW, FREE);
    expect(moves.map(({ from, to }) => `${from}>${to}`)).toEqual(['active>warm', 'cold>archived']);
    expect(moves[1]!.reason).toBe('Not used for 500 days.');
  });

  it('brings back what was used or pinned, at once', () => {
    const used = memory(1, 500, 'archived', { usedAt: NOW - DAY_MS });
    const pinned = memory(2, 500, 'cold', { pinned: true });
    expect(planLifecycle([used, pinned], NOW).moves.map(({ to }) => to)).toEqual(['active', 'active']);
  });

  it('keeps important memories longer', () => {
    const { moves } = planLifecycle([memory(1, 400, 'cold', { importance: 5 })], NOW, FREE);
    expect(moves).toEqual([]);
  });

  it('archives the oldest first and stays within its bounds', () => {
    const memories = Array.from({ length: 100 }, (_, seq) => memory(seq, 400 + seq, 'cold'));
    const plan = planLifecycle(memories, NOW, { keepAtLeast: 95, maxShare: 0.1 });
    expect(plan.moves.map(({ seq }) => seq)).toEqual([99, 98, 97, 96, 95]);
    expect(plan.heldBack).toBe(95);
  });
});
