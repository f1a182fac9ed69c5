import { crc32 } from './crc32.ts';
import type { Place } from './places.ts';

const FOLDER = 'kept';

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

/** Writes `value` (JSON) as a whole into the file `name` of the place's own files; a crash leaves the one before. */
export const writeKept = async (place: Place, name: string, value: unknown): Promise<void> => {
  const folder = await (await place.directory()).getDirectoryHandle(FOLDER, { create: true });
  const payload = new TextEncoder().encode(JSON.stringify(value));
  const bytes = new Uint8Array(4 + payload.length);
  new DataView(bytes.buffer).setUint32(0, crc32(payload), true);
  bytes.set(payload, 4);
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writable.write(bytes);
  await writable.close();
};

/** What was last written under `name`; undefined when there is nothing or it is damaged. */
export const readKept = async (place: Place, name: string): Promise<unknown> => {
  try {
    const folder = await (await place.directory()).getDirectoryHandle(FOLDER);
    const file = await (await folder.getFileHandle(name)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const payload = bytes.subarray(4);
    if (bytes.length < 4 || crc32(payload) !== new DataView(bytes.buffer).getUint32(0, true))
      return undefined;
    return JSON.parse(new TextDecoder().decode(payload));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};
