import { checksum } from './checksum.ts';

/** "RTB1" as a little-endian word. */
const MAGIC = 0x31_42_54_52;
const HEADER_BYTES = 16;

/** A checked block of UTF-8 text: magic, checksum, byte length, then the text padded to 8 bytes. */
export const encodeText = (text: string): Uint8Array<ArrayBuffer> => {
  const content = new TextEncoder().encode(text);
  const bytes = new Uint8Array(HEADER_BYTES + Math.ceil(content.length / 8) * 8);
  bytes.set(content, HEADER_BYTES);
  const header = new Uint32Array(bytes.buffer, 0, 4);
  header[2] = content.length;
  header[0] = MAGIC;
  header[1] = checksum(new Uint32Array(bytes.buffer, 8));
  return bytes;
};

/** The text of a block, or undefined when the bytes are not exactly what was written. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  if (bytes.length < HEADER_BYTES || bytes.length % 8 !== 0) return undefined;
  const own = bytes.slice();
  const [magic, sum, length = 0] = new Uint32Array(own.buffer, 0, 3);
  if (magic !== MAGIC || sum !== checksum(new Uint32Array(own.buffer, 8))) return undefined;
  return new TextDecoder().decode(own.subarray(HEADER_BYTES, HEADER_BYTES + length));
};
