import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { openVault, remember } from './remember.ts';

const BAD_QUERIES = [
  'x'.repeat(10_000),
  '.,;:!?',
  'is: before: -',
  '"never closed',
  '-"',
  'слово word 言葉 كلمة',
  '😀😀',
  '(.*)+$',
  'wickmoor on:2025-02-30',
  'wickmoor 30 February',
  'colour:red',
];

test('a slip of the hand, a filter and a time are used with the keyboard alone in the popup', async ({
  recollect,
}) => {
  const chat = await recollect.chat('chatgpt', 'search-unit');
  await chat.say('say: Kubernetes restarts the lighthouse pods of wickmoor.');
  const popup = await recollect.popup();
  const { page } = popup;
  await expect.poll(() => popup.count('wickmoor')).toBe(2);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('ubernetes wickmroo');
  await expect(
    popup.results
      .first()
      .locator('mark')
      .filter({ hasText: /kubernetes/i })
      .first(),
  ).toBeVisible();

  await page.keyboard.press('Control+i');
  const reasons = page.getByRole('region', { name: 'Why this result' });
  await expect(reasons).toContainText('words spelled like');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.keyboard.press('Control+A');
  await page.keyboard.type('wickmoor ro');
  await page.keyboard.press('ArrowRight');
  await expect(popup.field).toHaveValue('wickmoor role:');
  await page.keyboard.press('ArrowRight');
  await expect(popup.field).toHaveValue('wickmoor role:user ');
  await expect(popup.results).toHaveCount(1);
  await page.keyboard.type('today');
  await expect(page.getByRole('button', { name: 'Remove today' })).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Remove today' }));
  await expect(popup.field).toHaveValue('wickmoor role:user');

  await popup.field.fill('wickmoor');
  await expect(popup.results.first()).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'More like this' }));
  await expect(popup.field).toHaveValue(/^like:\d+ $/);
  await expect(popup.results.first()).toContainText(/wickmoor/i);
});

test('the popup gives its reasons in the language of the person', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  await remember(vaultPage, { id: 'pump', title: 'Pump', said: ['The valve of the pump stands open.'] });
  await vaultPage.evaluate(() => window.vault.changeSettings({ language: 'de' }));
  const popup = await recollect.popup();
  await expect.poll(() => popup.count('valve')).toBe(1);
  await popup.page.keyboard.press('Control+i');
  const reasons = popup.page.getByRole('region', { name: 'Warum dieser Treffer' });
  await expect(reasons.getByRole('listitem').first()).toContainText('Es enthält');
});

test('no query breaks the search, and what was not understood is said', async ({ recollect }) => {
  const chat = await recollect.chat('claude', 'hub');
  await chat.say('say: The lighthouse of wickmoor.');
  const popup = await recollect.popup();
  await expect.poll(() => popup.count('wickmoor')).toBe(2);
  for (const query of BAD_QUERIES) {
    await popup.field.fill(query);
    await expect(popup.page.locator('#said')).not.toBeEmpty();
    await expect(popup.page.getByRole('alert')).toHaveCount(0);
  }
  await expect(popup.page.getByText('There is no operator "colour:"')).toBeVisible();
  await popup.field.fill('wickmoor 30 February');
  await expect(popup.page.getByText('The calendar has no 30 February')).toBeVisible();
  await expect(popup.results.first()).toContainText(/wickmoor/i);
});

test('the manager completes, explains, saves a search and finds more of the same', async ({ recollect }) => {
  const chat = await recollect.chat('claude', 'hub');
  await chat.say('say: The lighthouse of wickmoor shines over the bay.');
  await chat.say('say: Sailors of wickmoor steer by the lighthouse in the bay.');
  const { page } = await recollect.manager();
  const field = page.getByRole('searchbox');
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type('wickmoor ha');
  await expect(page.getByRole('button', { name: 'has:', exact: false }).first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(field).toHaveValue('wickmoor has:');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('wickmoor role:user');
  await expect(page.getByRole('row')).toHaveCount(2);
  await pressOn(page, page.getByRole('button', { name: 'Remove role:user' }));
  await expect(page.getByRole('row')).toHaveCount(4);

  await pressOn(page, page.getByRole('row').first());
  await expect(page.getByRole('heading', { name: 'Why this result' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'More like this' }));
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/^like:\d+$/);
  await expect(page.getByRole('row').first()).toContainText(/wickmoor/i);

  await page.goto(`${page.url().split('#')[0]}#/lab?q=wickmoor`);
  await expect(page.getByRole('rowheader', { name: 'rank' })).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Harbour');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Open Harbour in Memories' })).toBeVisible();
  await pressOn(page, page.getByRole('link', { name: 'Open Harbour in Memories' }));
  await expect(field).toHaveValue('wickmoor');
  await expect(page.getByRole('row')).toHaveCount(4);
});
