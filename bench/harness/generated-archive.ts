import { writeFile } from 'node:fs/promises';
import { macText } from '../../core/privacy/transfer/export-archive.ts';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportedConversation,
  type ExportedMemory,
} from '../../core/privacy/transfer/export-format.ts';
import { JsonlParts } from '../../core/privacy/transfer/jsonl-parts.ts';
import { ZipWriter } from '../../core/privacy/transfer/zip-writer.ts';

/** What a bench chooses of a memory; question and answer take turns by `order`. */
export type GeneratedMemory = Pick<
  ExportedMemory,
  'id' | 'conversation' | 'order' | 'agent' | 'origin' | 'createdAt' | 'text'
>;

const memoryOf = ({
  id,
  conversation,
  order,
  agent,
  origin,
  createdAt,
  text,
}: GeneratedMemory): ExportedMemory => ({
  id,
  conversation,
  order,
  role: order % 2 === 0 ? 'user' : 'assistant',
  agent,
  origin,
  createdAt,
  capturedAt: createdAt,
  updatedAt: createdAt,
  source: 'authoritative',
  partial: false,
  corroborated: false,
  offBranch: false,
  label: order % 2 === 0 ? 'user-typed' : 'assistant-generated',
  state: 'active',
  stateSince: createdAt,
  pinned: false,
  tags: [],
  importance: 3,
  attachments: [],
  text,
});

/** An export file in the making, as the product itself writes one. */
export class GeneratedArchive {
  readonly #chunks: Uint8Array[] = [];
  readonly #zip = new ZipWriter(new WritableStream({ write: (chunk) => void this.#chunks.push(chunk) }));
  readonly #memories = new JsonlParts(this.#zip, 'memories');

  /** Memories added so far. */
  get memories(): number {
    return this.#memories.count;
  }

  add(memory: GeneratedMemory): Promise<void> {
    return this.#memories.add(memoryOf(memory));
  }

  /** Adds the conversations and the manifest, and writes the file. */
  async write(path: string, chats: readonly ExportedConversation[]): Promise<void> {
    await this.#memories.close();
    const conversations = new JsonlParts(this.#zip, 'conversations');
    for (const chat of chats) await conversations.add(chat);
    await conversations.close();
    const manifest = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      counts: { conversations: conversations.count, memories: this.memories, agents: 0 },
      files: [...this.#zip.files],
      mac: macText([]),
    };
    await this.#zip.add('manifest.json', JSON.stringify(manifest));
    await this.#zip.close();
    await writeFile(path, this.#chunks);
  }
}
