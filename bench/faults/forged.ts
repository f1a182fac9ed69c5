import type { Page } from 'playwright';
import type { LiveChats } from './live-chats.ts';

export type Forged = { readonly attempts: number; readonly accepted: readonly string[] };

const turn = (text: string) => ({
  id: 'forged',
  role: 'user',
  text,
  markdown: text,
  partial: false,
  source: 'authoritative',
});
const conversation = (site: string, origin: string) => ({
  site,
  id: 'forged',
  url: `${origin}/c/forged`,
  title: 'Forged',
  completeness: { complete: true, evidence: 'forged' },
});

/** What a content script that was taken over could say: every message must be refused. */
const MESSAGES: Readonly<Record<string, unknown>> = {
  'another site': {
    type: 'append',
    id: '1',
    observation: { conversation: conversation('claude', 'https://claude.ai'), turns: [turn('forged words')] },
  },
  'a sender of its own': {
    type: 'append',
    id: '2',
    sender: { site: 'claude', origin: 'https://claude.ai', tabId: 1, frameId: 0 },
    observation: {
      conversation: conversation('chatgpt', 'https://chatgpt.com'),
      turns: [turn('forged words')],
    },
  },
  'a label of its own': {
    type: 'append',
    id: '3',
    observation: {
      conversation: conversation('chatgpt', 'https://chatgpt.com'),
      turns: [{ ...turn('forged words'), label: 'user-confirmed' }],
    },
  },
  'the role of the system': {
    type: 'append',
    id: '4',
    observation: {
      conversation: conversation('chatgpt', 'https://chatgpt.com'),
      turns: [{ ...turn('forged words'), role: 'system' }],
    },
  },
  ...Object.fromEntries(
    [
      'search',
      'list',
      'texts',
      'exportTo',
      'importFrom',
      'erase',
      'eraseEverything',
      'changeSettings',
      'undo',
    ].map((type) => [type, { type, id: type, query: 'forged', scope: { kind: 'behaviour' } }]),
  ),
  'a call of another wire': { id: 'x', type: 'APPLY', path: ['eraseEverything'], argumentList: [] },
  nothing: null,
  'a list': [],
};

/** Says `messages` from the content script's own world on `page`; answers the names of those that were taken. */
const sayAsContentScript = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string; type: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) =>
    worlds.push({
      id: context.id,
      origin: context.origin,
      type: String((context.auxData as { type?: string } | undefined)?.type),
    }),
  );
  await session.send('Runtime.enable');
  const world = worlds.find(
    ({ type, origin }) => type === 'isolated' && origin.startsWith('chrome-extension:'),
  );
  if (!world) throw new Error('bench: the content script has no world');
  const say = async (messages: unknown): Promise<string[]> => {
    const taken: string[] = [];
    for (const [name, message] of Object.entries(messages as Record<string, unknown>)) {
      const line = chrome.runtime.connect({ name: 'capture' });
      const answer = await new Promise<{ type?: string; outcome?: { outcome?: string } } | undefined>(
        (resolve) => {
          line.onMessage.addListener((reply: { type?: string }) => {
            if (reply.type !== 'policy') resolve(reply);
          });
          line.onDisconnect.addListener(() => resolve(undefined));
          setTimeout(() => resolve(undefined), 1_000);
          line.postMessage(message);
        },
      );
      line.disconnect();
      if (answer?.type === 'ack' && answer.outcome?.outcome === 'stored') taken.push(name);
    }
    return taken;
  };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: world.id,
    expression: `(${say})(${JSON.stringify(MESSAGES)})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(`bench: ${exceptionDetails.text}`);
  return result.value as string[];
};

/** What a chat page can try from its own world against the extension `id`; answers what succeeded. */
const tryAsPage = (page: Page, id: string): Promise<string[]> =>
  page.evaluate(async (extension) => {
    const base = `chrome-extension://${extension}`;
    const within = <T>(work: Promise<T>): Promise<T | undefined> =>
      Promise.race([work, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 1_000))]);
    const tries: Record<string, () => Promise<unknown>> = {
      'reads a file of ours': () => fetch(`${base}/manifest.json`).then((response) => response.ok),
      'starts our worker': async () =>
        new SharedWorker(`${base}/vault-worker.js`, { name: 'recollect-vault' }),
      'sends us a message': async () => {
        const { runtime } =
          (window as unknown as { chrome?: { runtime?: typeof chrome.runtime } }).chrome ?? {};
        return runtime?.sendMessage?.(extension, { type: 'eraseEverything' });
      },
      'opens a line to us': async () => {
        const { runtime } =
          (window as unknown as { chrome?: { runtime?: typeof chrome.runtime } }).chrome ?? {};
        return runtime?.connect?.(extension, { name: 'capture' });
      },
    };
    const succeeded: string[] = [];
    for (const [name, work] of Object.entries(tries)) {
      // What the browser refuses with an error did not succeed.
      const done = await within(Promise.resolve().then(work)).catch(() => false);
      if (done) succeeded.push(name);
    }
    return succeeded;
  }, id);

const PAGE_TRIES = 4;

/** Everything above, and a look whether any forged word came into the vault. */
export const forge = async (chats: LiveChats): Promise<Forged> => {
  const chat = await chats.chat('chatgpt', 'search-unit');
  await chat.say('say: An honest word.');
  const { host } = new URL(chats.browser.page.url());
  const accepted = [...(await sayAsContentScript(chat.page)), ...(await tryAsPage(chat.page, host))];
  const stored = await chats.browser.page.evaluate(
    async () => (await window.vault.search({ query: '"forged words"' })).hits.length,
  );
  if (stored > 0) accepted.push('forged words are in the vault');
  await chat.page.close();
  return { attempts: Object.keys(MESSAGES).length + PAGE_TRIES, accepted };
};
