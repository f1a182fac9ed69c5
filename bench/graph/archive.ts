import type { GraphDocument } from '../../core/graph/index.ts';
import type { ExportedConversation } from '../../core/privacy/transfer/export-format.ts';
import { GeneratedArchive } from '../harness/generated-archive.ts';

const ORIGINS = { chatgpt: 'https://chatgpt.com', claude: 'https://claude.ai' } as const;
const HOUR_MS = 3_600_000;
/** As many turns as a longer chat has; the talks of the data sets run on for hundreds. */
const TURNS = 24;

const siteOf = (chat: number): keyof typeof ORIGINS => (chat % 3 === 2 ? 'claude' : 'chatgpt');

/** Writes documents as an export file of chats of {@link TURNS} turns, a few hours apart. */
export const writeArchive = async (path: string, documents: readonly GraphDocument[]): Promise<void> => {
  const archive = new GeneratedArchive();
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
    const key = chats[chat]!.key;
    await archive.add({
      id: `${key}:m${order}`,
      conversation: key,
      order,
      agent: `${siteOf(chat)}/usual`,
      origin: ORIGINS[siteOf(chat)],
      createdAt: createdAt + chat * HOUR_MS,
      text,
    });
    order++;
    latest = document;
  }
  await archive.write(path, chats);
};
