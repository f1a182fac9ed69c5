import { expect, test } from './fixtures.ts';
import { pressOn, tabTo } from './keyboard.ts';

test('a newcomer tries a search on samples and removes them, with the keyboard alone', async ({
  recollect,
}) => {
  const page = await recollect.context.newPage();
  await page.goto(`chrome-extension://${recollect.extensionId}/welcome.html`);
  await pressOn(page, page.getByRole('button', { name: 'Add the samples' }));
  const field = page.getByLabel('Search the samples');
  await tabTo(page, field);
  await page.keyboard.type('ferry');
  const part = page.getByRole('region', { name: 'Try it now' });
  await expect(part.getByRole('listitem')).toHaveCount(1);
  await expect(part.locator('mark').first()).toHaveText(/ferry/i);
  await expect(part.getByRole('status')).toHaveText('1 sample found');

  const manager = await recollect.manager();
  await expect(manager.page.getByRole('row')).toHaveCount(4);

  await page.bringToFront();
  await pressOn(page, page.getByRole('button', { name: 'Remove the samples' }));
  await expect(part.getByRole('status')).toContainText('gone from your memory');
  await expect(manager.page.getByRole('row')).toHaveCount(0);
});
