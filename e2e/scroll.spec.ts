import type { Page } from '@playwright/test';
import { plantArchive } from '../bench/privacy/corpus.ts';
import { expect, test } from './fixtures.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { openVault } from './remember.ts';

const SIZE = 10_000;
/** A window this tall shows about 24 rows; the list draws a few beyond each edge. */
const MOST_ROWS = 60;

/** Scrolls from the first to the last row and answers the days met, and the most rows there ever were in the page. */
const walk = (page: Page): Promise<{ days: number; mostRows: number }> =>
  page.evaluate(async () => {
    const view = document.querySelector('.virtual');
    if (!view) throw new Error('there is no list');
    const days = new Set<string>();
    let mostRows = 0;
    const look = () => {
      for (const heading of view.querySelectorAll('h2')) days.add(heading.textContent);
      mostRows = Math.max(mostRows, view.querySelectorAll('.memory-row').length);
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    view.scrollTop = 0;
    for (let end = false; !end; ) {
      await frame();
      await frame();
      look();
      end = view.scrollTop + view.clientHeight >= view.scrollHeight - 1;
      view.scrollTop += view.clientHeight;
    }
    return { days: days.size, mostRows };
  });

test('ten thousand memories scroll with few rows in the page and every day in reach', async ({
  recollect,
}, testInfo) => {
  test.setTimeout(120_000);
  const archive = testInfo.outputPath('many.recollect.zip');
  await plantArchive(archive, SIZE);
  const { page } = await recollect.manager('#/transfer');
  await page.setViewportSize({ width: 1180, height: 1800 });
  await page.locator('input[type=file]').setInputFiles(archive);
  await pressOn(page, page.getByRole('button', { name: /^Import / }));
  await expect(page.getByLabel('Imported', { exact: true })).toContainText('10,000', { timeout: 90_000 });
  const vaultPage = await openVault(recollect);
  const days = await vaultPage.evaluate(async () => (await window.vault.list({}, 0, 1)).days?.length);
  expect(days).toBeGreaterThan(100);
  // A tab behind another one draws no frames.
  await page.bringToFront();
  await vaultPage.close();

  await page.evaluate(() => location.assign('#/memories'));
  const rows = page.getByRole('row');
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(SIZE));

  await test.step('first and last with one key each', async () => {
    await tabTo(page, rows.first());
    await page.keyboard.press('End');
    await expect(page.locator(`[aria-rowindex="${SIZE}"]`)).toBeFocused();
    await expect(page.locator(`[aria-rowindex="${SIZE}"]`)).toBeInViewport();
    expect(await rows.count()).toBeLessThan(MOST_ROWS);
    await page.keyboard.press('ArrowUp');
    await expect(page.locator(`[aria-rowindex="${SIZE - 1}"]`)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.locator('[aria-rowindex="1"]')).toBeFocused();
    await expect(page.locator('[aria-rowindex="1"]')).toBeInViewport();
  });

  await test.step('from one end to the other', async () => {
    const walked = await walk(page);
    expect(walked.days).toBe(days);
    expect(walked.mostRows).toBeLessThan(MOST_ROWS);
  });

  await test.step('going back from a memory leads to where it was', async () => {
    await tabTo(page, page.locator('[aria-rowindex="1"]'));
    await page.keyboard.press('End');
    await pressOn(page, page.locator(`[aria-rowindex="${SIZE}"]`));
    await expect(page.getByRole('region', { name: 'What was said' })).toBeVisible();
    await page.goBack();
    await expect(page.locator(`[aria-rowindex="${SIZE}"]`)).toBeInViewport();
  });
});
