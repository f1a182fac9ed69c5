import type { WelcomePlatform } from '../../ui/welcome/welcome-page.tsx';

export const welcomePlatform = (): WelcomePlatform => ({
  manager: '/manager.html',
  sites: [
    { id: 'chatgpt', url: 'https://chatgpt.com' },
    { id: 'claude', url: 'https://claude.ai' },
  ],
  shortcut: async () => {
    const commands = await chrome.commands.getAll();
    return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
  },
});
