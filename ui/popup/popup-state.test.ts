import { describe, expect, it, vi } from 'vitest';
import { en } from '../i18n/en/popup.ts';
import { registerMessages } from '../i18n/i18n.ts';
import { fakeVault } from '../testing/fake-vault.ts';
import { type PopupPlatform, PopupState } from './popup-state.ts';

registerMessages(en, async () => ({}));

const platformWith = (changes: Partial<PopupPlatform> = {}): PopupPlatform => ({
  captureStatus: async () => undefined,
  openUrl: vi.fn(),
  openManager: vi.fn(),
  copy: vi.fn(async () => undefined),
  ...changes,
});

const started = async (platform = platformWith()) => {
  const vault = fakeVault({ size: 120 });
  const state = new PopupState(Promise.resolve(vault), platform);
  await state.start();
  return { state, vault, platform };
};

describe('PopupState', () => {
  it('shows what is from this site, pinned and recent on an empty query, each memory once', async () => {
    const { state } = await started(
      platformWith({
        captureStatus: async () => ({
          site: 'claude',
          captured: 2,
          complete: true,
          evidence: '',
          state: 'capturing',
        }),
      }),
    );
    expect(state.sections.value.map(({ id }) => id)).toEqual(['here', 'pinned', 'recent']);
    const seqs = state.items.value.map(({ row }) => row.seq);
    expect(new Set(seqs).size).toBe(seqs.length);
    expect(state.sections.value[0]?.items.every(({ row }) => row.site === 'claude')).toBe(true);
  });

  it('searches while typing and selects the best hit', async () => {
    const { state } = await started();
    await state.type('reservoir sampling');
    expect(state.items.value.length).toBeLessThanOrEqual(20);
    expect(state.selectedRow.value?.title).toBe('Sampling without replacement');
    expect(state.items.value[0]?.marks.length).toBeGreaterThan(0);
  });

  it('shows the answer to the newest query when an older one comes late', async () => {
    const vault = fakeVault();
    const search = vault.search;
    const state = new PopupState(
      Promise.resolve({
        ...vault,
        search: async (request) => {
          if (request.query === 'slow') await new Promise((resolve) => setTimeout(resolve, 20));
          return search(request);
        },
      }),
      platformWith(),
    );
    await Promise.all([state.type('slow'), state.type('dough')]);
    expect(state.tokens.value.map(({ label }) => label)).toEqual(['dough']);
  });

  it('asks the vault one search at a time, and skips what was typed over meanwhile', async () => {
    const vault = fakeVault();
    const asked: string[] = [];
    let running = 0;
    const state = new PopupState(
      Promise.resolve({
        ...vault,
        search: async (request) => {
          asked.push(request.query);
          running += 1;
          expect(running).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, 5));
          running -= 1;
          return vault.search(request);
        },
      }),
      platformWith(),
    );
    const first = state.type('s');
    await vi.waitFor(() => expect(asked).toEqual(['s']));
    await Promise.all([first, ...['sa', 'sam', 'sampling'].map((query) => state.type(query))]);
    expect(asked).toEqual(['s', 'sampling']);
    expect(state.settled.value).toBe(true);
    expect(state.selectedRow.value?.title).toBe('Sampling without replacement');
  });

  it('keeps the selected row at its place when a new memory arrives', async () => {
    const { state, vault } = await started();
    state.move(1);
    state.move(1);
    const before = state.selected.value;
    const index = state.items.value.findIndex(({ row }) => row.seq === before);
    await vault.addNote('something new');
    await vi.waitFor(() => expect(state.items.value.some(({ row }) => row.role === 'note')).toBe(true));
    expect(state.selected.value).toBe(before);
    expect(state.items.value.findIndex(({ row }) => row.seq === before)).toBe(index);
  });

  it('stops at both ends of the list', async () => {
    const { state } = await started();
    state.move('last');
    const last = state.selected.value;
    state.move(1);
    expect(state.selected.value).toBe(last);
    state.move('first');
    state.move(-1);
    expect(state.selected.value).toBe(state.items.value[0]?.row.seq);
  });

  it('opens a memory in its conversation, and one without a page in the manager', async () => {
    const { state, vault, platform } = await started();
    await state.type('tram depot');
    state.open();
    expect(platform.openUrl).toHaveBeenCalledWith(expect.stringMatching(/^https:\/\//));
    await vault.addNote('zebra crossing');
    await state.type('zebra');
    state.open();
    expect(platform.openManager).toHaveBeenCalledWith(expect.stringMatching(/^#\/memory\/\d+$/));
  });

  it('copies the Markdown of the selected memory and says so', async () => {
    const { state, platform } = await started();
    await state.type('EXPLAIN planner');
    await state.copy();
    expect(platform.copy).toHaveBeenCalledWith(expect.stringContaining('```sql'));
    expect(state.said.value).toBe('Copied.');
  });

  it('keeps the query when the manager is opened', async () => {
    const { state, platform } = await started();
    await state.type('a & b');
    state.showAll();
    expect(platform.openManager).toHaveBeenCalledWith('#/memories?q=a%20%26%20b');
  });

  it('says what failed when the vault cannot be reached', async () => {
    const state = new PopupState(Promise.reject(new Error('The disk is locked.')), platformWith());
    await state.start();
    expect(state.failure.value).toBe('The disk is locked.');
  });
});
