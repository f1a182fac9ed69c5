import { ZipPassThrough } from 'fflate';

/** Compression method 8 of APPNOTE 4.4.5. */
const DEFLATE = 8;
const NOTHING = new Uint8Array(0);

/** A file of a zip that the browser itself packs: quicker than a packer in JavaScript, which also leaves megabytes of buffers. */
export class DeflatedFile extends ZipPassThrough {
  constructor(name: string) {
    super(name);
    this.compression = DEFLATE;
  }

  /** Packs the whole file; `taken` is awaited after each packed chunk was handed to the zip. */
  async pack(bytes: Uint8Array<ArrayBuffer>, taken: () => Promise<void>): Promise<void> {
    this.push(bytes, true);
    const packer = new CompressionStream('deflate-raw');
    const writer = packer.writable.getWriter();
    const written = writer.write(bytes).then(() => writer.close());
    const read = async (): Promise<void> => {
      const reader = packer.readable.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        this.ondata(null, next.value, false);
        await taken();
      }
    };
    await Promise.all([written, read()]);
    this.ondata(null, NOTHING, true);
    await taken();
  }

  protected override process(): void {
    // `push` has counted and summed the bytes; they are packed by `pack`.
  }
}
