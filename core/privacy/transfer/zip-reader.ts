import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { ARCHIVE, refuse } from './import-error.ts';

const CHUNK = 1_048_576;
/** Unpacked at a time: deflate makes at most 1,032 bytes of one, so that a bomb is noticed at 68 MB. */
const BITE = 65_536;
/** Largest single file an export of ours can hold: a part plus one message of the largest size, with headroom. */
const MAX_FILE_BYTES = 256 * 1_048_576;
const MAX_FILES = 50_000;
/** More than any browser could hold as memories. */
const MAX_TOTAL_BYTES = 4 * 1_024 * 1_048_576;
/** Names our exports use. Anything else, a path above all, is refused. */
const KNOWN_NAME =
  /^(?:(?:memories|conversations|agents)-\d{4,6}\.jsonl|manifest\.json|schema\.json|SHA256SUMS)$/;
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

class OpenFile {
  readonly name: string;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(name: string) {
    this.name = name;
  }

  add(chunk: Uint8Array, most: number): void {
    this.#length += chunk.length;
    if (this.#length > most)
      throw refuse({ file: this.name }, 'the file inside is larger than any export holds');
    this.#chunks.push(chunk);
  }

  close(): ZipFile {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return { name: this.name, bytes };
  }
}

const reading = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && error.name === 'RecollectError') throw error;
    throw refuse(ARCHIVE, 'it is damaged or is not a zip file');
  }
};

const END_BYTES = 22;
const END_SIGNATURE = 0x06_05_4b_50;
const MAX_COMMENT = 65_535;

/** A whole zip ends with a record that says where its directory lies and how long it is (APPNOTE 4.3.16). */
const checkEnd = async (archive: Blob): Promise<void> => {
  const start = Math.max(0, archive.size - END_BYTES - MAX_COMMENT);
  const tail = new DataView(await archive.slice(start).arrayBuffer());
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    const commentEnd = at + END_BYTES + tail.getUint16(at + 20, true);
    const directoryEnd = tail.getUint32(at + 16, true) + tail.getUint32(at + 12, true);
    if (commentEnd === tail.byteLength && directoryEnd === start + at) return;
  }
  throw refuse(ARCHIVE, 'its end is missing; the file is truncated');
};

export type ZipLimits = { readonly fileBytes: number; readonly totalBytes: number };

/** Reads the files of a zip of ours one after another, unpacked whole; refuses foreign names, bombs and damage. */
export async function* readZip(
  archive: Blob,
  signal: AbortSignal,
  limits: ZipLimits = { fileBytes: MAX_FILE_BYTES, totalBytes: MAX_TOTAL_BYTES },
): AsyncGenerator<ZipFile> {
  const magic = new Uint8Array(await archive.slice(0, 4).arrayBuffer());
  if (!ZIP_MAGIC.every((byte, index) => magic[index] === byte)) {
    throw refuse(ARCHIVE, 'it is not a zip file that Recollect exported');
  }
  await checkEnd(archive);
  const finished: ZipFile[] = [];
  const seen = new Set<string>();
  let total = 0;
  let open: OpenFile | undefined;
  const unzip = new Unzip((file) => {
    if (!KNOWN_NAME.test(file.name)) throw refuse(ARCHIVE, 'it holds a file that no export of Recollect has');
    if (seen.has(file.name)) throw refuse({ file: file.name }, 'it is in the archive twice');
    if (seen.size >= MAX_FILES) throw refuse(ARCHIVE, 'it holds too many files');
    seen.add(file.name);
    const current = new OpenFile(file.name);
    open = current;
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      total += chunk.length;
      if (total > limits.totalBytes) throw refuse(ARCHIVE, 'it unpacks to more than any export holds');
      current.add(chunk, limits.fileBytes);
      if (final) {
        finished.push(current.close());
        open = undefined;
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < archive.size; at += CHUNK) {
    signal.throwIfAborted();
    const chunk = new Uint8Array(await archive.slice(at, at + CHUNK).arrayBuffer());
    for (let bite = 0; bite < chunk.length; bite += BITE) {
      const last = at + bite + BITE >= archive.size;
      reading(() => unzip.push(chunk.subarray(bite, bite + BITE), last));
      yield* finished.splice(0);
    }
  }
  if (open) throw refuse({ file: open.name }, 'the archive ends in the middle of it');
}
