import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { pressOn } from './keyboard.ts';
import { CHATS, openVault, remember } from './remember.ts';

const SHOTS = process.env.RECOLLECT_SHOTS;

const look = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png` });
  }
};

test('a search is saved in the popup, opened there and in the manager, and let go', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  for (const chat of CHATS) await remember(vaultPage, chat);
  const { page, field, results } = await recollect.popup();
  await page.setViewportSize({ width: 420, height: 560 });
  const save = page.getByRole('button', { name: 'Save search' });
  const saved = page.getByRole('group', { name: 'Saved searches' });

  await test.step('save', async () => {
    await field.fill('silver leaf role:assistant');
    await expect(page.locator('#list[data-answers="silver leaf role:assistant"]')).toBeVisible();
    await pressOn(page, save);
    await expect(save).toHaveAttribute('aria-pressed', 'true');
    await look(page, 'popup-saved-query');
  });

  await test.step('open by a press, and by completion', async () => {
    await page.reload();
    await expect(saved.getByRole('button')).toHaveText(['silver leaf role:assistant']);
    await look(page, 'popup-saved-empty');
    await pressOn(page, saved.getByRole('button'));
    await expect(field).toHaveValue('silver leaf role:assistant');
    await expect(field).toBeFocused();
    await expect(results.first()).toContainText('silver leaf');
    await field.fill('');
    await page.keyboard.type('saved:silver');
    await expect(page.getByRole('button', { name: 'saved:silver leaf' })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(field).toHaveValue('silver leaf role:assistant ');
    await expect(save).toHaveAttribute('aria-pressed', 'true');
  });

  const manager = (await recollect.manager()).page;
  await test.step('open in the manager, let go, take that back', async () => {
    const inManager = manager.getByRole('group', { name: 'Saved searches' });
    await look(manager, 'manager-saved-empty');
    await pressOn(manager, inManager.getByRole('button', { name: 'silver leaf role:assistant' }));
    await expect(manager).toHaveURL(/q=silver/);
    await expect(manager.getByRole('row').first()).toContainText('silver leaf');
    await look(manager, 'manager-saved-query');
    const toggle = manager.getByRole('button', { name: 'Save search' });
    await pressOn(manager, toggle);
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    const toasts = manager.getByRole('region', { name: 'Messages' });
    await expect(toasts).toContainText('no longer kept');
    await pressOn(manager, toasts.getByRole('button', { name: 'Undo' }).last());
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('let go in the popup', async () => {
    await page.bringToFront();
    await pressOn(page, save);
    await expect(save).toHaveAttribute('aria-pressed', 'false');
    await field.fill('');
    await expect(page.locator('#list[data-answers=""]')).toBeVisible();
    await expect(saved).toHaveCount(0);
  });
});
