import { Zip, ZipDeflate } from 'fflate';
import { sha256 } from './sha256.ts';

/** Same bytes for the same content: no clock in the archive (zip's own epoch). */
const FIXED_DATE = new Date(1980, 0, 1, 0, 0, 0);
const DEFLATE_LEVEL = 4;

export type WrittenFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** Writes files into a zip that streams into `sink`, one file in memory at a time. */
export class ZipWriter {
  readonly files: WrittenFile[] = [];
  readonly #zip: Zip;
  readonly #chunks: Uint8Array[] = [];
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  #error: Error | undefined;

  constructor(sink: WritableStream<Uint8Array>) {
    this.#writer = sink.getWriter();
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#error = error;
      else this.#chunks.push(chunk);
    });
  }

  /** Adds one file and waits until the sink took it. */
  async add(name: string, content: string): Promise<void> {
    const bytes = new TextEncoder().encode(content);
    this.files.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    const entry = new ZipDeflate(name, { level: DEFLATE_LEVEL });
    entry.mtime = FIXED_DATE;
    this.#zip.add(entry);
    entry.push(bytes, true);
    await this.#drain();
  }

  async close(): Promise<void> {
    this.#zip.end();
    await this.#drain();
    await this.#writer.close();
  }

  /** Tells the sink that the archive stays unfinished. */
  async abort(reason: unknown): Promise<void> {
    this.#zip.terminate();
    await this.#writer.abort(reason);
  }

  async #drain(): Promise<void> {
    if (this.#error) throw this.#error;
    for (const chunk of this.#chunks.splice(0)) {
      await this.#writer.ready;
      await this.#writer.write(chunk);
    }
  }
}
