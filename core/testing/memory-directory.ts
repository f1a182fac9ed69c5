type WriteCommand = { readonly type: 'write'; readonly position: number; readonly data: Uint8Array };

const notFound = (name: string): DOMException => new DOMException(`No entry "${name}"`, 'NotFoundError');

class MemoryFile {
  bytes = new Uint8Array();

  async getFile(): Promise<{ size: number; arrayBuffer(): Promise<ArrayBuffer> }> {
    const copy = this.bytes.slice();
    return { size: copy.length, arrayBuffer: async () => copy.buffer };
  }

  async createWritable(options: { keepExistingData?: boolean } = {}) {
    let draft = options.keepExistingData ? this.bytes.slice() : new Uint8Array();
    return {
      write: async (command: WriteCommand | Uint8Array) => {
        const { position, data } = command instanceof Uint8Array ? { position: 0, data: command } : command;
        const grown = new Uint8Array(Math.max(draft.length, position + data.length));
        grown.set(draft);
        grown.set(data, position);
        draft = grown;
      },
      close: async () => {
        this.bytes = draft;
      },
    };
  }
}

/** The parts of FileSystemDirectoryHandle that the stores use, in the heap. Writes appear on close, as in OPFS. */
export class MemoryDirectory {
  readonly #files = new Map<string, MemoryFile>();
  readonly #folders = new Map<string, MemoryDirectory>();

  async getDirectoryHandle(name: string, options: { create?: boolean } = {}): Promise<MemoryDirectory> {
    const known = this.#folders.get(name);
    if (known) return known;
    if (!options.create) throw notFound(name);
    const folder = new MemoryDirectory();
    this.#folders.set(name, folder);
    return folder;
  }

  async getFileHandle(name: string, options: { create?: boolean } = {}): Promise<MemoryFile> {
    const known = this.#files.get(name);
    if (known) return known;
    if (!options.create) throw notFound(name);
    const file = new MemoryFile();
    this.#files.set(name, file);
    return file;
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.#files.delete(name) && !this.#folders.delete(name)) throw notFound(name);
  }

  async *keys(): AsyncGenerator<string> {
    yield* this.#files.keys();
    yield* this.#folders.keys();
  }
}
