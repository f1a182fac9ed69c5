import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const KILLS = 50;

/** Stops the extension's service worker whenever it runs, and counts how often that happened. */
class Assassin {
  readonly #page: Page;
  readonly #session: CDPSession;
  kills = 0;
  #alive = false;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions) {
        if (runningStatus === 'running') this.#alive = true;
        if (runningStatus !== 'stopped' || !this.#alive) continue;
        this.#alive = false;
        this.kills += 1;
      }
    });
  }

  /** @param page a page of the extension, whose storage partition holds the service worker */
  static async on(page: Page): Promise<Assassin> {
    const session = await page.context().newCDPSession(page);
    const assassin = new Assassin(page, session);
    await session.send('ServiceWorker.enable');
    return assassin;
  }

  /** Wakes the service worker with a message, as badges and commands do, and stops it. */
  async strike(): Promise<void> {
    await this.#page.evaluate(() => chrome.runtime.sendMessage({ type: 'are-you-there' }).catch(String));
    await this.#session.send('ServiceWorker.stopAllWorkers');
  }
}

test('a service worker killed 50 times during capture loses and doubles nothing', async ({
  recollect,
  replica,
}) => {
  test.setTimeout(240_000);
  replica.control({ chunkDelayMs: 25, chunkSize: 10, domLagMs: 60 });
  const chats = [
    await recollect.chat('chatgpt', 'search-unit'),
    await recollect.chat('claude', 'hub'),
    await recollect.chat('claude', 'older'),
  ];
  const popup = await recollect.popup();
  const assassin = await Assassin.on(popup.page);
  let said = 0;
  let over = false;
  const talk = async (chat: (typeof chats)[number], name: string): Promise<void> => {
    for (let at = 0; !over; at += 1) {
      await chat.say(`say: Lantern ${name}${at} burns at kestrelgate until the boats are in.`);
      said += 2;
    }
  };
  const talks = chats.map((chat, at) => talk(chat, `post${at}number`));
  while (assassin.kills < KILLS) {
    await assassin.strike();
    await popup.page.waitForTimeout(180);
  }
  over = true;
  await Promise.all(talks);
  const manager = await recollect.manager();
  await expect.poll(() => manager.total(), { timeout: 20_000 }).toBe(said);
  test.info().annotations.push({ type: 'kills', description: `${assassin.kills}, ${said} turns` });
  // Exactly once each, and not merely the right sum.
  for (let post = 0; post < chats.length; post += 1)
    await expect.poll(() => popup.count(`post${post}number0`)).toBe(2);
});

test('three tabs talking at once are all kept', async ({ recollect }) => {
  const tabs = [
    { chat: await recollect.chat('chatgpt', 'legacy'), word: 'alderpost' },
    { chat: await recollect.chat('chatgpt', 'search-unit'), word: 'beechpost' },
    { chat: await recollect.chat('claude', 'hub'), word: 'cherrypost' },
  ];
  const popup = await recollect.popup();
  await Promise.all(
    tabs.map(async ({ chat, word }) => {
      for (let at = 0; at < 4; at += 1) await chat.say(`say: Stone ${at} of the ${word} road.`);
    }),
  );
  const manager = await recollect.manager();
  await expect.poll(() => manager.total()).toBe(3 * 8);
  for (const { word } of tabs) await expect.poll(() => popup.count(word)).toBeGreaterThan(0);
});

test('a host page that disappears is made again and loses nothing', async ({ recollect }) => {
  const chat = await recollect.chat('chatgpt', 'search-unit');
  const worker = recollect.context.serviceWorkers()[0]!;
  const hosts = () =>
    worker.evaluate(async () => {
      const { OFFSCREEN_DOCUMENT } = chrome.runtime.ContextType;
      return (await chrome.runtime.getContexts({ contextTypes: [OFFSCREEN_DOCUMENT] })).length;
    });
  for (let at = 0; at < 3; at += 1) {
    await expect.poll(hosts, { timeout: 15_000 }).toBe(1);
    await chat.send(`say: Buoy ${at} lies off wrackhaven, where the water is deep enough.`);
    await worker.evaluate(() => chrome.offscreen.closeDocument());
    await chat.settled();
  }
  const manager = await recollect.manager();
  await expect.poll(() => manager.total(), { timeout: 20_000 }).toBe(6);
});

test('a closed tab leaves what was said in it', async ({ recollect }) => {
  const chat = await recollect.chat('claude', 'older');
  const popup = await recollect.popup();
  await chat.say('say: The ferry to saltmarsh.');
  // As a person closes a tab: the page hears of it.
  await chat.page.close({ runBeforeUnload: true });
  await expect.poll(() => popup.count('saltmarsh')).toBe(2);
});
