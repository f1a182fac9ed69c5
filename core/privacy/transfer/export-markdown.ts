import type { Conversation, MemoryMeta, MemoryText } from '../../model/memory.ts';
import type { Exported, ExportJob } from './export-archive.ts';
import { memoriesToExport } from './export-source.ts';
import { ZipWriter } from './zip-writer.ts';

const MAX_NAME = 80;

/** A file name for a title: letters, digits, spaces and hyphens; safe on every file system. */
const fileName = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME) || 'untitled';

const yaml = (value: string): string => JSON.stringify(value);
const day = (time: number): string => new Date(time).toISOString();

const header = (conversation: Conversation): string =>
  [
    '---',
    `title: ${yaml(conversation.title)}`,
    `site: ${yaml(conversation.site)}`,
    `url: ${yaml(conversation.url)}`,
    ...(conversation.model === undefined ? [] : [`model: ${yaml(conversation.model)}`]),
    ...(conversation.project === undefined ? [] : [`project: ${yaml(conversation.project)}`]),
    `first: ${day(conversation.firstAt)}`,
    `last: ${day(conversation.lastAt)}`,
    `complete: ${conversation.completeness.complete}`,
    '---',
    '',
    `# ${conversation.title || 'Untitled conversation'}`,
    '',
  ].join('\n');

const SPEAKERS = { user: 'You', assistant: 'Assistant', note: 'Note' } as const;

const turn = (meta: MemoryMeta, { markdown, thinking }: MemoryText): string =>
  [
    `## ${SPEAKERS[meta.role]} · ${day(meta.createdAt)}${meta.partial ? ' · unfinished' : ''}`,
    '',
    ...(thinking === undefined
      ? []
      : ['> [!note]- Thinking', ...thinking.split('\n').map((line) => `> ${line}`), '']),
    markdown,
    '',
    ...meta.attachments.map((name) => `- attachment: ${name}`),
    '',
  ].join('\n');

/** Writes one Markdown file per conversation into a zip, in a folder per site. */
export const exportMarkdown = async (job: ExportJob): Promise<Exported> => {
  const { catalog } = job.store;
  const zip = new ZipWriter(job.sink);
  const taken = new Set<string>();
  let memories = 0;
  let conversations = 0;
  let current: Conversation | undefined;
  let body = '';
  const flush = async () => {
    if (!current) return;
    const base = `${current.site}/${new Date(current.firstAt).toISOString().slice(0, 10)} ${fileName(current.title)}`;
    let name = `${base}.md`;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} (${number}).md`;
    taken.add(name.toLowerCase());
    await zip.add(name, header(current) + body);
    conversations += 1;
  };
  try {
    const total = [...catalog.all()].filter(job.accept).length;
    for await (const batch of memoriesToExport(job.store, job.accept, job.signal)) {
      for (const { meta, text } of batch) {
        if (current?.key !== meta.conversationKey) {
          await flush();
          current = catalog.conversationByKey.get(meta.conversationKey);
          body = '';
        }
        body += turn(meta, text);
        memories += 1;
      }
      job.onProgress({ stage: 'exporting', done: memories, total });
    }
    await flush();
    await zip.close();
    return { memories, conversations };
  } catch (error) {
    await zip.abort(error);
    throw error;
  }
};
