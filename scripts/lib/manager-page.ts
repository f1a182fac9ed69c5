import type { Page } from '@playwright/test';

/** The manager in a tab: the place that counts memories exactly. */
export class ManagerPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param path page and state, e.g. `#/health`; the list of memories when left out */
  async open(extensionId: string, path = ''): Promise<void> {
    await this.page.goto(`chrome-extension://${extensionId}/manager.html${path}`);
    await this.page.getByRole('main').waitFor();
  }

  /** Memories in the list as it says itself; the list follows the vault while it is open. */
  async total(): Promise<number> {
    const words = await this.page.getByRole('main').innerText();
    return Number(/([\d,.]+) memor/.exec(words)?.[1]?.replace(/\D/g, '') ?? 0);
  }
}
