import type { WelcomePlatform } from '../welcome/welcome-page.tsx';

/** Stands in for the browser around the welcome page on the development page. */
export const welcomePlatform = (): WelcomePlatform => ({
  manager: '/entrypoints/manager/index.html',
  sites: [
    { id: 'chatgpt', url: 'https://chatgpt.com' },
    { id: 'claude', url: 'https://claude.ai' },
  ],
  shortcut: async () => 'Ctrl+Shift+Space',
});
