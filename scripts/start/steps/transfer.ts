import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ManagerPage } from '../../lib/manager-page.ts';
import type { Stage, Step } from '../stage.ts';

const archiveOf = ({ screenshots }: Stage): string => join(screenshots, 'tour.recollect.zip');

const managerOf = async ({ context, extensionId }: Stage, path: string): Promise<ManagerPage> => {
  const manager = new ManagerPage(await context.newPage());
  await manager.open(extensionId, path);
  return manager;
};

/** Exports everything from the manager into an archive. */
export const exportAll: Step = {
  name: 'export',
  run: async (stage, shoot) => {
    const { page } = await managerOf(stage, '#/transfer');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await (await download).saveAs(archiveOf(stage));
    await page.getByText(/memories exported/).waitFor();
    await shoot(page, 'manager-export');
    await page.close();
    const { size } = await stat(archiveOf(stage));
    return `everything into an archive of ${Math.ceil(size / 1024)} kB`;
  },
};

const importInto = async (page: Page, archive: string): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles(archive);
  await page.getByLabel(/It is my own export/).check();
  await page.getByLabel(/Bring back what I erased/).check();
  await page.getByRole('button', { name: /^Import / }).click();
  await page.getByLabel('Imported', { exact: true }).waitFor();
};

/** Imports that archive into the web app, which has a vault of its own. */
export const importIntoApp: Step = {
  name: 'import',
  run: async (stage, shoot) => {
    if (!stage.app) throw new Error('the web app is not part of this build');
    const page = await stage.context.newPage();
    await page.goto(`${stage.app}/#/transfer`);
    await importInto(page, archiveOf(stage));
    await shoot(page, 'app-import');
    await page.goto(`${stage.app}/#/memories`);
    await page.getByRole('row').first().waitFor();
    const app = new ManagerPage(page);
    const total = await app.total();
    if (total === 0) throw new Error('the web app shows no memory after the import.');
    await shoot(page, 'app-memories');
    await page.close();
    return `${total} memories into the web app`;
  },
};

const eraseEverything = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('ERASE');
  await dialog.getByRole('button', { name: /Erase everything now/ }).click();
  await dialog.waitFor({ state: 'hidden' });
};

/** Erases everything in both vaults. */
export const erase: Step = {
  name: 'erase',
  run: async (stage, shoot) => {
    const manager = await managerOf(stage, '#/privacy');
    const { page } = manager;
    await shoot(page, 'manager-privacy');
    const times: string[] = [];
    const places = [page, ...(stage.app ? [await stage.context.newPage()] : [])];
    await places[1]?.goto(`${stage.app}/#/privacy`);
    for (const [index, place] of places.entries()) {
      const began = performance.now();
      await eraseEverything(place);
      times.push(`${index === 0 ? 'extension' : 'web app'} in ${Math.round(performance.now() - began)} ms`);
    }
    await manager.open(stage.extensionId, '#/memories');
    const left = await manager.total();
    if (left > 0) throw new Error(`${left} memories are still shown.`);
    await shoot(page, 'manager-empty');
    for (const place of places) await place.close();
    return `0 memories left; ${times.join(', ')}`;
  },
};
