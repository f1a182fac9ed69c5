import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type Chat, openVault, remember } from './remember.ts';

const QUERY = 'valve of the pump';

const COLOURS = 'amber azure beige black bronze copper coral cream crimson ebony green grey'.split(' ');
const TREES = 'alder apple ash beech birch cedar cherry elm hazel larch maple oak'.split(' ');

/** Chats of two projects that say as much of the query: only where the person is can tell them apart. */
const chatsOf = (project: string, words: readonly string[]): Chat[] =>
  words.map((word, index) => ({
    id: `${project}-${index}`,
    title: `${project} ${index}`,
    project,
    // No two are alike, else one would be folded under the other.
    said: [`The valve of the pump stands by the ${word} ${words[(index + 5) % words.length]} tank.`],
  }));
const BOATHOUSE = chatsOf('Boathouse', COLOURS);
const GREENHOUSE = chatsOf('Greenhouse', TREES);

const capture = async (vaultPage: Page, chats: readonly Chat[]): Promise<void> => {
  for (const chat of chats) await remember(vaultPage, chat);
};

/** Copies every result of one search: each is a signal, as bursts on one result are not. */
const useEverything = (vaultPage: Page): Promise<number> =>
  vaultPage.evaluate(async (query) => {
    const { impression = '', hits } = await window.vault.search({ query, limit: 40 });
    for (const { row } of hits) await window.vault.signal(impression, row.seq, 'copy');
    return (await window.vault.learning()).signals;
  }, QUERY);

const projects = (vaultPage: Page, order?: 'plain'): Promise<(string | undefined)[]> =>
  vaultPage.evaluate(
    async ([query, wanted]) => {
      const { hits } = await window.vault.search({ query, ...(wanted ? { order: wanted } : {}) });
      return hits.slice(0, 5).map(({ row }) => row.project);
    },
    [QUERY, order] as const,
  );

test('the same query in two projects gives two orders, and the plain one once behaviour is erased', async ({
  recollect,
}) => {
  const vaultPage = await openVault(recollect);
  await capture(vaultPage, [...BOATHOUSE, ...GREENHOUSE]);
  expect(await useEverything(vaultPage)).toBeGreaterThanOrEqual(20);
  const plain = await projects(vaultPage, 'plain');

  await test.step('the project whose chats were opened last stands first, in the popup too', async () => {
    for (const [name, chats] of [
      ['Boathouse', BOATHOUSE],
      ['Greenhouse', GREENHOUSE],
    ] as const) {
      await capture(vaultPage, chats);
      expect(await projects(vaultPage)).toEqual(Array(5).fill(name));
      const popup = await recollect.popup();
      await popup.count(QUERY);
      expect((await popup.titles()).slice(0, 5).every((title) => title.startsWith(name))).toBe(true);
      await popup.page.close();
    }
  });

  await test.step('a pattern is frozen and forgotten on the page of what was learned', async () => {
    const { page } = await recollect.manager('#/learning');
    const pattern = page.getByRole('listitem').filter({ hasText: 'You often use what was said in' }).first();
    await pattern.getByRole('button', { name: /^Freeze/ }).click();
    await expect(pattern.getByText('frozen', { exact: true })).toBeVisible();
    await pattern.getByRole('button', { name: /^Correct/ }).click();
    await pattern.getByRole('button', { name: 'Lower' }).click();
    await expect(page.getByText('Corrected.')).toBeVisible();
    const count = await page.locator('.pattern').count();
    await pattern.getByRole('button', { name: /^Forget/ }).click();
    await expect(page.locator('.pattern')).toHaveCount(count - 1);
    await page.close();
  });

  await test.step('erased, the order is the plain one', async () => {
    const signals = await vaultPage.evaluate(async () => {
      await window.vault.erase({ kind: 'behaviour' });
      await window.vault.completeErase();
      return (await window.vault.learning()).signals;
    });
    expect(signals).toBe(0);
    expect(await projects(vaultPage)).toEqual(plain);
  });
});
