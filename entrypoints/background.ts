import { defineBackground } from 'wxt/utils/define-background';
import { makeMenu, onMenuClick } from './browser-menus/context-menu.ts';
import { listenToOmnibox } from './browser-menus/omnibox.ts';
import type { ErrandOutcome, RunErrand } from './host/errands.ts';
import { CAPTURE_PORT } from './host/protocol.ts';
import { type BadgeMessage, startHost } from './host/start-host.ts';

const HOST_PAGE = 'host.html';
const BADGES = {
  ok: { text: '', title: '' },
  paused: { text: '‖', title: 'paused' },
  trouble: { text: '!', title: 'trouble' },
} as const;

const showBadge = async ({ tabId, state }: BadgeMessage): Promise<void> => {
  const { text, title } = BADGES[state];
  await chrome.action.setBadgeText({ tabId, text });
  await chrome.action.setTitle({ tabId, title: title === '' ? 'Recollect' : chrome.i18n.getMessage(title) });
};

/** Tabs close at any time; a badge for a closed tab is nothing to report. */
const showBadgeOfOpenTab = (message: BadgeMessage): void => {
  showBadge(message).catch((error: unknown) => console.debug('Recollect: badge of a closed tab', error));
};

const hasHost = async (): Promise<boolean> => {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  return contexts.length > 0;
};

let creating: Promise<void> | undefined;

/** Makes the host page where it is missing; answers whether it had to be made. */
const ensureHost = async (): Promise<boolean> => {
  if (!creating && (await hasHost())) return false;
  creating ??= chrome.offscreen
    .createDocument({
      url: HOST_PAGE,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: 'Keeps the worker alive that stores and searches your conversations on this machine.',
    })
    .finally(() => {
      creating = undefined;
    });
  await creating;
  return true;
};

/** A page that says nothing in this time is given scripts; a second script in a page takes over without loss. */
const ANSWER_MS = 2_000;

/** True where a content script of this very version runs. */
const isJoined = (tabId: number): Promise<boolean> =>
  Promise.race([
    chrome.tabs.sendMessage<unknown>(tabId, { type: 'capture-status' }).then(
      () => true,
      // Nobody listens: a page older than the extension.
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ANSWER_MS)),
  ]);

const join = async (tabId: number, scripts: readonly ContentScript[]): Promise<void> => {
  if (await isJoined(tabId)) return;
  for (const { js = [], world = 'ISOLATED' } of scripts)
    await chrome.scripting.executeScript({ target: { tabId }, files: js, world, injectImmediately: true });
};

/** `world` is in every manifest of version 3 but not in the library's type of it. */
type ContentScript = { matches?: string[]; js?: string[]; world?: 'ISOLATED' | 'MAIN' };

/**
 * Tabs that were open before an install, an update or the extension was switched on have no live content script: give
 * them one. Asked at each start of the background, since not each of those has an event.
 */
const joinOpenTabs = async (): Promise<void> => {
  const scripts = (chrome.runtime.getManifest().content_scripts ?? []) as ContentScript[];
  const tabs = await chrome.tabs.query({ url: [...new Set(scripts.flatMap(({ matches = [] }) => matches))] });
  await Promise.all(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : join(id, scripts).catch((error: unknown) =>
            console.debug('Recollect: a tab could not be joined until it is reloaded', error),
          ),
    ),
  );
};

const logFailure = (what: string) => (error: unknown) => console.error(`Recollect: ${what}`, error);

/** Sends an errand to the host page, which is made where it is missing. */
const sendErrand: RunErrand = async (errand) => {
  await ensureHost();
  const outcome = await chrome.runtime.sendMessage<unknown, ErrandOutcome | undefined>(errand);
  if (!outcome) throw new Error('The vault did not do what was asked.');
  return outcome;
};

export default defineBackground(() => {
  const run = import.meta.env.FIREFOX ? startHost(showBadgeOfOpenTab) : sendErrand;
  listenToOmnibox(run, !import.meta.env.FIREFOX);
  chrome.contextMenus.onClicked.addListener((click, tab) => {
    onMenuClick(click, tab, run, import.meta.env.MODE).catch(logFailure('an entry of the menu failed'));
  });
  // Not after the host page: a script that finds none keeps what it has and comes again.
  joinOpenTabs().catch(logFailure('open tabs could not be joined'));
  if (!import.meta.env.FIREFOX) {
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name !== CAPTURE_PORT) return;
      // A host page made just now has not heard of this port: closing it makes the content script come again.
      ensureHost()
        .then((made) => made && port.disconnect())
        .catch(logFailure('the host page could not be made'));
    });
    chrome.runtime.onMessage.addListener((message: BadgeMessage, sender) => {
      if (sender.id === chrome.runtime.id && !sender.tab && message.type === 'badge')
        showBadgeOfOpenTab(message);
    });
    chrome.runtime.onStartup.addListener(
      () => void ensureHost().catch(logFailure('the host page could not be made')),
    );
  }
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    makeMenu(chrome.runtime.getManifest().host_permissions ?? []);
    if (!import.meta.env.FIREFOX) ensureHost().catch(logFailure('the host page could not be made'));
    if (reason === 'install') {
      chrome.tabs
        .create({ url: chrome.runtime.getURL('/welcome.html') })
        .catch(logFailure('the welcome page could not be opened'));
    }
  });
});
