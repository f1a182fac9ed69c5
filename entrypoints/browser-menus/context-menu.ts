import { siteOfPage } from '../chat.content/matches.ts';
import type { RunErrand } from '../host/errands.ts';

const LONGEST_QUERY = 200;
const LONGEST_TITLE = 2_000;
const SHOWN_MS = 2_000;

type Click = Pick<chrome.contextMenus.OnClickData, 'menuItemId' | 'selectionText' | 'pageUrl'>;
type ClickedTab = Pick<chrome.tabs.Tab, 'id' | 'title'>;

/** The entries, made anew on every install and update. `patterns`: pages that are captured. */
export const makeMenu = (patterns: string[]): void => {
  chrome.contextMenus.removeAll(() => {
    for (const id of ['remember', 'find'] as const)
      chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(id), contexts: ['selection'] });
    chrome.contextMenus.create({
      id: 'exclude',
      title: chrome.i18n.getMessage('exclude'),
      contexts: ['page'],
      documentUrlPatterns: patterns,
    });
  });
};

/** Says on the toolbar button, for a moment, that it is done. */
const confirm = async (tabId: number | undefined, done: boolean): Promise<void> => {
  if (tabId === undefined) return;
  const before = await chrome.action.getBadgeText({ tabId });
  await chrome.action.setBadgeText({ tabId, text: done ? '✓' : '!' });
  await new Promise((resolve) => setTimeout(resolve, SHOWN_MS));
  await chrome.action.setBadgeText({ tabId, text: before });
};

/** Does what an entry of the menu says. `mode`: of the build, for the sites that are captured. */
export const onMenuClick = async (
  { menuItemId, selectionText = '', pageUrl = '' }: Click,
  tab: ClickedTab | undefined,
  run: RunErrand,
  mode: string,
): Promise<void> => {
  const selected = selectionText.trim();
  if (menuItemId === 'find') {
    const query = encodeURIComponent(selected.slice(0, LONGEST_QUERY));
    await chrome.tabs.create({ url: chrome.runtime.getURL(`/manager.html#/memories?q=${query}`) });
    return;
  }
  if (menuItemId === 'remember' && selected !== '') {
    const title = (tab?.title ?? '').slice(0, LONGEST_TITLE);
    const { done } = await run({ type: 'remember', text: selected, title, url: pageUrl.slice(0, 4_000) });
    await confirm(tab?.id, done);
  }
  const site = menuItemId === 'exclude' ? siteOfPage(pageUrl, mode) : undefined;
  if (site !== undefined) {
    const { done } = await run({ type: 'exclude', site });
    await confirm(tab?.id, done);
  }
};
