import { snappyDecompress } from './snappy.ts';

const FOOTER_BYTES = 48;
const TABLE_MAGIC = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb];
const BLOCK_TRAILER_BYTES = 5;
const LOG_BLOCK_BYTES = 32_768;
const LOG_HEADER_BYTES = 7;

type Handle = { readonly offset: number; readonly size: number };

const varint = (bytes: Uint8Array, at: number): { value: number; next: number } | undefined => {
  let value = 0;
  for (let shift = 0; shift < 56; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next: at };
  }
  return undefined;
};

const handleAt = (bytes: Uint8Array, at: number): { handle: Handle; next: number } | undefined => {
  const offset = varint(bytes, at);
  const size = offset && varint(bytes, offset.next);
  return offset && size && { handle: { offset: offset.value, size: size.value }, next: size.next };
};

const block = (file: Uint8Array, { offset, size }: Handle): Uint8Array | undefined => {
  if (offset + size + BLOCK_TRAILER_BYTES > file.length) return undefined;
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? snappyDecompress(raw) : raw;
};

/** Block handles in an index block: the values of its entries (shared, unshared, value length, key, value). */
const handlesIn = (index: Uint8Array): Handle[] => {
  const handles: Handle[] = [];
  const restarts = new DataView(index.buffer, index.byteOffset, index.byteLength).getUint32(
    index.length - 4,
    true,
  );
  const end = index.length - 4 * (restarts + 1);
  let at = 0;
  while (at < end) {
    const shared = varint(index, at);
    const unshared = shared && varint(index, shared.next);
    const length = unshared && varint(index, unshared.next);
    if (!length || !unshared) break;
    const value = length.next + unshared.value;
    const found = handleAt(index, value);
    if (found) handles.push(found.handle);
    at = value + length.value;
  }
  return handles;
};

/** Data blocks of a LevelDB table (.ldb), decompressed; undefined for another kind of file. */
export const tableBlocks = (file: Uint8Array): Uint8Array[] | undefined => {
  const magic = file.subarray(file.length - TABLE_MAGIC.length);
  if (file.length < FOOTER_BYTES || !TABLE_MAGIC.every((byte, index) => magic[index] === byte))
    return undefined;
  const footer = file.subarray(file.length - FOOTER_BYTES);
  const meta = handleAt(footer, 0);
  const index = meta && handleAt(footer, meta.next);
  const indexBlock = index && block(file, index.handle);
  if (!indexBlock) return undefined;
  return handlesIn(indexBlock).flatMap((handle) => block(file, handle) ?? []);
};

/** Payload of a LevelDB log (.log) with its record headers taken out, so that strings across blocks read on. */
export const logPayload = (file: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < file.length; start += LOG_BLOCK_BYTES) {
    const end = Math.min(start + LOG_BLOCK_BYTES, file.length);
    let at = start;
    while (at + LOG_HEADER_BYTES <= end) {
      const size = (file[at + 4] as number) + (file[at + 5] as number) * 256;
      const from = at + LOG_HEADER_BYTES;
      if (size === 0 && file[at + 6] === 0) break;
      parts.push(file.subarray(from, Math.min(from + size, end)));
      at = from + size;
    }
  }
  return Buffer.concat(parts);
};
