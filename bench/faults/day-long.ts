import { join } from 'node:path';
import type { Page } from 'playwright';
import type { ChatPage } from '../../replica/driver.ts';
import { ManagerPage } from '../../scripts/lib/manager-page.ts';
import { PopupPage } from '../../scripts/lib/popup-page.ts';
import { Cdp } from '../browser/cdp.ts';
import { extensionBase } from '../browser/vault-page.ts';
import { plantArchive } from '../privacy/corpus.ts';
import { importPlanted } from './crash-acts.ts';
import { allTexts, type Kept, type LiveChats, mark, type Site } from './live-chats.ts';

const EXCHANGES = 5;
const STOP_EVERY_MS = 900;
const IDLE_MS = 30_000;
const NEW_MEMORIES = 400;
const KINDS = [
  ['chatgpt', 'search-unit'],
  ['claude', 'hub'],
  ['chatgpt', 'legacy'],
  ['claude', 'older'],
] as const;

export type DayFigures = {
  /** What was said and not erased. */
  readonly kept: Kept;
  /** Erased turns that are found at the end, though their pages were opened again; of {@link erased}. */
  readonly cameBack: number;
  readonly erased: number;
  readonly stops: number;
  /** Tasks above 50 ms of the popup and the manager, and the longest, in ms. */
  readonly longTasks: number;
  readonly longest: number;
  /** A search asked by a page, while all this goes on, in ms; ascending. */
  readonly searches: readonly number[];
  /** The vault's heap after a collection and what it held, at the end of each hour. */
  readonly hours: readonly { readonly bytes: number; readonly memories: number }[];
  /** Processor seconds of the whole browser in a minute in which nobody does anything. */
  readonly idle: number;
};

type Talk = {
  readonly site: Site;
  readonly renderer: string;
  readonly path: string;
  readonly marks: readonly string[];
};
type Work = { longTasks: number; longest: number };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const work: Work = { longTasks: 0, longest: 0 };
    Object.assign(window, { work });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        work.longTasks += 1;
        work.longest = Math.max(work.longest, duration);
      }
    }).observe({ type: 'longtask' });
  });

const tasksOf = (page: Page): Promise<Work> =>
  page.evaluate(() => (window as unknown as { work: Work }).work);

/** Exports everything and imports the file again. */
const moveOutAndIn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
    const exported = await window.vault.exportTo({ format: 'jsonl' }, window.Comlink.transfer(sink, [sink]));
    if (!exported.ok) throw new Error(exported.error.message);
    const imported = await window.vault.importFrom(new Blob(chunks), {});
    if (!imported.ok) throw new Error(imported.error.message);
  });

class Day {
  readonly #chats: LiveChats;
  readonly #page: Page;
  readonly #popup: PopupPage;
  readonly #manager: ManagerPage;
  readonly talks: Talk[] = [];
  readonly erased: Talk[] = [];
  readonly searches: number[] = [];

  constructor(chats: LiveChats, popup: PopupPage, manager: ManagerPage) {
    this.#chats = chats;
    this.#page = chats.browser.page;
    this.#popup = popup;
    this.#manager = manager;
  }

  /** Two chats at once, the person searching and reading between; then both tabs are closed. */
  async talk(hour: number): Promise<void> {
    let over = false;
    const talks = [0, 1].map(async (tab) => {
      const [site, renderer] = KINDS[(hour * 2 + tab) % KINDS.length] ?? KINDS[0];
      const chat = await this.#chats.chat(site, renderer);
      const marks = Array.from({ length: EXCHANGES }, (_, at) => mark(`day${hour}tab${tab}at`, at));
      for (const word of marks) await chat.say(`say: The meadow ${word} is mown before the rain comes.`);
      this.talks.push({ site, renderer, path: new URL(chat.page.url()).pathname, marks });
      await chat.page.close({ runBeforeUnload: true });
    });
    const reading = (async () => {
      while (!over) {
        await this.#searchAndRead();
        await sleep(300);
      }
    })();
    const talking = Promise.all(talks).finally(() => {
      over = true;
    });
    await Promise.all([talking, reading]);
  }

  async #searchAndRead(): Promise<void> {
    const query = ['garden router', 'meadow rain', 'kettle violin', 'harbour letter'][
      this.searches.length % 4
    ];
    // A tab in the background is slowed down by the browser.
    await this.#popup.page.bringToFront();
    await this.#popup.count(query ?? '');
    const { took, seq } = await this.#page.evaluate(async (words) => {
      const started = performance.now();
      await window.vault.search({ query: words });
      const took = performance.now() - started;
      const { rows } = await window.vault.recent(20);
      const [first] = rows;
      if (!first) return { took };
      await window.vault.setPinned([first.seq], !first.pinned);
      await window.vault.addTag([first.seq], 'read');
      return { took, seq: first.seq };
    }, query ?? '');
    this.searches.push(took);
    if (seq === undefined) return;
    await this.#manager.page.bringToFront();
    await this.#manager.page.evaluate((hash) => location.assign(hash), `#/memory/${seq}`);
    await this.#manager.page.getByRole('article').first().waitFor();
    await this.#manager.page.evaluate(() => location.assign('#/memories'));
  }

  /** Erases an earlier talk for good and opens its page again; another erase is taken back. */
  async erase(): Promise<void> {
    const [gone, spared] = this.talks.splice(0, 2);
    if (!gone || !spared) return;
    this.talks.push(spared);
    this.erased.push(gone);
    await this.#page.evaluate(
      async ([first, second]) => {
        const conversationOf = async (query: string): Promise<string> => {
          const { hits } = await window.vault.search({ query });
          const [hit] = hits;
          if (!hit) throw new Error(`bench: nothing of ${query} was kept`);
          return hit.row.conversationKey;
        };
        const undone = await window.vault.erase({ kind: 'conversation', key: await conversationOf(second) });
        await window.vault.undo(undone.token);
        await window.vault.erase({ kind: 'conversation', key: await conversationOf(first) });
        const done = await window.vault.completeErase();
        if (!done.ok) throw new Error(done.error.message);
      },
      [gone.marks[0] ?? '', spared.marks[0] ?? ''] as const,
    );
    const again: ChatPage = await this.#chats.chat(gone.site, gone.renderer, gone.path);
    await again.page
      .getByText(gone.marks[0] ?? '')
      .first()
      .waitFor();
    await sleep(2_000);
    await again.page.close({ runBeforeUnload: true });
  }
}

/**
 * A day of use in `hours` hours of a quarter of a minute: chats in two tabs that are opened and closed, searches, reading,
 * tags, an erase, an export that is imported again and a foreign import by turns, while the service worker is stopped
 * again and again.
 */
export const liveThroughDay = async (
  chats: LiveChats,
  folder: string,
  size: number,
  hours: number,
): Promise<DayFigures> => {
  const { browser } = chats;
  await browser.page.evaluate(async () => {
    await window.vault.eraseEverything();
    await window.vault.changeSettings({ eraseDelaySeconds: 3_600 });
  });
  await importPlanted(browser, (await plantArchive(join(folder, 'day.zip'), size)).path);
  const context = browser.page.context();
  const id = new URL(extensionBase(browser.page).replace('chrome-extension', 'https')).host;
  const [popup, manager] = [new PopupPage(await context.newPage()), new ManagerPage(await context.newPage())];
  await popup.open(id);
  await manager.open(id);
  const pages = [popup.page, manager.page];
  for (const page of pages) await watchTasks(page);
  const cdp = await Cdp.connect(browser.address);
  const worker = await cdp.attach('shared_worker', '/vault-worker.js');
  await cdp.send('HeapProfiler.enable', {}, worker);
  const session = await context.newCDPSession(browser.page);
  await session.send('ServiceWorker.enable');
  let [stops, over] = [0, false];
  const stopping = (async () => {
    while (!over) {
      await browser.page.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(String));
      await session.send('ServiceWorker.stopAllWorkers');
      stops += 1;
      await sleep(STOP_EVERY_MS);
    }
  })();
  const day = new Day(chats, popup, manager);
  const measured: { bytes: number; memories: number }[] = [];
  try {
    for (let hour = 0; hour < hours; hour++) {
      await day.talk(hour);
      if (hour % 3 === 0) await moveOutAndIn(browser.page);
      else if (hour % 3 === 1) await day.erase();
      else {
        const { path } = await plantArchive(join(folder, `hour-${hour}.zip`), size + NEW_MEMORIES * hour);
        await importPlanted(browser, path);
      }
      await cdp.send('HeapProfiler.collectGarbage', {}, worker);
      const usage = await cdp.send<{ usedSize: number; backingStorageSize?: number }>(
        'Runtime.getHeapUsage',
        {},
        worker,
      );
      const { memories } = await browser.page.evaluate(() => window.vault.status());
      measured.push({ bytes: usage.usedSize + (usage.backingStorageSize ?? 0), memories });
    }
  } finally {
    over = true;
    await stopping;
  }
  const kept = await chats.kept(day.talks.flatMap(({ marks }) => marks));
  const texts = await allTexts(browser.page);
  const erasedMarks = day.erased.flatMap(({ marks }) => marks);
  const cameBack = erasedMarks.filter((word) => texts.some((text) => text.includes(word))).length;
  const work = await Promise.all(pages.map(tasksOf));
  const idle = await idleCost(cdp);
  cdp.close();
  await Promise.all([session.detach(), ...pages.map((page) => page.close())]);
  return {
    kept,
    cameBack,
    erased: erasedMarks.length,
    stops,
    longTasks: work.reduce((sum, { longTasks }) => sum + longTasks, 0),
    longest: Math.max(...work.map(({ longest }) => longest)),
    searches: day.searches.sort((a, b) => a - b),
    hours: measured,
    idle,
  };
};

/** Processor seconds a minute of every process of the browser while nothing is asked of it. */
const idleCost = async (cdp: Cdp): Promise<number> => {
  const total = async (): Promise<number> => {
    const { processInfo } = await cdp.send<{ processInfo: { cpuTime: number }[] }>(
      'SystemInfo.getProcessInfo',
    );
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const before = await total();
  await sleep(IDLE_MS);
  return ((await total()) - before) * (60_000 / IDLE_MS);
};
