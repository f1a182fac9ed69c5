import type { MemoryMeta } from '../../model/memory.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  exportAgent,
  exportConversation,
  exportMemory,
  type Manifest,
} from './export-format.ts';
import { EXPORT_JSON_SCHEMA } from './export-json-schema.ts';
import { memoriesToExport } from './export-source.ts';
import { JsonlParts } from './jsonl-parts.ts';
import { ZipWriter } from './zip-writer.ts';

export type ExportJob = {
  readonly store: MemoryStore;
  readonly accept: (meta: MemoryMeta) => boolean;
  readonly sink: WritableStream<Uint8Array>;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
};
export type Exported = { readonly memories: number; readonly conversations: number };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Text that `mac` covers: name and sum of every data file. */
export const macText = (files: Manifest['files']): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n');

/**
 * Streams memories, their conversations and agents as JSON Lines in a zip:
 * data parts, `schema.json`, `manifest.json` (counts, sums), `SHA256SUMS`. The data parts hold no clock and
 * no internal number, so equal vaults give equal bytes. `sign` makes the manifest's MAC.
 */
export const exportArchive = async (
  job: ExportJob,
  sign: (text: string) => Promise<string>,
): Promise<Exported> => {
  const { catalog } = job.store;
  const zip = new ZipWriter(job.sink);
  try {
    const total = [...catalog.all()].filter(job.accept).length;
    const memories = new JsonlParts(zip, 'memories');
    const conversationKeys = new Set<string>();
    const agentIds = new Set<string>();
    for await (const batch of memoriesToExport(job.store, job.accept, job.signal)) {
      for (const { meta, text } of batch) {
        conversationKeys.add(meta.conversationKey);
        agentIds.add(meta.agentId);
        await memories.add(exportMemory(meta, text));
      }
      job.onProgress({ stage: 'exporting', done: memories.count, total });
    }
    await memories.close();
    const conversations = new JsonlParts(zip, 'conversations');
    for (const key of [...conversationKeys].sort(byText)) {
      const conversation = catalog.conversationByKey.get(key);
      if (conversation) await conversations.add(exportConversation(conversation));
    }
    await conversations.close();
    const agents = new JsonlParts(zip, 'agents');
    for (const id of [...agentIds].sort(byText)) {
      const agent = catalog.agentById.get(id);
      if (agent) await agents.add(exportAgent(agent));
    }
    await agents.close();
    const files = [...zip.files];
    const manifest: Manifest = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      counts: { conversations: conversations.count, memories: memories.count, agents: agents.count },
      files,
      mac: await sign(macText(files)),
    };
    await zip.add('schema.json', `${JSON.stringify(EXPORT_JSON_SCHEMA, null, 2)}\n`);
    await zip.add('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    await zip.add('SHA256SUMS', zip.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
    await zip.close();
    return { memories: memories.count, conversations: conversations.count };
  } catch (error) {
    await zip.abort(error);
    throw error;
  }
};
