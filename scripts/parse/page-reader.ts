import { type Browser, chromium } from 'playwright';
import { ORIGINS_BY_SITE, type PageReading, type SiteId } from '../../core/capture/index.ts';
import { findChromium } from '../lib/chromium.mjs';
import { ADAPTERS_GLOBAL, bundleAdapters } from './bundle-adapters.ts';

/** Link of the open conversation in the page's own list, by site; what is open is marked or carries the page's title. */
const OPEN_LINK: Readonly<
  Record<SiteId, { readonly marked: string; readonly any: string; readonly path: string }>
> = {
  chatgpt: {
    marked: 'a[data-active][href*="/c/"], a[aria-current="page"][href*="/c/"]',
    any: 'a[href*="/c/"]',
    path: '/c/',
  },
  claude: {
    marked: 'a[aria-current="page"][href*="/chat/"], [data-row][data-active] a[href*="/chat/"]',
    any: 'a[href*="/chat/"]',
    path: '/chat/',
  },
};

/** Runs in the page: the path of the open conversation, where the page tells it. */
const openPath = ({ marked, any }: { readonly marked: string; readonly any: string }): string | undefined => {
  const titled = (link: Element): boolean => {
    const text = link.textContent?.trim() ?? '';
    return text !== '' && document.title.startsWith(text);
  };
  const links = [...document.querySelectorAll(any)];
  const link =
    document.querySelector(marked) ?? links.find(titled) ?? (links.length === 1 ? links[0] : undefined);
  return link?.getAttribute('href') ?? undefined;
};

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
    const browser = await chromium.launch({
      headless: true,
      executablePath: await findChromium(),
      // Chromium refuses its sandbox to root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return new PageReader(browser, adapters);
  }

  /**
   * What the adapter of `site` reads in `html`. Scripts of the page do not run and nothing is fetched.
   * Where no address is given, the page's own list of conversations is asked, and `fallbackId` stands in last.
   */
  async read(
    site: SiteId,
    html: string,
    url: string | undefined,
    fallbackId: string,
  ): Promise<{ readonly reading: PageReading; readonly url: string }> {
    const context = await this.#browser.newContext();
    try {
      const page = await context.newPage();
      await page.route('**/*', (route) =>
        route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
          ? route.fulfill({
              contentType: 'text/html; charset=utf-8',
              headers: { 'content-security-policy': "script-src 'none'" },
              body: html,
            })
          : route.abort(),
      );
      const origin = ORIGINS_BY_SITE[site];
      await page.goto(url ?? `${origin}/`, { waitUntil: 'domcontentloaded' });
      await page.evaluate(this.#adapters);
      const path = url === undefined ? await page.evaluate(openPath, OPEN_LINK[site]) : undefined;
      const address = url ?? new URL(path ?? OPEN_LINK[site].path + fallbackId, origin).href;
      const call = `${ADAPTERS_GLOBAL}.readPage(${JSON.stringify(site)}, document, ${JSON.stringify(address)})`;
      return { reading: (await page.evaluate(call)) as PageReading, url: address };
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
