import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';
import type { PageReading, SiteId } from '../../core/capture/index.ts';
import { ADAPTERS_GLOBAL, bundleAdapters } from './bundle-adapters.ts';

const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium to use: `CHROMIUM_PATH`, one of the system's, else Playwright's own. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROMIUM_PATH'] ?? SYSTEM_CHROMIUM.find((path) => existsSync(path));

/** Reads saved pages in a real headless Chromium, each at an address of its site, without any network. */
export class PageReader {
  readonly #browser: Browser;
  readonly #adapters: string;

  private constructor(browser: Browser, adapters: string) {
    this.#browser = browser;
    this.#adapters = adapters;
  }

  static async open(): Promise<PageReader> {
    const adapters = await bundleAdapters();
    const executablePath = chromiumPath();
    const browser = await chromium.launch({
      headless: true,
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return new PageReader(browser, adapters);
  }

  /** What the adapter of `site` reads in `html`, shown at `url`. Scripts of the page do not run. */
  async read(site: SiteId, html: string, url: string): Promise<PageReading> {
    const context = await this.#browser.newContext({ javaScriptEnabled: true, bypassCSP: true });
    try {
      const page = await context.newPage();
      await page.route('**/*', (route) =>
        route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
          ? route.fulfill({
              contentType: 'text/html; charset=utf-8',
              headers: {
                'content-security-policy': "script-src 'none'; sandbox allow-same-origin allow-scripts",
              },
              body: html,
            })
          : route.abort(),
      );
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.evaluate(this.#adapters);
      return (await page.evaluate(
        `${ADAPTERS_GLOBAL}.readPage(${JSON.stringify(site)}, document, ${JSON.stringify(url)})`,
      )) as PageReading;
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
