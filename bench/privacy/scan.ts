import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logPayload, tableBlocks } from './leveldb.ts';
import { snappyDecompress } from './snappy.ts';

/** Marks every canary; the scan looks for it and reads the canary's number behind it. */
export const CANARY_PREFIX = 'qzcanary';
const DIGITS = 7;

/** A word that no other text holds, e.g. `qzcanary0000042`. */
export const canaryWord = (number: number): string => CANARY_PREFIX + String(number).padStart(DIGITS, '0');

const encodings = [
  { needle: Buffer.from(CANARY_PREFIX, 'utf8'), step: 1 },
  { needle: Buffer.from(CANARY_PREFIX, 'utf16le'), step: 2 },
] as const;

/** Adds the numbers of the canaries in `buffer` to `found`. */
export const canariesIn = (buffer: Buffer, found: Set<number>): void => {
  for (const { needle, step } of encodings) {
    for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + 1)) {
      let digits = '';
      for (let index = 0; index < DIGITS; index++) {
        digits += String.fromCharCode(buffer[at + needle.length + index * step] ?? 0);
      }
      if (/^\d+$/.test(digits)) found.add(Number(digits));
    }
  }
};

/** V8 values of IndexedDB may be wrapped in Snappy (marker FF 11 02) before LevelDB compresses the block again. */
const wrappedValues = (bytes: Uint8Array): Uint8Array[] => {
  const values: Uint8Array[] = [];
  for (let at = 0; at + 3 < bytes.length; at++) {
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0x11 || bytes[at + 2] !== 0x02) continue;
    values.push(snappyDecompress(bytes.subarray(at + 3)));
  }
  return values;
};

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** Hands `visit` everything readable under `folder`: each file raw, LevelDB's blocks and logs, Snappy undone. */
export const visitDisk = async (folder: string, visit: (bytes: Buffer) => void): Promise<void> => {
  const show = (bytes: Uint8Array): void =>
    visit(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for (const path of await filesUnder(folder)) {
    let file: Uint8Array;
    try {
      file = await readFile(path);
    } catch (error) {
      // A browser that is open removes and renames files while we walk.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    show(file);
    const inner = path.endsWith('.log') ? [logPayload(file)] : (tableBlocks(file) ?? []);
    for (const part of inner) {
      show(part);
      for (const value of wrappedValues(part)) show(value);
    }
  }
};

/** Numbers of the canaries readable anywhere under `folder`. */
export const canariesOnDisk = async (folder: string): Promise<Set<number>> => {
  const found = new Set<number>();
  await visitDisk(folder, (bytes) => canariesIn(bytes, found));
  return found;
};
