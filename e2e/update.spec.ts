import type { Worker } from '@playwright/test';
import { expect, RENDERERS, test } from './fixtures.ts';

/** What the extension itself does after an install or update: every open chat page is given both scripts. */
const joinAgain = (worker: Worker): Promise<void> =>
  worker.evaluate(async () => {
    const { content_scripts: scripts = [] } = chrome.runtime.getManifest();
    for (const { js = [], matches = [], world = 'ISOLATED' } of scripts as {
      js?: string[];
      matches?: string[];
      world?: 'ISOLATED' | 'MAIN';
    }[])
      for (const { id } of await chrome.tabs.query({ url: matches }))
        await chrome.scripting.executeScript({ target: { tabId: id! }, files: js, world });
  });

for (const { site, renderer } of RENDERERS) {
  test(`${site} ${renderer}: a script that joins in the middle of an answer takes over without loss`, async ({
    recollect,
    replica,
  }) => {
    replica.control({ chunkDelayMs: 60, chunkSize: 8 });
    const chat = await recollect.chat(site, renderer);
    const popup = await recollect.popup();
    const worker = recollect.context.serviceWorkers()[0]!;
    const answer = () => replica.state.conversations.list(site)[0]?.messages.at(1)?.text;
    const before = replica.state.conversations.list(site).length;
    await chat.send(
      `say: Reedwater begins. ${'The path goes on along the dike. '.repeat(4)}It ends at sorrelgate.`,
    );
    await expect.poll(() => replica.state.conversations.list(site).length).toBe(before + 1);
    await expect.poll(answer).toMatch(/Reedwater begins\. The path/);
    await joinAgain(worker);
    await chat.settled();
    // Away with the last word: what the page shows of the answer is gone before anyone could read it there.
    await chat.newChat();
    await popup.untilCount('sorrelgate', 2);
    await popup.untilCount('reedwater', 2);
    const manager = await recollect.manager();
    await expect.poll(() => manager.total()).toBe(2);
  });
}

test('what a script could not deliver before another joined is delivered by that one', async ({
  recollect,
}) => {
  const chat = await recollect.chat('chatgpt', 'legacy');
  const popup = await recollect.popup();
  await chat.say('say: The mole at fernhithe.');
  await popup.untilCount('fernhithe', 2);
  const worker = recollect.context.serviceWorkers()[0]!;
  // A host page that takes its time, as on a slow machine right after an install: everything said waits in the page.
  await worker.evaluate(async () => {
    const create = chrome.offscreen.createDocument;
    chrome.offscreen.createDocument = async (options) => {
      await new Promise<void>((open) => Object.assign(globalThis, { letHostOpen: open }));
      return create(options);
    };
    await chrome.offscreen.closeDocument();
  });
  await chat.newChat();
  await chat.say('say: The dovecote of aldermoor.');
  await chat.openListed('A slow query');
  await joinAgain(worker);
  await chat.say('say: The index of birchmoor.');
  await worker.evaluate(() => (globalThis as unknown as { letHostOpen: () => void }).letHostOpen());
  await popup.untilCount('birchmoor', 2, 20_000);
  await popup.untilCount('aldermoor', 2);
  const manager = await recollect.manager();
  await expect.poll(() => manager.total()).toBeGreaterThanOrEqual(6);
});

for (const { site, renderer } of RENDERERS) {
  test(`${site} ${renderer}: an update of the extension in the middle of an answer loses and doubles nothing`, async ({
    recollect,
    replica,
  }) => {
    replica.control({ chunkDelayMs: 60, chunkSize: 8 });
    const chat = await recollect.chat(site, renderer);
    const before = await recollect.popup();
    await chat.say('say: The mole at fernhithe.');
    await before.untilCount('fernhithe', 2);
    const worker = recollect.context.serviceWorkers()[0]!;
    const answer = () => replica.state.conversations.list(site)[0]?.messages.at(3)?.text;
    await chat.send(
      `say: Reedwater begins. ${'The path goes on along the dike. '.repeat(6)}It ends at sorrelgate.`,
    );
    await expect.poll(answer).toMatch(/Reedwater begins\. The path/);
    const isBack = recollect.context.waitForEvent('serviceworker');
    // The worker that is asked is gone before it could answer.
    await Promise.race([worker.evaluate(() => chrome.runtime.reload()), isBack]);
    await chat.settled();
    await chat.newChat();
    await chat.say('say: The index of birchmoor.');
    await isBack;
    const popup = await recollect.popup();
    await popup.untilCount('birchmoor', 2);
    await popup.untilCount('sorrelgate', 2);
    await popup.untilCount('fernhithe', 2);
    const manager = await recollect.manager();
    await expect.poll(() => manager.total()).toBe(6);
  });
}
