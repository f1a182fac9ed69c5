import { writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { command, pressOn, tabTo } from './keyboard.ts';
import { CHATS, openVault, remember } from './remember.ts';

test('a memory is found, opened, tagged, pinned, deleted, brought back, with the keyboard alone', async ({
  recollect,
}) => {
  const vaultPage = await openVault(recollect);
  for (const chat of CHATS) await remember(vaultPage, chat);
  const { page } = await recollect.manager();
  const rows = page.getByRole('row');
  const toasts = page.getByRole('region', { name: 'Messages' });
  await expect(rows).toHaveCount(6);

  await test.step('find and open', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('silver leaf');
    await expect(rows.first()).toContainText('silver leaf');
    await expect(page).toHaveURL(/q=silver/);
    await pressOn(page, rows.first());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pruning the orchard');
    await expect(page.getByRole('region', { name: 'What was said' })).toContainText('silver leaf');
  });

  await test.step('tag and pin', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Pin', exact: true }));
    await expect(page.getByRole('button', { name: 'Unpin' })).toHaveAttribute('aria-pressed', 'true');
    await tabTo(page, page.getByLabel('New tag'));
    await page.keyboard.type('stone fruit');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove tag stone fruit' })).toBeVisible();
  });

  await test.step('delete, undo, delete again', async () => {
    const remove = page.getByRole('button', { name: 'Delete', exact: true });
    await pressOn(page, remove);
    await expect(toasts).toContainText('Moved to the trash.');
    await pressOn(page, toasts.getByRole('button', { name: 'Undo' }).last());
    await expect(remove).toBeVisible();
    await page.keyboard.press('Escape');
    await command(page, 'Show what is pinned');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('stone fruit');
    await tabTo(page, rows.first());
    await page.keyboard.press('Delete');
    await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  });

  await test.step('restore from the trash', async () => {
    await command(page, 'Open the trash');
    await expect(rows).toHaveCount(1);
    await tabTo(page, rows.first());
    await page.keyboard.press('x');
    await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
    await pressOn(page, page.getByRole('button', { name: 'Put back' }));
    await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
    await command(page, 'Go to Memories');
    await expect(rows).toHaveCount(6);
  });

  await test.step('several at once', async () => {
    await tabTo(page, rows.first());
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('toolbar')).toContainText('3 selected');
    await page.keyboard.press('Delete');
    await expect(rows).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(6);
  });
});

test('memories go out into a file and come back in, with the keyboard alone', async ({
  recollect,
}, testInfo) => {
  const vaultPage = await openVault(recollect);
  for (const chat of CHATS) await remember(vaultPage, chat);
  const { page } = await recollect.manager('#/transfer');
  const archive = testInfo.outputPath('export.recollect.zip');

  await test.step('export', async () => {
    const download = page.waitForEvent('download');
    await pressOn(page, page.getByRole('button', { name: 'Export', exact: true }));
    await (await download).saveAs(archive);
    await expect(page.getByText('6 memories exported.')).toBeVisible();
  });
  await vaultPage.evaluate(async () => void (await window.vault.eraseEverything()));
  const importArchive = async (file: string) => {
    const chooser = page.waitForEvent('filechooser');
    await pressOn(page, page.locator('input[type=file]'), 'Space');
    await (await chooser).setFiles(file);
  };

  await test.step('import', async () => {
    await importArchive(archive);
    await pressOn(page, page.getByLabel(/It is my own export/), 'Space');
    await pressOn(page, page.getByLabel(/Bring back what I erased/), 'Space');
    await pressOn(page, page.getByRole('button', { name: /^Import / }));
    await expect(page.getByLabel('Imported', { exact: true })).toContainText('New6');
  });

  await test.step('a file that is no archive is refused with its reason, and changes nothing', async () => {
    const broken = testInfo.outputPath('broken.zip');
    await writeFile(broken, 'no archive at all');
    await importArchive(broken);
    await pressOn(page, page.getByRole('button', { name: /^Import / }));
    await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
    expect(await vaultPage.evaluate(async () => (await window.vault.status()).memories)).toBe(6);
  });
});

test('a conversation and then everything is erased, with the keyboard alone', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  for (const chat of CHATS) await remember(vaultPage, chat);
  const { page } = await recollect.manager('#/privacy');
  const memories = () => vaultPage.evaluate(async () => (await window.vault.status()).memories);
  const form = page.getByRole('region', { name: 'Erase', exact: true });
  const eraseOrchard = async () => {
    const choice = form.getByLabel('One conversation', { exact: true });
    await expect(choice.getByRole('option')).toHaveCount(3);
    await tabTo(page, choice);
    await page.keyboard.type('Pruning');
    await expect(form.getByRole('status')).toContainText(
      /4 memories, about .*, 1 whole conversation among them/,
    );
    await pressOn(page, form.getByRole('button', { name: 'Erase…' }));
    const dialog = page.getByRole('dialog', { name: 'Erase this?' });
    await expect(dialog).toContainText('4 memories');
    await pressOn(page, dialog.getByRole('button', { name: 'Erase', exact: true }));
    await expect(dialog).toBeHidden();
    await expect.poll(memories).toBe(2);
  };

  await test.step('preview, erase, undo', async () => {
    await eraseOrchard();
    await expect(form.getByText(/4 erased memories are removed from the disk at/)).toBeVisible();
    await pressOn(page, page.getByRole('button', { name: 'Undo' }).first());
    await expect.poll(memories).toBe(6);
  });

  await test.step('the way back is on every page, a reload later', async () => {
    await eraseOrchard();
    await page.evaluate(() => location.assign('#/settings'));
    await page.reload();
    const banner = page.getByRole('status').filter({ hasText: '4 erased memories are removed' });
    await pressOn(page, banner.getByRole('button', { name: 'Undo' }));
    await expect.poll(memories).toBe(6);
    await expect(banner).toBeHidden();
    await page.evaluate(() => location.assign('#/privacy'));
  });

  await test.step('erase and remove now', async () => {
    await eraseOrchard();
    await pressOn(page, form.getByRole('button', { name: 'Remove now' }));
    await expect(page.getByText('Removed from the disk.', { exact: true })).toBeVisible();
    await expect(form.getByText(/erased memories are removed from the disk at/)).toBeHidden();
    expect(await memories()).toBe(2);
    await expect(page.getByRole('region', { name: 'Receipts' })).toContainText('Erased (done)');
  });

  await test.step('everything, after its word was typed', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Erase everything…' }));
    const dialog = page.getByRole('dialog', { name: 'Erase everything' });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    const now = dialog.getByRole('button', { name: 'Erase everything now' });
    await page.keyboard.type('eras');
    await expect(now).toBeDisabled();
    await page.keyboard.type('e');
    await expect(now).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Every memory was erased, on the disk too.')).toBeVisible();
    expect(await memories()).toBe(0);
  });
});

test('whatever holds certain words is erased, with the keyboard alone', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  for (const chat of CHATS) await remember(vaultPage, chat);
  await remember(vaultPage, {
    id: 'letter',
    title: 'A letter',
    said: ['Write to Ada  Lovelace.', 'Dear friend,'],
  });
  const { page } = await recollect.manager('#/privacy');
  const form = page.getByRole('region', { name: 'Erase', exact: true });
  const what = form.getByLabel('What to erase');
  await tabTo(page, what);
  await page.keyboard.type('Everything with');
  await expect(what).toHaveValue('words');
  await tabTo(page, form.getByRole('textbox', { name: 'Words' }));
  await page.keyboard.type('ada lovelace');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('status')).toContainText(/^1 memory, about \d+ bytes$/);
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  await pressOn(page, form.getByRole('button', { name: 'Erase…' }));
  const dialog = page.getByRole('dialog', { name: 'Erase this?' });
  await pressOn(page, dialog.getByRole('button', { name: 'Erase', exact: true }));
  await pressOn(page, form.getByRole('button', { name: 'Remove now' }));
  await expect(page.getByText('Removed from the disk.', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Receipts' })).toContainText('Memories with certain words');
  expect(await vaultPage.evaluate(async () => (await window.vault.status()).memories)).toBe(7);
});

test('commands, keys, health and settings are used with the keyboard alone', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  await vaultPage.evaluate(() =>
    window.vault.report({
      area: 'capture/chatgpt',
      severity: 'warning',
      message: 'A page was not understood.',
      action: 'Its words were read from the page as shown.',
      report: 'main > div[12]',
    }),
  );
  const { page } = await recollect.manager();

  await test.step('the sheet of keys', async () => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toContainText('Ctrl K');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('health', async () => {
    await command(page, 'health');
    await expect(page.getByRole('listitem').filter({ hasText: 'Capture · ChatGPT' })).toContainText(
      'A page was not understood.',
    );
    await pressOn(page, page.getByText('Structure report'));
    await expect(page.getByText('main > div[12]')).toBeVisible();
    await pressOn(page, page.getByRole('button', { name: 'Clear the list' }));
    await expect(page.getByRole('heading', { name: 'All is well' })).toBeVisible();
  });

  await test.step('pause', async () => {
    await command(page, 'Go to Settings');
    await pressOn(page, page.getByRole('switch').first(), 'Space');
    expect(await remember(vaultPage, CHATS[0]!)).toMatchObject({ outcome: 'paused' });
    await pressOn(page, page.getByRole('button', { name: 'Resume capture' }));
    await expect(page.getByRole('switch').first()).not.toBeChecked();
    expect(await remember(vaultPage, CHATS[0]!)).toMatchObject({ outcome: 'stored' });
  });

  await test.step('theme and language', async () => {
    await tabTo(page, page.getByLabel('Theme'));
    await page.keyboard.type('Dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await tabTo(page, page.getByLabel('Language'));
    await page.keyboard.type('Deutsch');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('the address keeps the state', async () => {
    await page.goto(`chrome-extension://${recollect.extensionId}/manager.html#/memories?q=plum`);
    await page.reload();
    await expect(page.getByRole('row').first()).toContainText('plum');
    await expect(page.getByRole('searchbox')).toHaveValue('plum');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });
});
