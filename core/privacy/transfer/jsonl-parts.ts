import type { ZipWriter } from './zip-writer.ts';

/** A part is closed at this size, so that reader and writer hold one small part at a time. */
const PART_BYTES = 4_000_000;
/** UTF-8 bytes of a UTF-16 unit at most. */
const BYTES_PER_UNIT = 3;

/** Collects lines into files `name-0001.jsonl`, `name-0002.jsonl`, …; where a part ends depends on its content alone. */
export class JsonlParts {
  /** The bytes of the present part, used again for the next: lines kept as texts would fill the heap with garbage. */
  #bytes = new Uint8Array(65_536);
  #length = 0;
  #part = 0;
  count = 0;
  readonly #encoder = new TextEncoder();
  readonly #zip: ZipWriter;
  readonly #name: string;

  constructor(zip: ZipWriter, name: string) {
    this.#zip = zip;
    this.#name = name;
  }

  async add(record: unknown): Promise<void> {
    const line = `${JSON.stringify(record)}\n`;
    this.#makeRoom(line.length * BYTES_PER_UNIT);
    this.#length += this.#encoder.encodeInto(line, this.#bytes.subarray(this.#length)).written;
    this.count += 1;
    if (this.#length >= PART_BYTES) await this.#flush();
  }

  async close(): Promise<void> {
    if (this.#length > 0) await this.#flush();
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + bytes, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  async #flush(): Promise<void> {
    this.#part += 1;
    const name = `${this.#name}-${String(this.#part).padStart(4, '0')}.jsonl`;
    await this.#zip.add(name, this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }
}
