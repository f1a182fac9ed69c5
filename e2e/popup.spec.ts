import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`the popup has no accessibility violation in the ${theme} theme`, async ({ recollect }) => {
    const chat = await recollect.chat('chatgpt', 'search-unit');
    await chat.say('say: The lighthouse of wickmoor.');
    const popup = await recollect.popup();
    await popup.page.setViewportSize({ width: 420, height: 560 });
    await popup.page.emulateMedia({ colorScheme: theme });
    for (const query of ['', 'wickmoor', 'nothing of this kind']) {
      await expect.poll(async () => (query === 'wickmoor' ? popup.count(query) : 2)).toBe(2);
      await popup.field.fill(query);
      const { violations } = await new AxeBuilder({ page: popup.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    }
  });
}

test('the popup is used with the keyboard alone', async ({ recollect }) => {
  const chat = await recollect.chat('claude', 'hub');
  await chat.say('say: The bell of fenwick, rung at noon.');
  const address = chat.page.url();
  const popup = await recollect.popup();
  await expect(popup.field).toBeFocused();
  await expect.poll(() => popup.count('fenwick')).toBe(2);
  await chat.page.close();
  await popup.page.keyboard.press('ArrowDown');
  await expect(popup.results.and(popup.page.locator('[aria-selected="true"]'))).toHaveCount(1);
  const opened = recollect.context.waitForEvent('page');
  const closed = popup.page.waitForEvent('close');
  // The popup closes while the key is still down, which the driver calls an error.
  await popup.page.keyboard.press('Enter').catch(() => closed);
  await expect(await opened).toHaveURL(address);
});

// The dialog brings signals that bind to components; the popup, which has none, lives on beside them.
test('the popup goes on when a memory was prepared for a chat', async ({ recollect }) => {
  const chat = await recollect.chat('claude', 'hub');
  await chat.say('say: The bell of fenwick, rung at noon.');
  const popup = await recollect.popup();
  const { page, field, results } = popup;
  await expect.poll(() => popup.count('fenwick')).toBe(2);
  await page.keyboard.press('Control+Shift+C');
  const dialog = page.getByRole('dialog', { name: 'Copy for a chat' });
  await expect(dialog.getByRole('button', { name: 'Copy the block' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('region', { name: 'Why this result' })).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('zeppelin before:2020');
  await expect(results).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove before:2020' })).toBeVisible();
  await page.getByRole('button', { name: 'Search all dates' }).click();
  await expect(field).toHaveValue('zeppelin');
  await page.keyboard.press('Escape');
  await expect(results).toHaveCount(2);
});

test('the toolbar opens the popup', async ({ recollect }) => {
  const [worker] = recollect.context.serviceWorkers();
  const kinds = await worker!.evaluate(async () => {
    await chrome.action.openPopup();
    const contexts = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.POPUP] });
    return contexts.map(({ documentUrl }) => documentUrl);
  });
  expect(kinds).toEqual([`chrome-extension://${recollect.extensionId}/popup.html`]);
});
