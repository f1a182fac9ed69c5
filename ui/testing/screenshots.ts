import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { LATER_SCREENS } from './later-screens.ts';
import config from './vite.config.ts';

/**
 * Pictures of every screen with invented memories, light, dark and narrow, into `artifacts/screens`, each checked by
 * axe. Run: `node ui/testing/screenshots.ts [part of a name]`. Exits 1 on a violation or an error in the page.
 */
export type Screen = {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
};

const POPUP = '/entrypoints/popup/index.html';
const MANAGER = '/entrypoints/manager/index.html';
const WELCOME = '/entrypoints/welcome/index.html';

const type = (selector: string, text: string) => async (page: Page) => {
  await page.fill(selector, text);
  await page.waitForSelector('mark');
};

const eraseTwo = async (page: Page) => {
  for (let time = 0; time < 2; time++) {
    await page.locator('section[aria-labelledby=erase-title] select').nth(1).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Erase…', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  }
  await page.locator('section[aria-labelledby=erase-title] .notice').nth(1).waitFor();
};

const SCREENS: readonly Screen[] = [
  { name: 'popup', path: POPUP, act: async (page) => void (await page.waitForSelector('[role=option]')) },
  { name: 'popup-search', path: POPUP, act: type('#query', 'planner index si') },
  { name: 'popup-none', path: POPUP, act: (page) => page.fill('#query', 'zzz before:2020') },
  { name: 'popup-empty', path: `${POPUP}?size=0` },
  { name: 'memories', path: `${MANAGER}?size=10000#/memories` },
  { name: 'memories-search', path: `${MANAGER}?size=1000#/memories?q=dough+planner` },
  { name: 'memories-facet', path: `${MANAGER}?size=1000#/memories?site=claude&tag=idea` },
  { name: 'memories-empty', path: `${MANAGER}?size=0#/memories` },
  { name: 'detail', path: `${MANAGER}?size=400#/memory/382` },
  { name: 'transfer', path: `${MANAGER}#/transfer` },
  { name: 'privacy', path: `${MANAGER}#/privacy` },
  { name: 'privacy-waiting', path: `${MANAGER}#/privacy`, act: eraseTwo },
  { name: 'health', path: `${MANAGER}#/health` },
  { name: 'settings', path: `${MANAGER}#/settings` },
  { name: 'palette', path: `${MANAGER}#/memories`, act: (page) => page.keyboard.press('Control+k') },
  { name: 'keys', path: `${MANAGER}#/memories`, act: (page) => page.keyboard.press('?') },
  { name: 'welcome', path: WELCOME },
  ...LATER_SCREENS,
];

const VARIANTS = [
  { name: 'light', colorScheme: 'light', width: 1200, height: 800 },
  { name: 'dark', colorScheme: 'dark', width: 1200, height: 800 },
  { name: 'narrow', colorScheme: 'light', width: 390, height: 780 },
] as const;

const folder = fileURLToPath(new URL('../../artifacts/screens', import.meta.url));
const wanted = process.argv[2] ?? '';
await mkdir(folder, { recursive: true });
const server = await createServer({
  ...config,
  server: { port: 0, hmr: false, watch: null },
  logLevel: 'warn',
});
await server.listen();
const base = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  // The graph draws with WebGL, which has no hardware behind it here.
  args: ['--enable-unsafe-swiftshader', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
let troubles = 0;
const trouble = (words: string) => {
  troubles += 1;
  console.error(words);
};
for (const { name: variant, colorScheme, width, height } of VARIANTS) {
  for (const { name, path, act } of SCREENS.filter((screen) => screen.name.includes(wanted))) {
    const viewport = path.startsWith(POPUP) ? { width: 420, height: 560 } : { width, height };
    if (path.startsWith(POPUP) && variant === 'narrow') continue;
    const context = await browser.newContext({ colorScheme, viewport });
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble(`${name} ${variant}: ${error.message}`));
    await page.goto(base + path);
    await page.waitForTimeout(400);
    await act?.(page);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/${name}-${variant}.png` });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) {
      const [first] = nodes;
      trouble(`${name} ${variant}: ${id}: ${first?.failureSummary ?? ''}\n   ${first?.html ?? ''}`);
    }
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
      trouble(`${name} ${variant}: the page scrolls sideways`);
    }
    await context.close();
  }
}
await browser.close();
await server.close();
console.log(`${troubles} troubles`);
process.exitCode = troubles === 0 ? 0 : 1;
