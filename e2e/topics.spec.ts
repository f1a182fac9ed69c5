import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fixtureDocuments } from '../core/graph/fixture.ts';
import { expect, test } from './fixtures.ts';
import { command, pressOn, tabTo } from './keyboard.ts';
import { openVault, remember } from './remember.ts';

const DAY_MS = 86_400_000;

/** Conversations on bread, databases and hiking in turn, a day apart; each holds the fixture's eight turns `rounds` times. */
const rememberSubjects = async (vaultPage: Page, conversations: number, rounds = 1): Promise<void> => {
  const today = new Date().setHours(9, 0, 0, 0);
  for (let conversation = 0; conversation < conversations; conversation++) {
    const texts = fixtureDocuments()
      .filter((document) => document.conversation === conversation % 9)
      .map(({ text }) => text);
    await remember(vaultPage, {
      id: `subject-${conversation}`,
      title: `Conversation ${conversation}`,
      ...(conversation % 3 === 1 ? { project: 'Orders' } : {}),
      said: Array.from({ length: rounds }, (_, round) =>
        texts.map((text) => (round === 0 ? text : `${text} Take ${round} of ${conversation}.`)),
      ).flat(),
      at: today - conversation * DAY_MS,
    });
  }
};

test('topics are found, renamed, hidden and looked at as a graph, with the keyboard alone', async ({
  recollect,
}) => {
  test.slow();
  const vaultPage = await openVault(recollect);
  await rememberSubjects(vaultPage, 9);
  const { page } = await recollect.manager('#/topics');
  const topics = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  const title = page.getByRole('heading', { level: 1 });

  await test.step('found', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Find the topics' }));
    await expect(topics).not.toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByRole('main')).toContainText(/sourdough/i);
    await expect(page.getByRole('main')).not.toContainText(/cluster/i);
  });

  await test.step('renamed, and found anew under the same name', async () => {
    const bread = topics.filter({ hasText: /sourdough/i }).first();
    await pressOn(page, bread.getByRole('button', { name: /^Rename/ }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Baking bread');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Baking bread' })).toBeVisible();
    await pressOn(page, page.getByRole('button', { name: 'Find them anew' }));
    await expect(page.getByRole('button', { name: 'Find them anew' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('link', { name: 'Baking bread' })).toBeVisible();
  });

  await test.step('hidden and shown again', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Hide Baking bread' }));
    await expect(page.getByRole('link', { name: 'Baking bread' })).toBeHidden();
    await pressOn(page, page.getByRole('button', { name: 'Show hidden' }));
    await pressOn(page, page.getByRole('button', { name: 'Show Baking bread again' }));
    await expect(page.getByRole('button', { name: 'Hide Baking bread' })).toBeVisible();
  });

  await test.step('the graph: arrows and Enter open a memory, L its surroundings', async () => {
    await page.goto(page.url().replace(/#.*/, '#/graph'));
    const picture = page.getByRole('application');
    await expect(picture.locator('canvas').first()).toBeAttached();
    await tabTo(page, picture);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('l');
    await expect(page).toHaveURL(/around=\d+/);
    await pressOn(page, page.getByRole('button', { name: '1', exact: true }));
    await expect(page).toHaveURL(/depth=1/);
    await tabTo(page, picture);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/memory\/\d+/);
    const related = page.getByRole('region', { name: 'Related memories' });
    await expect(related).toContainText('Shares:');
    await pressOn(page, related.getByRole('button', { name: 'More like this' }));
    await expect(related.getByRole('listitem')).toHaveCount(15);
  });

  await test.step('the table says the same, and why', async () => {
    await pressOn(page, page.getByRole('link', { name: 'Show its surroundings' }));
    await pressOn(page, page.getByRole('button', { name: 'Table' }));
    await expect(page.getByRole('table')).toContainText('shares');
  });

  await test.step('the timeline’s brush filters', async () => {
    await command(page, 'Go to Timeline');
    await expect(title).toHaveText('Timeline');
    const start = page.getByRole('slider').first();
    await tabTo(page, start);
    for (let day = 0; day < 88; day++) await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/from=/);
    await pressOn(page, page.getByRole('link', { name: 'Show them in Memories' }));
    await expect(page).toHaveURL(/#\/memories\?.*from=/);
  });

  await test.step('a digest says how much it covers', async () => {
    await command(page, 'Go to Digests');
    await pressOn(page, page.getByRole('button', { name: 'A project' }));
    await tabTo(page, page.getByRole('combobox'));
    await page.keyboard.type('Orders');
    await expect(page.getByRole('article')).toContainText('3 of 3 conversations');
    await expect(page.getByRole('article')).toContainText(/orders|Postgres/);
  });
});

test('the graph is taken out as a picture and as data, and days are chosen with the mouse', async ({
  recollect,
}) => {
  test.slow();
  const vaultPage = await openVault(recollect);
  await rememberSubjects(vaultPage, 9);
  // The manager brings the analyst along.
  const { page } = await recollect.manager('#/topics');
  // On a busy machine it may come later than a person would be kept waiting for it.
  await expect
    .poll(() => vaultPage.evaluate(async () => (await window.vault.rebuildGraph()).ok), { timeout: 60_000 })
    .toBe(true);
  await page.goto(page.url().replace(/#.*/, '#/graph'));
  await expect(page.getByRole('application').locator('canvas').first()).toBeAttached();

  const saved = async (kind: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: kind, exact: true }).click();
    return readFile(await (await download).path());
  };
  const picture = await saved('PNG');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in its header (PNG, IHDR); an empty picture packs to almost nothing.
  expect(picture.readUInt32BE(16)).toBeGreaterThan(300);
  expect(picture.length).toBeGreaterThan(8_000);
  const { nodes, edges } = JSON.parse((await saved('JSON')).toString()) as {
    nodes: object[];
    edges: object[];
  };
  expect(nodes).toHaveLength(72);
  expect(edges.length).toBeGreaterThan(72);
  const gexf = (await saved('GEXF')).toString();
  // Our own pages make no document of a text: Trusted Types forbid it.
  const elsewhere = await page.context().newPage();
  const counted = await elsewhere.evaluate((xml) => {
    const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
    const count = (name: string) => documentElement.getElementsByTagName(name).length;
    return { root: documentElement.nodeName, nodes: count('node'), edges: count('edge') };
  }, gexf);
  await elsewhere.close();
  expect(counted).toEqual({ root: 'gexf', nodes: 72, edges: edges.length });

  await page.goto(page.url().replace(/#.*/, '#/timeline'));
  const plot = page.locator('.plot');
  await expect(plot.locator('rect').first()).toBeAttached();
  const { x, y, width, height } = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.97, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.999, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=/);
  const { from, to } = Object.fromEntries(new URLSearchParams(page.url().split('?')[1]));
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / DAY_MS;
  expect(days).toBeGreaterThanOrEqual(0);
  expect(days).toBeLessThan(9);
  await expect(page.getByRole('link', { name: 'Show them in Memories' })).toBeVisible();
});

test('making topics goes on where it stopped when every page with the analyst is closed', async ({
  recollect,
}) => {
  test.slow();
  const vaultPage = await openVault(recollect);
  await rememberSubjects(vaultPage, 27, 20);
  const { page } = await recollect.manager('#/topics');
  await expect(page.getByRole('button', { name: 'Find the topics' })).toBeVisible();
  const state = () => vaultPage.evaluate(async () => (await window.vault.graphStatus()).state);
  await page.getByRole('button', { name: 'Find the topics' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.close();
  expect(await state()).toBe('building');

  const again = await recollect.manager('#/topics');
  await expect(again.page.getByRole('progressbar')).toBeVisible();
  await expect.poll(state, { timeout: 60_000 }).toBe('ready');
  await expect(again.page.getByRole('link', { name: /sourdough/i }).first()).toBeVisible();
  const status = await vaultPage.evaluate(() => window.vault.graphStatus());
  expect(status.memories).toBe(27 * 20 * 8);
});

test('cancelling stops at once and keeps the topics there were', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  await rememberSubjects(vaultPage, 27, 20);
  const { page } = await recollect.manager('#/topics');
  await page.getByRole('button', { name: 'Find the topics' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Stopped.');
  await expect(page.getByRole('button', { name: 'Find the topics' })).toBeVisible();
});
