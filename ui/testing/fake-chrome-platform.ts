import type { PopupPlatform } from '../popup/popup-state.ts';

/** Stands in for the browser around the popup on the development page. */
export const chromePlatform = (): PopupPlatform => ({
  captureStatus: async () => ({
    site: 'claude',
    conversation: 'chat-1',
    captured: 14,
    complete: true,
    evidence: 'has_previous_page=false',
    state: 'capturing',
  }),
  openUrl: (url) => console.info('open', url),
  openManager: (hash) => console.info('manager', hash),
  copy: (text) => navigator.clipboard.writeText(text),
});
