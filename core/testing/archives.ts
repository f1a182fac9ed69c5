import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Vault } from '../vault.ts';

/** Runs an export and collects the archive. */
export const exportedBlob = async (
  vault: Vault,
  request: Parameters<Vault['exportTo']>[0] = { format: 'jsonl' },
): Promise<Blob> => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk.slice()) });
  const result = await vault.exportTo(request, sink);
  if (!result.ok) throw new Error(result.error.message);
  return new Blob(chunks);
};

export const filesOf = async (zip: Blob): Promise<Record<string, Uint8Array>> =>
  unzipSync(new Uint8Array(await zip.arrayBuffer()));

export const repacked = (files: Record<string, Uint8Array>): Blob =>
  new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

/** Packs changed data files with a manifest whose sums, sizes and counts are right: only their content can be wrong. */
export const repackedWithSums = (files: Record<string, Uint8Array>): Blob => {
  const data = Object.entries(files).filter(([name]) => name.endsWith('.jsonl'));
  const lines = (kind: string) =>
    data
      .filter(([name]) => name.startsWith(kind))
      .reduce((sum, [, bytes]) => sum + bytes.filter((byte) => byte === 10).length, 0);
  const manifest = {
    format: 'recollect-export',
    version: 1,
    counts: { conversations: lines('conversations'), memories: lines('memories'), agents: lines('agents') },
    files: data.map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    mac: '',
  };
  return repacked({ ...Object.fromEntries(data), 'manifest.json': strToU8(JSON.stringify(manifest)) });
};
