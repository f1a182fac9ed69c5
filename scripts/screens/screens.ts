import type { Page } from '@playwright/test';

/** A screen of the built extension: where it is and what is done before its picture is taken. */
export type Screen = {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
};

const dialog = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').first().waitFor();
};

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    await dialog(page);
  };

const search = (query: string) => async (page: Page) => {
  await page.fill('#query', query);
  await page.waitForFunction(() => document.getElementById('said')?.textContent);
};

/** Screens that look the same whatever is stored, or that need nothing stored. */
export const EMPTY_SCREENS: readonly Screen[] = [
  { name: 'welcome', path: 'welcome.html' },
  { name: 'popup', path: 'popup.html' },
  ...[
    'memories',
    'topics',
    'graph',
    'timeline',
    'digests',
    'agents',
    'quarantine',
    'events',
    'learning',
    'lab',
    'transfer',
    'privacy',
    'health',
    'settings',
  ].map((id) => ({ name: id, path: `manager.html#/${id}` })),
];

/** Screens with something on them. `code`, `hebrew` and `hostile` are memories to look at. */
export const fullScreens = (seqs: {
  readonly code: number;
  readonly hebrew: number;
  readonly hostile: number;
}): readonly Screen[] => [
  ...EMPTY_SCREENS.filter(({ name }) => name !== 'welcome'),
  { name: 'popup-search', path: 'popup.html', act: search('plum wall') },
  { name: 'popup-filter', path: 'popup.html', act: search('garden agent:') },
  { name: 'popup-rtl', path: 'popup.html', act: search('בגליל') },
  { name: 'popup-none', path: 'popup.html', act: search('zeppelin ballast before:2020') },
  {
    name: 'popup-insertion',
    path: 'popup.html',
    act: async (page) => {
      await page.getByRole('option').first().waitFor();
      await press('Control+Shift+C')(page);
    },
  },
  { name: 'memories-search', path: 'manager.html#/memories?q=price+list+index' },
  { name: 'memories-none', path: 'manager.html#/memories?q=zeppelin' },
  {
    name: 'memories-facet',
    path: 'manager.html#/memories',
    act: async (page) => page.locator('summary').first().click(),
  },
  {
    name: 'memories-selected',
    path: 'manager.html#/memories',
    act: async (page) => {
      for (const index of [0, 1]) await page.getByRole('row').nth(index).getByRole('checkbox').check();
    },
  },
  {
    name: 'memories-undo',
    path: 'manager.html#/memories',
    act: async (page) => {
      await page.getByRole('row').first().getByRole('checkbox').check();
      await page.getByRole('button', { name: /^(Delete|Löschen|Supprimer)$/ }).click();
    },
  },
  { name: 'memories-trash', path: 'manager.html#/memories?state=trashed' },
  { name: 'memory-code', path: `manager.html#/memory/${seqs.code}?q=random+uuid` },
  { name: 'memory-rtl', path: `manager.html#/memory/${seqs.hebrew}` },
  { name: 'memory-hostile', path: `manager.html#/memory/${seqs.hostile}` },
  { name: 'memory-gone', path: 'manager.html#/memory/999999' },
  {
    name: 'agent',
    path: 'manager.html#/agents',
    act: async (page) => page.locator('main a[href^="#/agents/"]').first().click(),
  },
  {
    name: 'topic',
    path: 'manager.html#/topics',
    act: async (page) => page.locator('main a[href^="#/topics/"]').first().click(),
  },
  { name: 'graph-table', path: `manager.html#/graph?around=${seqs.code}&view=table` },
  { name: 'lab-search', path: 'manager.html#/lab?q=price+list' },
  { name: 'palette', path: 'manager.html#/memories', act: press('Control+k') },
  { name: 'keys', path: 'manager.html#/memories', act: press('?') },
  {
    name: 'erase-all',
    path: 'manager.html#/privacy',
    act: async (page) => {
      await page.locator('[aria-labelledby="erase-all-title"] button').click();
      await dialog(page);
    },
  },
];
