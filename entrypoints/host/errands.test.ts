import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings.ts';
import { ErrandSchema, type ErrandVault, isOwnBackground, runErrand } from './errands.ts';

const vaultWith = (excludedSites: string[]) => {
  let settings: Settings = { ...DEFAULT_SETTINGS, excludedSites };
  const notes: (string | undefined)[][] = [];
  const vault: ErrandVault = {
    addNote: async (...note) => {
      notes.push(note);
      return { ok: true, value: 1 };
    },
    search: async ({ query }) => ({ query, tokens: [], hits: [], total: 0, quarantined: 0, timings: [] }),
    settings: async () => settings,
    changeSettings: async (change) => {
      settings = { ...settings, ...change };
      return settings;
    },
  };
  return { vault, notes, excluded: () => settings.excludedSites };
};

describe('errands of the browser’s menus', () => {
  it('are taken from the background alone', () => {
    expect(isOwnBackground({ id: 'own' }, 'own')).toBe(true);
    expect(isOwnBackground({ id: 'other' }, 'own')).toBe(false);
    expect(isOwnBackground({ id: 'own', tab: { id: 3 } as chrome.tabs.Tab }, 'own')).toBe(false);
  });

  it('have a known shape', () => {
    const fits = (message: unknown) => v.safeParse(ErrandSchema, message).success;
    expect(fits({ type: 'exclude', site: 'claude' })).toBe(true);
    expect(fits({ type: 'erase', site: 'claude' })).toBe(false);
    expect(fits({ type: 'suggest', query: '' })).toBe(false);
  });

  it('keep a selection with the page it came from', async () => {
    const { vault, notes } = vaultWith([]);
    await runErrand(vault, {
      type: 'remember',
      text: 'seven o’clock',
      title: 'Ferry',
      url: 'https://a.example/',
    });
    expect(notes).toEqual([['seven o’clock', 'Ferry', 'https://a.example/']]);
  });

  it('exclude a site once', async () => {
    const { vault, excluded } = vaultWith(['claude']);
    for (const site of ['claude', 'chatgpt']) await runErrand(vault, { type: 'exclude', site });
    expect(excluded()).toEqual(['claude', 'chatgpt']);
  });
});
