import type { TextPage } from './schema.ts';

/** UTF-16 units of text kept: some 100 pages of long turns, 4 to 8 MB. */
const MOST_UNITS = 4 * 2 ** 20;

const unitsOf = ({ texts }: TextPage): number =>
  texts.reduce(
    (sum, { text, markdown, thinking = '' }) => sum + text.length + markdown.length + thinking.length,
    0,
  );

/**
 * The text pages read last, the least recently used leave first. While someone types, most results of one key are those
 * of the key before.
 */
export class TextCache {
  readonly #pageByKey = new Map<number, TextPage>();
  readonly #most: number;
  #units = 0;

  constructor(mostUnits = MOST_UNITS) {
    this.#most = mostUnits;
  }

  get(key: number): TextPage | undefined {
    const page = this.#pageByKey.get(key);
    if (page) {
      this.#pageByKey.delete(key);
      this.#pageByKey.set(key, page);
    }
    return page;
  }

  put(page: TextPage): void {
    this.forget(page.key);
    this.#pageByKey.set(page.key, page);
    this.#units += unitsOf(page);
    for (const key of this.#pageByKey.keys()) {
      if (this.#units <= this.#most) return;
      this.forget(key);
    }
  }

  forget(key: number): void {
    const page = this.#pageByKey.get(key);
    if (!page) return;
    this.#pageByKey.delete(key);
    this.#units -= unitsOf(page);
  }
}
