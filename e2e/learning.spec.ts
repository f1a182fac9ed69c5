import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openVault } from './remember.ts';
import { BOATHOUSE, capture, found, GREENHOUSE, QUERY, useEverything } from './two-projects.ts';

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

  await test.step('one search is forgotten on that page', async () => {
    const signalsNow = () => vaultPage.evaluate(async () => (await window.vault.learning()).signals);
    const before = await signalsNow();
    await vaultPage.evaluate(async () => {
      const { impression = '', hits } = await window.vault.search({ query: 'crimson tank' });
      await window.vault.signal(impression, hits[0]?.row.seq ?? 0, 'thumbs-up');
    });
    const { page } = await recollect.manager('#/learning');
    await page.getByRole('combobox', { name: 'Forget', exact: true }).selectOption('One search');
    const forget = page.getByRole('button', { name: 'Forget', exact: true }).last();
    await expect(forget).toBeDisabled();
    await page.getByLabel('Words of the search').fill('Crimson tank');
    await forget.click();
    await expect(page.getByText('1 signal forgotten.')).toBeVisible();
    expect(await signalsNow()).toBe(before);
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

test('three thumbs-down lower a memory in the manager and in the popup, and the plain order keeps it', async ({
  recollect,
}) => {
  const vaultPage = await openVault(recollect);
  await vaultPage.evaluate(() => window.vault.setComparing(false));
  await capture(vaultPage, [...BOATHOUSE, ...GREENHOUSE]);
  expect(await useEverything(vaultPage)).toBeGreaterThanOrEqual(20);
  const plain = await found(vaultPage, 'plain');
  const { page } = await recollect.manager(`#/memories?q=${encodeURIComponent(QUERY)}`);
  // High enough for every row: a list keeps only those in sight.
  await page.setViewportSize({ width: 1_180, height: 3_000 });
  const rows = page.getByRole('row');
  const [disliked, control] = await found(vaultPage);
  const title = await rows.first().locator('.title').innerText();
  const other = await rows.nth(1).locator('.title').innerText();
  const open = (seq: number | undefined) => page.locator(`[role="row"] a[href*="/memory/${seq}?"]`).click();
  const judge = page.getByRole('button', { name: 'Not what I wanted' });
  const back = async (): Promise<void> => {
    await page.goBack();
    await expect(rows.first()).toBeVisible();
  };

  for (let time = 1; time <= 3; time++)
    await test.step(`thumbs down, time ${time}`, async () => {
      await open(disliked);
      await judge.click();
      await expect(page.getByText('Noted.').last()).toBeVisible();
      await back();
      // Looked at as often and as shortly, but not judged: a quick way back says something, too.
      await open(control);
      await expect(judge).toBeVisible();
      await back();
    });

  const order = await found(vaultPage);
  expect(order.indexOf(disliked!)).toBeGreaterThan(order.indexOf(control!));
  expect(order.slice(0, 10)).not.toContain(disliked);
  const listed = await rows.locator('.title').allInnerTexts();
  expect(listed.indexOf(title)).toBeGreaterThan(listed.indexOf(other));
  expect(await found(vaultPage, 'plain')).toEqual(plain);
  const popup = await recollect.popup();
  await popup.count(QUERY);
  const titles = await popup.titles();
  expect(titles.length).toBeGreaterThan(10);
  expect(titles.slice(0, 10)).not.toContain(title);
});

test('where the person allows it, one question a day about two results is asked and its answer learned', async ({
  recollect,
}) => {
  const vaultPage = await openVault(recollect);
  await capture(vaultPage, [...BOATHOUSE, ...GREENHOUSE]);
  const { page } = await recollect.manager('#/learning');
  const question = page.getByRole('complementary', { name: `Today’s only question` });
  const look = (): Promise<void> =>
    page.evaluate((query) => location.assign(`#/memories?q=${encodeURIComponent(query)}`), QUERY);

  await test.step('never before that', async () => {
    await look();
    await expect(page.getByRole('row').first()).toBeVisible();
    expect(await vaultPage.evaluate(async () => (await window.vault.settings()).askedAt)).toBe(0);
    await page.evaluate(() => location.assign('#/learning'));
    await page.getByRole('switch', { name: /^At most once a day, ask/ }).check();
    await expect
      .poll(() => vaultPage.evaluate(async () => (await window.vault.settings()).asking))
      .toBe(true);
  });

  await test.step('its answer is one signal', async () => {
    await look();
    await expect(question).toBeVisible();
    await question.getByRole('button').nth(1).click();
    await expect(page.getByText('Thank you. The answer was learned from.')).toBeVisible();
    await expect(question).toBeHidden();
    expect(await vaultPage.evaluate(async () => (await window.vault.learning()).signals)).toBe(1);
  });

  await test.step('no second one on the same day', async () => {
    await page.reload();
    await expect(page.getByRole('row').first()).toBeVisible();
    // The bar asks after a second and a half of rest; a question would be there within three.
    await page.waitForTimeout(3_000);
    await expect(question).toBeHidden();
  });
});
