import { checksum } from './checksum.ts';
import { type SealedArrays, SealedSegment } from './sealed-segment.ts';

/** "RSG1" as a little-endian word; the last character is the version of the layout. */
const MAGIC = 0x31_47_53_52;
const ARRAY_TYPES = {
  seq: Uint32Array,
  conversation: Uint32Array,
  order: Int32Array,
  createdAt: Float64Array,
  language: Uint8Array,
  flags: Uint8Array,
  speaker: Uint16Array,
  tokenStart: Uint32Array,
  tokens: Uint16Array,
  postingStart: Uint32Array,
  postingDocument: Uint16Array,
  postingFrequency: Uint8Array,
  termStart: Uint32Array,
  termUnits: Uint16Array,
} as const satisfies Record<keyof SealedArrays, unknown>;

const NAMES = Object.keys(ARRAY_TYPES) as (keyof SealedArrays)[];
/** Magic, checksum, then an element count per array; padded to 8 bytes. */
const HEADER_BYTES = Math.ceil((2 + NAMES.length) / 2) * 8;
const CHECKED_FROM = 8;

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Bytes of a sealed segment: header, then each array at a multiple of 8, so that reading it copies nothing. */
export const encodeSegment = ({ arrays }: SealedSegment): Uint8Array<ArrayBuffer> => {
  const total = NAMES.reduce((sum, name) => sum + padded(arrays[name].byteLength), HEADER_BYTES);
  const bytes = new Uint8Array(total);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  let offset = HEADER_BYTES;
  NAMES.forEach((name, index) => {
    const array = arrays[name];
    header[2 + index] = array.length;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += padded(array.byteLength);
  });
  header[0] = MAGIC;
  header[1] = checksum(new Uint32Array(bytes.buffer, CHECKED_FROM));
  return bytes;
};

/** Checksum that `encodeSegment` wrote into these bytes. */
export const storedChecksum = (bytes: Uint8Array): number =>
  bytes.length < HEADER_BYTES ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);

/** The segment in `bytes`, or undefined when they are not exactly what was written. */
export const decodeSegment = (bytes: Uint8Array): SealedSegment | undefined => {
  if (bytes.length < HEADER_BYTES || bytes.length % 8 !== 0) return undefined;
  const aligned = bytes.byteOffset % 8 === 0 && bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
  const checked = new Uint32Array(
    aligned.buffer,
    aligned.byteOffset + CHECKED_FROM,
    (aligned.length - CHECKED_FROM) / 4,
  );
  const [magic, sum] = new Uint32Array(aligned.buffer, aligned.byteOffset, 2);
  return magic === MAGIC && sum === checksum(checked) ? view(aligned) : undefined;
};

/** The same segment as views of its encoded bytes, so that it is held once. */
export const packSegment = (segment: SealedSegment): SealedSegment =>
  segment.bytes ? segment : view(encodeSegment(segment));

const view = (bytes: Uint8Array): SealedSegment => {
  const buffer = bytes.buffer as ArrayBuffer;
  const header = new Uint32Array(buffer, bytes.byteOffset, HEADER_BYTES / 4);
  const arrays: Partial<Record<keyof SealedArrays, unknown>> = {};
  let offset = bytes.byteOffset + HEADER_BYTES;
  for (const [index, name] of NAMES.entries()) {
    const type = ARRAY_TYPES[name];
    const length = header[2 + index] as number;
    arrays[name] = new type(buffer, offset, length);
    offset += padded(length * type.BYTES_PER_ELEMENT);
  }
  return new SealedSegment(arrays as SealedArrays, bytes);
};
