import type { Progress } from '../../../core/model/progress.ts';
import type { Result } from '../../../core/model/result.ts';
import type { ExportRequest, Receipt, VaultApi } from '../../../core/model/vault-api.ts';

type SavePicker = (options: {
  suggestedName: string;
  types: readonly { description: string; accept: Record<string, readonly string[]> }[];
}) => Promise<FileSystemFileHandle>;

const REVOKE_MS = 60_000;

const picker = (): SavePicker | undefined =>
  (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;

/** Whether the browser lets a person choose where a file is saved. */
export const canChoosePlace = (): boolean => picker() !== undefined;

/** File name of an export made now. */
export const exportName = (format: ExportRequest['format'], now: Date = new Date()): string => {
  const day = now.toISOString().slice(0, 10);
  return format === 'jsonl' ? `recollect-${day}.recollect.zip` : `recollect-${day}-markdown.zip`;
};

type Job = {
  readonly vault: VaultApi;
  readonly request: ExportRequest;
  readonly onProgress: (progress: Progress) => void;
};

/** Exports through the browser's downloads. The bytes are streamed into a blob, which the browser keeps on disk. */
export const exportToDownload = async ({ vault, request, onProgress }: Job): Promise<Result<Receipt>> => {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const [exported, collected] = await Promise.allSettled([
    vault.exportTo(request, writable as WritableStream<Uint8Array>, onProgress),
    new Response(readable).blob(),
  ]);
  if (exported.status === 'rejected') throw exported.reason;
  if (!exported.value.ok) return exported.value;
  if (collected.status === 'rejected') throw collected.reason;
  const url = URL.createObjectURL(collected.value);
  const link = document.createElement('a');
  link.href = url;
  link.download = exportName(request.format);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
  return exported.value;
};

/** Exports straight into a file the person chooses; undefined when they chose none. */
export const exportToChosenFile = async ({
  vault,
  request,
  onProgress,
}: Job): Promise<Result<Receipt> | undefined> => {
  const pick = picker();
  if (!pick) throw new Error('This browser offers no choice of where to save.');
  const accept = { 'application/zip': ['.zip'] };
  const file = await pick({
    suggestedName: exportName(request.format),
    types: [{ description: 'Zip', accept }],
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  });
  if (!file) return undefined;
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const [exported, saved] = await Promise.allSettled([
    vault.exportTo(request, writable as WritableStream<Uint8Array>, onProgress),
    file.createWritable().then((disk) => readable.pipeTo(disk)),
  ]);
  if (exported.status === 'rejected') throw exported.reason;
  if (exported.value.ok && saved.status === 'rejected') throw saved.reason;
  return exported.value;
};
