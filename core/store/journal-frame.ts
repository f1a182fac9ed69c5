import type { Agent, Conversation, Memory } from '../model/memory.ts';
import { crc32 } from './crc32.ts';

/** One committed write of the memory store, as the journal keeps it. */
export type JournalBatch = {
  /** Write sequence of the store; strictly increasing. */
  readonly sequence: number;
  /** Memories in the store after this write. */
  readonly rows: number;
  /** Schema version of the rows below; 1 in frames that do not say. */
  readonly schema?: number;
  readonly memories: readonly Memory[];
  readonly conversations: readonly Conversation[];
  readonly agents: readonly Agent[];
};

const HEADER_BYTES = 8;

/**
 * Frame: u32 payload length, u32 CRC-32 of the payload (both little endian), payload (UTF-8 JSON).
 *
 *     ┌────────┬────────┬───────────────┐
 *     │ length │ crc32  │ payload …     │ next frame …
 *     └────────┴────────┴───────────────┘
 */
export const encodeFrame = (batch: JournalBatch): Uint8Array<ArrayBuffer> => {
  // The text begins with room for the header, so that the bytes are made once and not copied behind it.
  const frame = new TextEncoder().encode('\0'.repeat(HEADER_BYTES) + JSON.stringify(batch));
  const view = new DataView(frame.buffer);
  view.setUint32(0, frame.length - HEADER_BYTES, true);
  view.setUint32(4, crc32(frame.subarray(HEADER_BYTES)), true);
  return frame;
};

export type DecodedFrames = {
  readonly batches: JournalBatch[];
  /** Bytes at the end (or after the first bad frame) that could not be read; 0 when the file is whole. */
  readonly damagedBytes: number;
};

/** Reads the frames of one journal file up to the first torn or damaged one. */
export const decodeFrames = (bytes: Uint8Array): DecodedFrames => {
  const batches: JournalBatch[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const end = at + HEADER_BYTES + view.getUint32(at, true);
    if (end > bytes.length) break;
    const payload = bytes.subarray(at + HEADER_BYTES, end);
    if (crc32(payload) !== view.getUint32(at + 4, true)) break;
    batches.push(JSON.parse(decoder.decode(payload)) as JournalBatch);
    at = end;
  }
  return { batches, damagedBytes: bytes.length - at };
};
