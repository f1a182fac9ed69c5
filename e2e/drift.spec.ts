import { DRIFTED_CHAT } from '../replica/shell.ts';
import { expect, test } from './fixtures.ts';

const PAGES = [
  { site: 'ChatGPT', address: `https://chatgpt.com/c/${DRIFTED_CHAT}` },
  { site: 'Claude', address: `https://claude.ai/chat/${DRIFTED_CHAT}` },
] as const;

for (const { site, address } of PAGES) {
  test(`${site}: a page of unknown markup is said on the badge and in Health, and keeps nothing`, async ({
    recollect,
  }) => {
    const page = await recollect.context.newPage();
    await page.goto(address);
    const [worker] = recollect.context.serviceWorkers();
    const badge = () =>
      worker!.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query({ url: `${new URL(url).origin}/*` });
        return chrome.action.getBadgeText({ tabId: tab!.id! });
      }, address);
    await expect.poll(badge, { timeout: 15_000 }).toBe('!');
    const popup = await recollect.popup();
    expect(await popup.count('burns')).toBe(0);
    const health = await recollect.manager('#/health');
    await expect(health.page.getByRole('main')).toContainText(new RegExp(site, 'i'));
    // The report speaks of structure only.
    await expect(health.page.getByRole('main')).not.toContainText('burns');
  });
}
