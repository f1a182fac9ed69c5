import { allTexts, type Kept, type LiveChats, mark } from './live-chats.ts';

const PAUSE_MS = 180;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Three chats talk while the extension's service worker is stopped `kills` times. */
export const killServiceWorkers = async (chats: LiveChats, kills: number): Promise<Kept> => {
  const tabs = [
    await chats.chat('chatgpt', 'search-unit'),
    await chats.chat('claude', 'hub'),
    await chats.chat('claude', 'older'),
  ];
  const session = await chats.browser.page.context().newCDPSession(chats.browser.page);
  let [alive, dead, over] = [false, 0, false];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === 'running') alive = true;
      if (runningStatus !== 'stopped' || !alive) continue;
      alive = false;
      dead += 1;
    }
  });
  await session.send('ServiceWorker.enable');
  const marks: string[] = [];
  const talks = tabs.map(async (chat, tab) => {
    for (let number = 0; !over; number++) {
      const word = mark(`worker${tab}`, number);
      marks.push(word);
      await chat.say(`say: The lantern ${word} burns until the boats are in.`);
    }
  });
  while (dead < kills) {
    // A message wakes it, as badges and commands do.
    await chats.browser.page.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(String));
    await session.send('ServiceWorker.stopAllWorkers');
    await sleep(PAUSE_MS);
  }
  over = true;
  await Promise.all(talks);
  const kept = await chats.kept(marks);
  for (const { page } of tabs) await page.close();
  return kept;
};

/** Four tabs talk at once, and each is closed as soon as its last answer is there. */
export const closeTabs = async (chats: LiveChats, exchanges: number): Promise<Kept> => {
  const kinds = [
    ['chatgpt', 'legacy'],
    ['chatgpt', 'search-unit'],
    ['claude', 'hub'],
    ['claude', 'older'],
  ] as const;
  const marks: string[] = [];
  await Promise.all(
    kinds.map(async ([site, renderer], tab) => {
      const chat = await chats.chat(site, renderer);
      for (let number = 0; number < exchanges; number++) {
        const word = mark(`tab${tab}`, number);
        marks.push(word);
        await chat.say(`say: Stone ${word} lies beside the road.`);
      }
      await chat.page.close({ runBeforeUnload: true });
    }),
  );
  return chats.kept(marks);
};

/**
 * Kills the whole browser `kills` times in the middle of a talk. What a page of ours had seen before the kill must be
 * there afterwards, once: `lost` counts texts that are gone, `doubled` those that are there more often.
 */
export const killBrowsers = async (chats: LiveChats, kills: number): Promise<Kept> => {
  let [lost, doubled, turns] = [0, 0, 0];
  for (let kill = 0; kill < kills; kill++) {
    const chat = await chats.chat(
      kill % 2 === 0 ? 'chatgpt' : 'claude',
      kill % 2 === 0 ? 'search-unit' : 'hub',
    );
    const marks: string[] = [];
    const talk = async (): Promise<void> => {
      for (let number = 0; ; number++) {
        const word = mark(`kill${kill}`, number);
        marks.push(word);
        await chat.say(`say: The ferry ${word} leaves at the second bell.`);
      }
    };
    talk().catch(() => 'the browser was killed in the middle of it, as intended');
    await sleep(1_500 + 400 * kill);
    const before = (await allTexts(chats.browser.page)).filter((text) =>
      marks.some((word) => text.includes(word)),
    );
    await chats.browser.kill();
    await chats.open();
    const after = await allTexts(chats.browser.page);
    turns += before.length;
    for (const word of marks) {
      const [seen, held] = [before, after].map((texts) => texts.filter((text) => text.includes(word)).length);
      lost += Math.max(0, (seen ?? 0) - (held ?? 0));
      doubled += Math.max(0, (held ?? 0) - 2);
    }
  }
  return { lost, doubled, turns };
};
