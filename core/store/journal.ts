import type { Agent, Conversation, Memory } from '../model/memory.ts';
import { decodeFrames, encodeFrame, type JournalBatch } from './journal-frame.ts';

const FOLDER = 'journal';
/** A file is closed at this size: appending copies the file, so files stay small. */
const FILE_BYTES = 262_144;
const FLUSH_DELAY_MS = 150;
const FLUSH_MEMORIES = 500;

type Pending = {
  memories: Map<number, Memory>;
  conversations: Map<string, Conversation>;
  agents: Map<string, Agent>;
  sequence: number;
  rows: number;
};

const emptyPending = (): Pending => ({
  memories: new Map(),
  conversations: new Map(),
  agents: new Map(),
  sequence: 0,
  rows: 0,
});

export type JournalTail = {
  readonly sequence: number;
  readonly rows: number;
  readonly damaged: boolean;
  /** Newest `updatedAt` among the last write's memories; undefined when it had none. */
  readonly updatedAt?: number;
};

/**
 * Append-only copy of every write in OPFS, because Chromium hands back an empty database when
 * LevelDB's files are damaged. Writes are grouped; a crash loses at most the last group of the copy,
 * never of the database.
 */
export class Journal {
  #pending = emptyPending();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #lastFile: number;
  #lastSize: number;
  readonly #folder: FileSystemDirectoryHandle;
  readonly #schema: number;
  readonly #onError: (error: unknown) => void;

  private constructor(
    folder: FileSystemDirectoryHandle,
    lastFile: number,
    lastSize: number,
    schema: number,
    onError: (error: unknown) => void,
  ) {
    this.#folder = folder;
    this.#schema = schema;
    this.#lastFile = lastFile;
    this.#lastSize = lastSize;
    this.#onError = onError;
  }

  /**
   * Opens the journal in `root`. Rows are recorded in the shape of version `schema`. `onError` hears of a failed
   * background write, which is retried with the next.
   */
  static async open(
    root: FileSystemDirectoryHandle,
    schema: number,
    onError: (error: unknown) => void,
  ): Promise<Journal> {
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    const names = await fileNames(folder);
    const last = names.at(-1);
    const size = last ? (await (await folder.getFileHandle(last)).getFile()).size : 0;
    return new Journal(folder, last ? Number.parseInt(last, 10) : 0, size, schema, onError);
  }

  /** Takes note of a committed write; it reaches the disk within {@link FLUSH_DELAY_MS}. */
  record(batch: JournalBatch): void {
    const pending = this.#pending;
    for (const memory of batch.memories) pending.memories.set(memory.seq, memory);
    for (const conversation of batch.conversations) pending.conversations.set(conversation.key, conversation);
    for (const agent of batch.agents) pending.agents.set(agent.id, agent);
    pending.sequence = batch.sequence;
    pending.rows = batch.rows;
    if (pending.memories.size >= FLUSH_MEMORIES) {
      this.flush().catch(this.#onError);
    } else {
      this.#timer ??= setTimeout(() => this.flush().catch(this.#onError), FLUSH_DELAY_MS);
    }
  }

  /** Resolves when everything recorded so far is on disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.sequence === 0) return this.#writing;
    const pending = this.#pending;
    this.#pending = emptyPending();
    const write = () =>
      this.#append(
        encodeFrame({
          sequence: pending.sequence,
          rows: pending.rows,
          schema: this.#schema,
          memories: [...pending.memories.values()],
          conversations: [...pending.conversations.values()],
          agents: [...pending.agents.values()],
        }),
      );
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }

  async #append(frame: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#lastFile === 0 || this.#lastSize >= FILE_BYTES) {
      this.#lastFile += 1;
      this.#lastSize = 0;
    }
    const file = await this.#folder.getFileHandle(fileName(this.#lastFile), { create: true });
    const writable = await file.createWritable({ keepExistingData: true });
    await writable.write({ type: 'write', position: this.#lastSize, data: frame });
    await writable.close();
    this.#lastSize += frame.length;
  }

  /** Sequence and row count of the last readable write; sequence 0 for an empty journal. */
  async tail(): Promise<JournalTail> {
    const names = await fileNames(this.#folder);
    let damaged = names.length > 0 && Number.parseInt(names.at(-1) as string, 10) !== names.length;
    for (const name of names.toReversed()) {
      const { batches, damagedBytes } = decodeFrames(await this.#bytesOf(name));
      damaged ||= damagedBytes > 0;
      const last = batches.at(-1);
      if (last) {
        const { sequence, rows, memories } = last;
        const tail = { sequence, rows, damaged };
        return memories.length > 0
          ? { ...tail, updatedAt: Math.max(...memories.map((memory) => memory.updatedAt)) }
          : tail;
      }
    }
    return { sequence: 0, rows: 0, damaged };
  }

  /** Every readable write, oldest first. A damaged frame ends its file, never the reading. */
  async *read(): AsyncGenerator<JournalBatch> {
    for (const name of await fileNames(this.#folder)) {
      yield* decodeFrames(await this.#bytesOf(name)).batches;
    }
  }

  /** Throws away all files, so that the caller can write the journal anew from the store. */
  async clear(): Promise<void> {
    await this.flush();
    for (const name of await fileNames(this.#folder)) await this.#folder.removeEntry(name);
    this.#lastFile = 0;
    this.#lastSize = 0;
  }

  /** Bytes on disk. */
  async size(): Promise<number> {
    let total = 0;
    for (const name of await fileNames(this.#folder)) {
      total += (await (await this.#folder.getFileHandle(name)).getFile()).size;
    }
    return total;
  }

  async #bytesOf(name: string): Promise<Uint8Array> {
    const file = await (await this.#folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  }
}

const fileName = (number: number): string => `${String(number).padStart(6, '0')}.journal`;

const fileNames = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of folder.keys()) if (name.endsWith('.journal')) names.push(name);
  return names.sort();
};
