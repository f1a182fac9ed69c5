import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { serveFolder } from '../scripts/start/serve-folder.ts';
import { expect, test } from './fixtures.ts';
import { CHATS, openVault, remember } from './remember.ts';

const APP = fileURLToPath(new URL('../.output/app', import.meta.url));

type Icon = {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
};

/** Width and height of a PNG, from its header. */
const sizeOfPng = (bytes: Buffer): string => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;

const isSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('the web app installs, works without its server, takes an archive of the extension, and erases it', async ({
  recollect,
}, testInfo) => {
  if (!existsSync(join(APP, 'index.html')))
    throw new Error('There is no built web app in .output/app: run "npm run build:app" first.');
  const server = await serveFolder(APP, 0);
  const base = `http://localhost:${server.port}`;
  const archive = testInfo.outputPath('extension.recollect.zip');
  const page = await recollect.context.newPage();
  const rows = page.getByRole('row');

  await test.step('manifest and icons', async () => {
    await page.goto(base);
    await expect(page.getByRole('heading', { name: 'Memories', exact: true })).toBeAttached();
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const { request } = recollect.context;
    const manifest = await (await request.get(new URL(href ?? '', base).href)).json();
    expect(manifest).toMatchObject({ name: 'Recollect', display: 'standalone', start_url: '/', scope: '/' });
    expect(manifest.file_handlers[0].accept).toEqual({ 'application/zip': expect.arrayContaining(['.zip']) });
    const icons: readonly Icon[] = manifest.icons;
    for (const { src, sizes, type } of icons) {
      const response = await request.get(new URL(src, base).href);
      expect(response.headers()['content-type']).toBe(type);
      if (type === 'image/png') expect(sizeOfPng(await response.body())).toBe(sizes);
    }
    expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    const session = await recollect.context.newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
  });

  await test.step('service worker', async () => {
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(`${base}/`);
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  });

  await test.step('every page of it opens with the server gone', async () => {
    server.close();
    for (const [hash, title] of [
      ['#/transfer', 'Import and export'],
      ['#/settings', 'Settings'],
      ['#/topics', 'Topics'],
      ['#/agents', 'Agents & trust'],
    ] as const) {
      await page.goto(`${base}/${hash}`);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    }
  });

  await test.step('an archive of the extension comes in', async () => {
    const vaultPage = await openVault(recollect);
    for (const chat of CHATS) await remember(vaultPage, chat);
    const manager = await recollect.manager('#/transfer');
    const download = manager.page.waitForEvent('download');
    await manager.page.getByRole('button', { name: 'Export', exact: true }).click();
    await (await download).saveAs(archive);
    await page.goto(`${base}/#/transfer`);
    await page.locator('input[type=file]').setInputFiles(archive);
    await page.getByLabel(/It is my own export/).check();
    await page.getByRole('button', { name: /^Import / }).click();
    await expect(page.getByLabel('Imported', { exact: true })).toContainText('New6');
    await page.goto(`${base}/#/memories?q=celadon`);
    await expect(rows.first()).toContainText('celadon');
  });

  await test.step('usable at 390 px', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const id of ['memories', 'transfer', 'privacy', 'settings', 'health']) {
      await page.goto(`${base}/#/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      expect(await isSideways(page), `${id} scrolls sideways`).toBe(false);
    }
    await page.goto(`${base}/#/memories`);
    await rows.first().getByRole('link').click();
    await expect(page.getByRole('region', { name: 'What was said' })).toBeVisible();
    expect(await isSideways(page), 'a memory scrolls sideways').toBe(false);
  });

  await test.step('erase everything', async () => {
    await page.goto(`${base}/#/privacy`);
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('erase');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.goto(`${base}/#/memories`);
    await page.reload();
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(rows).toHaveCount(0);
  });
});
