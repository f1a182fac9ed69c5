import { Zip } from 'fflate';
import { DeflatedFile } from './deflated-file.ts';
import { sha256 } from './sha256.ts';

/** Same bytes for the same content: no clock in the archive (zip's own epoch). */
const FIXED_DATE = new Date(1980, 0, 1, 0, 0, 0);

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

  /** Adds one file and waits until the sink took it; the bytes are the caller's again afterwards. */
  async add(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.files.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    const entry = new DeflatedFile(name);
    entry.mtime = FIXED_DATE;
    this.#zip.add(entry);
    await entry.pack(bytes, () => this.#drain());
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
