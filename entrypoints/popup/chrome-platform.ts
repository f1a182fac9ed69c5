import type { CaptureStatus } from '../../ui/capture-status.ts';
import type { PopupPlatform } from '../../ui/popup/popup-state.ts';
import { siteOfPage } from '../chat.content/matches.ts';

/** The tab behind the popup; its address is only visible where we may capture. */
const captureStatus = async (): Promise<CaptureStatus | undefined> => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url) return undefined;
  const site = siteOfPage(tab.url, import.meta.env.MODE);
  if (site === undefined) return undefined;
  try {
    return await chrome.tabs.sendMessage<unknown, CaptureStatus>(tab.id, { type: 'capture-status' });
  } catch (error) {
    // Tabs older than the extension have no content script yet; the popup says to reload them.
    const evidence = error instanceof Error ? error.message : String(error);
    return { site, captured: 0, complete: false, evidence, state: 'disconnected' };
  }
};

const openTab = (url: string): void => {
  void chrome.tabs.create({ url }).then(() => window.close());
};

export const chromePlatform = (): PopupPlatform => ({
  captureStatus,
  openUrl: openTab,
  openManager: (hash) =>
    openTab(chrome.runtime.getURL(hash === '#/welcome' ? '/welcome.html' : `/manager.html${hash}`)),
  copy: (text) => navigator.clipboard.writeText(text),
});
