import type { Locator, Page } from '@playwright/test';

/** The toolbar popup, opened in a tab. */
export class PopupPage {
  readonly page: Page;
  readonly results: Locator;

  constructor(page: Page) {
    this.page = page;
    this.results = page.getByRole('option');
  }

  async open(extensionId: string): Promise<void> {
    await this.page.goto(`chrome-extension://${extensionId}/popup.html`);
    await this.field.waitFor();
  }

  get field(): Locator {
    return this.page.getByRole('combobox');
  }

  /** Types `query` anew and answers how many of the rows shown hold all its words: related ones are left out. */
  async count(query: string): Promise<number> {
    await this.field.fill('');
    await this.field.fill(query);
    // The list names the query that it answers; what is shown for another one is not counted.
    await this.page.locator(`#list[data-answers=${JSON.stringify(query)}]`).waitFor();
    const words = query.toLowerCase().split(' ');
    const rows = await this.results.locator('.snippet').allInnerTexts();
    return rows.filter((row) => words.every((word) => row.toLowerCase().includes(word))).length;
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
}
