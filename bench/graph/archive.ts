import { writeFile } from 'node:fs/promises';
import type { GraphDocument } from '../../core/graph/index.ts';
import { macText } from '../../core/privacy/transfer/export-archive.ts';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportedConversation,
  type ExportedMemory,
} from '../../core/privacy/transfer/export-format.ts';
import { JsonlParts } from '../../core/privacy/transfer/jsonl-parts.ts';
import { ZipWriter } from '../../core/privacy/transfer/zip-writer.ts';

const ORIGINS = { chatgpt: 'https://chatgpt.com', claude: 'https://claude.ai' } as const;
const HOUR_MS = 3_600_000;
/** As many turns as a longer chat has; the talks of the data sets run on for hundreds. */
const TURNS = 24;

const siteOf = (chat: number): keyof typeof ORIGINS => (chat % 3 === 2 ? 'claude' : 'chatgpt');

const memoryOf = (key: string, order: number, chat: number, text: string, at: number): ExportedMemory => ({
  id: `${key}:m${order}`,
  conversation: key,
  order,
  role: order % 2 === 0 ? 'user' : 'assistant',
  agent: `${siteOf(chat)}/usual`,
  origin: ORIGINS[siteOf(chat)],
  createdAt: at,
  capturedAt: at,
  updatedAt: at,
  source: 'authoritative',
  partial: false,
  corroborated: false,
  offBranch: false,
  label: order % 2 === 0 ? 'user-typed' : 'assistant-generated',
  state: 'active',
  stateSince: at,
  pinned: false,
  tags: [],
  importance: 3,
  attachments: [],
  text,
});

/** Writes documents as an export file of chats of {@link TURNS} turns, a few hours apart. */
export const writeArchive = async (path: string, documents: readonly GraphDocument[]): Promise<void> => {
  const chunks: Uint8Array[] = [];
  const zip = new ZipWriter(new WritableStream({ write: (chunk) => void chunks.push(chunk) }));
  const memories = new JsonlParts(zip, 'memories');
  const chats: ExportedConversation[] = [];
  let order = 0;
  let latest: GraphDocument | undefined;
  for (const document of documents) {
    const { conversation, createdAt, text } = document;
    if (latest?.conversation !== conversation || order === TURNS) {
      order = 0;
      const id = `chat-${chats.length}`;
      const site = siteOf(chats.length);
      chats.push({
        key: `default/${site}:${id}`,
        profile: 'default',
        site,
        id,
        url: `${ORIGINS[site]}/c/${id}`,
        title: text.replace(/\s+/g, ' ').slice(0, 50),
        completeness: { complete: true, evidence: 'generated' },
        firstAt: createdAt,
        lastAt: createdAt,
        ...(conversation % 4 === 0 ? { project: `Project ${conversation % 16}` } : {}),
      });
    }
    const chat = chats.length - 1;
    await memories.add(memoryOf(chats[chat]!.key, order, chat, text, createdAt + chat * HOUR_MS));
    order++;
    latest = document;
  }
  await memories.close();
  const conversations = new JsonlParts(zip, 'conversations');
  for (const chat of chats) await conversations.add(chat);
  await conversations.close();
  const manifest = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    counts: { conversations: conversations.count, memories: memories.count, agents: 0 },
    files: [...zip.files],
    mac: macText([]),
  };
  await zip.add('manifest.json', JSON.stringify(manifest));
  await zip.close();
  await writeFile(path, chunks);
};
