import * as v from 'valibot';
import type { OnProgress } from '../../model/progress.ts';
import { macText } from './export-archive.ts';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportedAgent,
  ExportedAgentSchema,
  type ExportedConversation,
  ExportedConversationSchema,
  type ExportedMemory,
  ExportedMemorySchema,
  type Manifest,
  ManifestSchema,
} from './export-format.ts';
import { ARCHIVE, refuse } from './import-error.ts';
import { readJson, readLines } from './read-lines.ts';
import { sha256 } from './sha256.ts';
import { readZip, type ZipFile } from './zip-reader.ts';

/** A whole export whose every byte, line and count was checked. Memories are read again from the file, in batches. */
export type CheckedArchive = {
  readonly manifest: Manifest;
  readonly conversationByKey: ReadonlyMap<string, ExportedConversation>;
  readonly agents: readonly ExportedAgent[];
  /** True when this very vault made the file: its labels can be believed. */
  readonly ownMac: boolean;
  /** Memories in the file's order, {@link BATCH} at a time. */
  memories(): AsyncGenerator<readonly ExportedMemory[]>;
};

const BATCH = 500;

function* inBatches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const VersionSchema = v.object({ format: v.string(), version: v.number() });

const readManifest = (file: ZipFile): Manifest => {
  const { format, version } = readJson(file, VersionSchema);
  if (format !== EXPORT_FORMAT) throw refuse({ file: file.name }, 'it is an archive of another program');
  if (version > EXPORT_VERSION) {
    throw refuse(
      { file: file.name },
      'it was written by a newer Recollect (format {version}); update and try again',
      { version },
    );
  }
  return readJson(file, ManifestSchema);
};

/** Throws `import/refused` with the place and the reason unless the whole archive is right. Writes nothing. */
export const checkArchive = async (
  archive: Blob,
  verifyMac: (text: string, mac: string) => Promise<boolean>,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<CheckedArchive> => {
  const sumByName = new Map<string, { sha256: string; bytes: number }>();
  const conversationByKey = new Map<string, ExportedConversation>();
  const agents: ExportedAgent[] = [];
  const usedKeys = new Set<string>();
  const ids = new Set<string>();
  let manifest: Manifest | undefined;
  for await (const file of readZip(archive, signal)) {
    if (file.name === 'manifest.json') manifest = readManifest(file);
    if (!file.name.endsWith('.jsonl')) continue;
    sumByName.set(file.name, { sha256: await sha256(file.bytes), bytes: file.bytes.length });
    if (file.name.startsWith('memories')) {
      for (const memory of readLines(file, ExportedMemorySchema)) {
        if (ids.has(memory.id)) throw refuse({ file: file.name }, 'a memory is in the export twice');
        if (!memory.id.startsWith(`${memory.conversation}:`)) {
          throw refuse({ file: file.name }, "a memory's id does not belong to its conversation");
        }
        ids.add(memory.id);
        usedKeys.add(memory.conversation);
      }
      onProgress({ stage: 'checking', done: ids.size, total: manifest?.counts.memories ?? 0 });
    } else if (file.name.startsWith('conversations')) {
      for (const conversation of readLines(file, ExportedConversationSchema)) {
        if (conversation.key !== `${conversation.profile}/${conversation.site}:${conversation.id}`) {
          throw refuse({ file: file.name }, "a conversation's key does not match its site and id");
        }
        conversationByKey.set(conversation.key, conversation);
      }
    } else {
      for (const agent of readLines(file, ExportedAgentSchema)) agents.push(agent);
    }
  }
  if (!manifest)
    throw refuse(
      { file: 'manifest.json' },
      'it is missing; the file is truncated or not an export of Recollect',
    );
  checkAgainstManifest(manifest, sumByName, {
    memories: ids.size,
    conversations: conversationByKey.size,
    agents: agents.length,
  });
  for (const key of usedKeys) {
    if (!conversationByKey.has(key))
      throw refuse({ file: 'conversations' }, 'the conversation of a memory is missing');
  }
  return {
    manifest,
    conversationByKey,
    agents,
    ownMac: await verifyMac(macText(manifest.files), manifest.mac),
    async *memories() {
      for await (const file of readZip(archive, signal)) {
        if (file.name.startsWith('memories')) yield* inBatches(readLines(file, ExportedMemorySchema));
      }
    },
  };
};

const checkAgainstManifest = (
  { files, counts }: Manifest,
  sumByName: ReadonlyMap<string, { sha256: string; bytes: number }>,
  found: Manifest['counts'],
): void => {
  for (const { name, sha256: sum, bytes } of files) {
    const actual = sumByName.get(name);
    if (!actual) throw refuse(ARCHIVE, 'a file named in its manifest is missing');
    if (actual.sha256 !== sum || actual.bytes !== bytes)
      throw refuse({ file: name }, 'its checksum does not match the manifest');
  }
  if (sumByName.size !== files.length)
    throw refuse(ARCHIVE, 'it holds a file that its manifest does not name');
  for (const kind of ['memories', 'conversations', 'agents'] as const) {
    if (found[kind] !== counts[kind])
      throw refuse({ file: 'manifest.json' }, 'its count of {kind} does not match the files', { kind });
  }
};
