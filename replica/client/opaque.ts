/**
 * Connect frames whose payload only the replica's own page and server understand: flags (1 byte), length
 * (4 bytes, big endian), payload. 0x01 = gzip, 0x02 = end of stream with a JSON trailer.
 * Stands for the protobuf of the real site, whose field numbers are no contract.
 */
export const GZIP = 0x01;
export const END = 0x02;

/** Tag of the one length-delimited field that holds the value. */
const FIELD = 0x3a;

const through = async (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
};

const frame = (flags: number, payload: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(5 + payload.length);
  bytes[0] = flags;
  new DataView(bytes.buffer).setUint32(1, payload.length);
  bytes.set(payload, 5);
  return bytes;
};

export const encodeFrame = async (value: unknown): Promise<Uint8Array<ArrayBuffer>> => {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const message = new Uint8Array([FIELD, ...varint(json.length), ...json]);
  return frame(GZIP, await through(message, new CompressionStream('gzip')));
};

/** Closes a stream the way the site does: an end frame with an empty trailer. */
export const endFrame = (): Uint8Array<ArrayBuffer> => frame(END, new TextEncoder().encode('{}'));

const decodePayload = async (payload: Uint8Array<ArrayBuffer>): Promise<unknown> => {
  const message = await through(payload, new DecompressionStream('gzip'));
  let at = 1;
  while ((message[at] ?? 0) > 127) at += 1;
  return JSON.parse(new TextDecoder().decode(message.subarray(at + 1)));
};

/** Values of the frames in `chunks`, as they arrive; ends at the end frame or with the chunks. */
export async function* readFrames(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<unknown, void, undefined> {
  let rest = new Uint8Array(0);
  for await (const chunk of chunks) {
    const joined = new Uint8Array(rest.length + chunk.length);
    joined.set(rest);
    joined.set(chunk, rest.length);
    rest = joined;
    while (rest.length >= 5) {
      const length = new DataView(rest.buffer, rest.byteOffset).getUint32(1);
      if (rest.length < 5 + length) break;
      const flags = rest[0]!;
      const payload = rest.slice(5, 5 + length);
      rest = rest.slice(5 + length);
      if (flags & END) return;
      yield await decodePayload(payload);
    }
  }
}
