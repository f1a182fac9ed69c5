import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { serveFolder } from '../scripts/start/serve-folder.ts';
import { expect, test } from './fixtures.ts';
import { pressOn } from './keyboard.ts';
import { CHATS, openVault, remember } from './remember.ts';

const APP = fileURLToPath(new URL('../.output/app', import.meta.url));

/** Waits until the page is of that build, navigations in between included. */
const expectBuild = (page: Page, build: string, why: string): Promise<void> =>
  expect(page.locator('html'), why).toHaveAttribute('data-build', build);

/** Puts another build of the app into `folder`: its page says so, and its service worker lists the page anew. */
const release = async (folder: string, build: string): Promise<void> => {
  const [page, worker] = [join(folder, 'index.html'), join(folder, 'sw.js')];
  const html = await readFile(join(APP, 'index.html'), 'utf8');
  await writeFile(page, html.replace('<html', `<html data-build="${build}"`));
  const script = await readFile(join(APP, 'sw.js'), 'utf8');
  const listed = script.replace(/("?url"?:\s*"index\.html",\s*"?revision"?:\s*")[^"]*/, `$1${build}`);
  const other =
    listed === script
      ? script.replace(/("?revision"?:\s*")[^"]*(",\s*"?url"?:\s*"index\.html")/, `$1${build}$2`)
      : listed;
  if (other === script) throw new Error('sw.js does not list index.html');
  await writeFile(worker, other);
};

test('a new version waits until the person takes it, and loses nothing', async ({ recollect }, testInfo) => {
  const folder = testInfo.outputPath('app');
  await cp(APP, folder, { recursive: true });
  await release(folder, 'one');
  const server = await serveFolder(folder, 0);
  const page = await recollect.context.newPage();
  await page.goto(`http://localhost:${server.port}`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  await expectBuild(page, 'one', 'the first version');
  const banner = page.getByText('A newer version of Recollect is ready.');
  await expect(banner).toBeHidden();

  await page.evaluate(() => location.assign('#/settings'));
  await page.getByLabel('Theme').selectOption({ label: 'Dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await release(folder, 'two');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(banner).toBeVisible();
  await expectBuild(page, 'one', 'the page stays in the version it was opened in');

  await test.step('a reload does not take it, and offers it again', async () => {
    await page.reload();
    await expect(banner).toBeVisible();
    await expectBuild(page, 'one', 'a reload alone changes nothing');
  });

  await pressOn(page, page.getByRole('button', { name: 'Reload now' }));
  await expectBuild(page, 'two', 'the version that was taken');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(banner).toBeHidden();
  server.close();
  await page.reload();
  await expectBuild(page, 'two', 'the new version works without its server');
});

test('the app can be installed, and asks with a button of its own', async ({ recollect }) => {
  const server = await serveFolder(APP, 0);
  const page = await recollect.context.newPage();
  await page.goto(`http://localhost:${server.port}/#/settings`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  const session = await recollect.context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);

  // No browser without a window offers it by itself: the event is the browser's, sent by hand.
  const offer = () =>
    page.evaluate(() => {
      const event = new Event('beforeinstallprompt', { cancelable: true });
      const shared = window as unknown as { prompts?: number };
      const prompt = async () => {
        shared.prompts = (shared.prompts ?? 0) + 1;
      };
      dispatchEvent(Object.assign(event, { prompt }));
      return event.defaultPrevented;
    });
  const button = page.getByRole('button', { name: 'Install as an app' });
  await expect(button).toBeHidden();
  expect(await offer(), 'the browser’s own bar is held back').toBe(true);
  await pressOn(page, button);
  await expect(button).toBeHidden();
  expect(await page.evaluate(() => (window as unknown as { prompts?: number }).prompts)).toBe(1);
  await offer();
  await expect(button).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  await expect(button).toBeHidden();
  server.close();
});

test('an export opened with the app is imported', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  for (const chat of CHATS) await remember(vaultPage, chat);
  const archive = await vaultPage.evaluate(async () => {
    const chunks: Uint8Array[] = [];
    const sink = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) });
    await window.vault.exportTo({ format: 'jsonl' }, window.Comlink.transfer(sink, [sink]));
    return chunks.flatMap((chunk) => [...chunk]);
  });
  const server = await serveFolder(APP, 0);
  const page = await recollect.context.newPage();
  // The system hands a file over only to an installed app: the consumer is the app's, the call is ours.
  await page.addInitScript(() => {
    const { LaunchQueue } = window as unknown as { LaunchQueue: { prototype: { setConsumer: unknown } } };
    LaunchQueue.prototype.setConsumer = (consumer: unknown) => Object.assign(window, { consumer });
  });
  await page.goto(`http://localhost:${server.port}`);
  await expect(page.getByRole('heading', { name: 'Memories', exact: true })).toBeAttached();
  await page.evaluate(async (bytes) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('chats.recollect.zip', { create: true });
    const writable = await handle.createWritable();
    await writable.write(new Uint8Array(bytes));
    await writable.close();
    const { consumer } = window as unknown as { consumer(params: object): void };
    consumer({ files: [handle], targetURL: location.href });
  }, archive);
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Import chats.recollect.zip' }));
  await expect(page.getByLabel('Imported', { exact: true })).toContainText('New6');
  server.close();
});
