import type { Locator, Page } from '@playwright/test';

/** The toolbar popup, opened in a tab. */
export class PopupPage {
  readonly page: Page;
  readonly results: Locator;
  readonly announced: Locator;

  constructor(page: Page) {
    this.page = page;
    this.results = page.getByRole('option');
    this.announced = page.locator('#said');
  }

  async open(extensionId: string): Promise<void> {
    await this.page.goto(`chrome-extension://${extensionId}/popup.html`);
    await this.field.waitFor();
  }

  get field(): Locator {
    return this.page.getByRole('combobox');
  }

  /** Types `query` anew and answers how many memories the popup says it found. */
  async count(query: string): Promise<number> {
    await this.field.fill('');
    await this.field.fill(query);
    const words = await this.#announcement();
    return words.startsWith('No memory') ? 0 : Number(/[\d,.]+/.exec(words)?.[0].replace(/\D/g, '') ?? -1);
  }

  /** Searches again and again until `query` finds `expected` memories; what `count` last said is in the error. */
  async untilCount(query: string, expected: number, timeoutMs = 10_000): Promise<void> {
    const end = performance.now() + timeoutMs;
    for (;;) {
      const found = await this.count(query);
      if (found === expected) return;
      if (performance.now() > end)
        throw new Error(`"${query}" found ${found} memories, not ${expected}, for ${timeoutMs} ms.`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Titles of the conversations of what is shown now, in order. */
  async titles(): Promise<string[]> {
    return this.results.locator('.title').allInnerTexts();
  }

  async #announcement(): Promise<string> {
    await this.page.waitForFunction(() => document.getElementById('said')?.textContent);
    return (await this.announced.textContent()) ?? '';
  }
}
