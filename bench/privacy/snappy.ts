/**
 * Decompresses a raw Snappy block (format_description.txt of google/snappy) at the start of `input`; what follows
 * it is ignored. Damaged or cut off input gives what could be read before the fault.
 */
export const snappyDecompress = (input: Uint8Array): Uint8Array => {
  let at = 0;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = input[at++];
    if (byte === undefined || shift > 28) return new Uint8Array();
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > 64 * 1_048_576) return new Uint8Array();
  const output = new Uint8Array(length);
  let out = 0;
  const little = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index++) value += (input[at++] ?? 0) * 2 ** (8 * index);
    return value;
  };
  while (out < length && at < input.length) {
    const tag = input[at++] as number;
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >>> 2;
      const size = (short < 60 ? short : little(short - 59)) + 1;
      if (at + size > input.length || out + size > length) break;
      output.set(input.subarray(at, at + size), out);
      at += size;
      out += size;
      continue;
    }
    const size = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const offset = kind === 1 ? (tag >>> 5) * 256 + little(1) : little(kind === 2 ? 2 : 4);
    if (offset === 0 || offset > out || out + size > length) break;
    for (let index = 0; index < size; index++) {
      output[out] = output[out - offset] as number;
      out += 1;
    }
  }
  return output.subarray(0, out);
};
