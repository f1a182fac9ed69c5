import type { ZipWriter } from './zip-writer.ts';

/** A part is closed at this size, so that reader and writer hold one small part at a time. */
const PART_LENGTH = 4_000_000;

/** Collects lines into files `name-0001.jsonl`, `name-0002.jsonl`, …; where a part ends depends on its content alone. */
export class JsonlParts {
  #lines: string[] = [];
  #length = 0;
  #part = 0;
  count = 0;
  readonly #zip: ZipWriter;
  readonly #name: string;

  constructor(zip: ZipWriter, name: string) {
    this.#zip = zip;
    this.#name = name;
  }

  async add(record: unknown): Promise<void> {
    const line = JSON.stringify(record);
    this.#lines.push(line);
    this.#length += line.length;
    this.count += 1;
    if (this.#length >= PART_LENGTH) await this.#flush();
  }

  async close(): Promise<void> {
    if (this.#lines.length > 0) await this.#flush();
  }

  async #flush(): Promise<void> {
    this.#part += 1;
    const name = `${this.#name}-${String(this.#part).padStart(4, '0')}.jsonl`;
    await this.#zip.add(name, `${this.#lines.join('\n')}\n`);
    this.#lines = [];
    this.#length = 0;
  }
}
