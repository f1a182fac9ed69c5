import { describe, expect, it, vi } from 'vitest';
import { fakeVault } from '../../testing/fake-vault.ts';
import { ListState } from './list-state.ts';

const listOf = async (size: number, query = '') => {
  const vault = fakeVault({ size });
  const list = vi.spyOn(vault, 'list');
  const state = new ListState(vault);
  await state.show(query, {});
  return { state, list, vault };
};

describe('ListState', () => {
  it('knows the length of the whole list while only the first chunk is loaded', async () => {
    const { state } = await listOf(1_000);
    expect(state.total.value).toBe(1_000);
    expect(state.rowAt(0)?.seq).toBe(1_000);
    expect(state.rowAt(500)).toBeUndefined();
    expect(state.days.value.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
  });

  it('loads what comes into sight, and skips what was scrolled past', async () => {
    const { state, list } = await listOf(10_000);
    const first = state.want(5_000, 5_020);
    await Promise.all([first, state.want(7_000, 7_010), state.want(9_000, 9_020)]);
    expect(state.rowAt(9_010)?.seq).toBe(990);
    expect(list.mock.calls.some(([, offset]) => offset === 7_000)).toBe(false);
  });

  it('shows the hits of a search in their own order', async () => {
    const { state } = await listOf(400, 'reservoir');
    expect(state.hits.value?.length).toBeGreaterThan(0);
    expect(state.rowAt(0)?.title).toBe('Sampling without replacement');
    expect(state.days.value).toEqual([]);
  });

  it('selects one, a range, all and none', async () => {
    const { state } = await listOf(250);
    state.toggle(7);
    state.toggle(7);
    expect(state.selected.value.size).toBe(0);
    state.selectRange(4, 2);
    expect([...state.selected.value]).toEqual([248, 247, 246]);
    await state.selectAll();
    expect(state.selected.value.size).toBe(250);
    state.clearSelection();
    expect(state.selected.value.size).toBe(0);
  });

  it('keeps the selection when the same list is read again, drops it for another list', async () => {
    const { state } = await listOf(20);
    state.toggle(3);
    await state.reload();
    expect(state.selected.value.has(3)).toBe(true);
    await state.show('', { pinned: true });
    expect(state.selected.value.size).toBe(0);
  });
});
