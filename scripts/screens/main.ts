import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { connectVault } from '../../bench/browser/extension.ts';
import { findChromium } from '../lib/chromium.mjs';
import { launchWithExtension } from '../lib/launch.ts';
import { ownMemories } from './memories.ts';
import { EMPTY_SCREENS, fullScreens, type Screen } from './screens.ts';

/**
 * Pictures of every screen of the built extension, empty and full, into `artifacts/screens`: light, dark, 390 px, and
 * full ones in German and mirrored. Run after `wxt build`: `node scripts/screens/main.ts [part of a name, or "full-dark"]`.
 * Exits 1 when a screen scrolls sideways, a target is too small or a page had an error.
 */
const FOLDER = fileURLToPath(new URL('../../artifacts/screens', import.meta.url));
const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const CONVERSATIONS = 100;
const PAUSE_MS = 350;

type Look = {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly language?: string;
  readonly mirrored?: true;
  /** Targets are measured too. */
  readonly checked?: true;
};

const LOOKS: readonly Look[] = [
  { name: 'light', colorScheme: 'light', width: 1200, checked: true },
  { name: 'dark', colorScheme: 'dark', width: 1200 },
  { name: 'narrow', colorScheme: 'light', width: 390, checked: true },
  { name: 'german', colorScheme: 'light', width: 1200, language: 'de' },
  { name: 'mirrored', colorScheme: 'dark', width: 1200, mirrored: true },
];

const [wanted = ''] = process.argv.slice(2);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await launchWithExtension({
  executablePath: await findChromium(),
  extension: EXTENSION,
  headless: true,
});
const base = `chrome-extension://${browser.extensionId}/`;
let troubles = 0;
const trouble = (words: string): void => {
  troubles += 1;
  console.error(words);
};

const vaultPage = await browser.context.newPage();
await connectVault(vaultPage, browser.extensionId);
const page: Page = await browser.context.newPage();

const take = async (screen: Screen, content: string, look: Look): Promise<void> => {
  const name = `${screen.name}-${content}-${look.name}`;
  if (!name.includes(wanted)) return;
  const popup = screen.path.startsWith('popup');
  if (popup && look.width < 420) return;
  const onError = (error: Error) => trouble(`${name}: ${error.message}`);
  page.on('pageerror', onError);
  await page.setViewportSize(popup ? { width: 420, height: 560 } : { width: look.width, height: 800 });
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.goto('about:blank');
  await page.goto(base + screen.path);
  await page.waitForTimeout(PAUSE_MS);
  await screen.act?.(page).catch((error: Error) => trouble(`${name}: ${error.message.split('\n')[0]}`));
  if (look.mirrored) await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await page.waitForTimeout(PAUSE_MS);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  const { wide, tall } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const main = document.querySelector('main');
    return { wide: scrollWidth - clientWidth, tall: main ? main.scrollHeight : 0 };
  });
  if (wide > 0) trouble(`${name}: ${wide} px wider than its window`);
  if (!popup && tall > 900 && screen.act === undefined) {
    // What lies below the first screenful is part of the screen.
    await page.setViewportSize({ width: look.width, height: Math.min(tall + 80, 3_000) });
    await page.waitForTimeout(PAUSE_MS);
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
  }
  if (look.checked) {
    const { violations } = await new AxeBuilder({ page })
      .withRules(['target-size'])
      .setLegacyMode()
      .analyze();
    for (const { nodes } of violations)
      for (const { html } of nodes) trouble(`${name}: a target of less than 24 px: ${html.slice(0, 160)}`);
  }
  page.off('pageerror', onError);
};

const takeAll = async (
  screens: readonly Screen[],
  content: string,
  looks: readonly Look[],
): Promise<void> => {
  for (const look of looks) {
    await vaultPage.evaluate((language) => window.vault.changeSettings({ language }), look.language ?? 'en');
    for (const screen of screens) await take(screen, content, look);
  }
};

await takeAll(EMPTY_SCREENS, 'empty', LOOKS.slice(0, 3));
for (const { observation, sender } of ownMemories(CONVERSATIONS, Date.now()))
  await vaultPage.evaluate(([seen, from]) => window.vault.append(seen, from), [observation, sender] as const);
const seqs = await vaultPage.evaluate(async () => {
  const find = async (query: string) =>
    (await window.vault.search({ query, limit: 1 })).hits[0]?.row.seq ?? 0;
  const [code, hebrew] = [await find('shared_buffers'), await find('הכנרת')];
  const hostile = (await window.vault.list({ labels: ['quarantined'] }, 0, 1)).rows[0]?.seq ?? 0;
  const { rows } = await window.vault.list({}, 0, 8);
  await window.vault.addTag([code, hebrew], 'to read again');
  await window.vault.setPinned([code], true);
  await window.vault.trash(
    rows
      .filter(({ seq }) => ![code, hebrew].includes(seq))
      .slice(0, 2)
      .map(({ seq }) => seq),
  );
  await window.vault.report({
    area: 'capture/chatgpt',
    severity: 'warning',
    message: 'The markup of this page is unknown: its messages could not be read.',
    action: 'What was captured before is kept.',
    report: 'main > div > article',
  });
  return { code, hebrew, hostile };
});
await page.goto('about:blank');
await page.goto(`${base}manager.html#/topics`);
await page.getByRole('button', { name: /Find the topics|Find them anew/ }).click();
await page.locator('main a[href^="#/topics/"]').first().waitFor();
await takeAll(fullScreens(seqs), 'full', LOOKS);
await browser.close();
console.log(`${troubles} troubles; pictures in ${FOLDER}`);
process.exitCode = troubles === 0 ? 0 : 1;
