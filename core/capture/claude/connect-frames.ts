import { gunzipSync } from 'fflate';

const COMPRESSED = 0x01;
const END = 0x02;
const HEADER = 5;
/** A frame above this is not kept; the stream is given up. */
const MAX_FRAME = 64_000_000;

export type ConnectFrame = { readonly payload: Uint8Array; readonly end: boolean };

/** Splits bytes of the Connect protocol: flags (1), length (4, big endian), payload; 0x01 gzip, 0x02 end of stream. */
export class FrameSplitter {
  #rest: Uint8Array = new Uint8Array(0);
  #broken = false;

  /** True once the bytes were found to be something else; nothing is answered from then on. */
  get broken(): boolean {
    return this.#broken;
  }

  push(chunk: Uint8Array): ConnectFrame[] {
    if (this.#broken) return [];
    const joined = new Uint8Array(this.#rest.length + chunk.length);
    joined.set(this.#rest);
    joined.set(chunk, this.#rest.length);
    const frames: ConnectFrame[] = [];
    let at = 0;
    while (joined.length - at >= HEADER) {
      const flags = joined[at] ?? 0;
      const length = new DataView(joined.buffer, at + 1).getUint32(0);
      if (flags > (COMPRESSED | END) || length > MAX_FRAME) {
        this.#broken = true;
        return frames;
      }
      if (joined.length - at - HEADER < length) break;
      const payload = this.#inflate(joined.slice(at + HEADER, at + HEADER + length), flags);
      if (payload) frames.push({ payload, end: (flags & END) !== 0 });
      at += HEADER + length;
    }
    this.#rest = joined.slice(at);
    return frames;
  }

  #inflate(payload: Uint8Array, flags: number): Uint8Array | undefined {
    if ((flags & COMPRESSED) === 0 || payload.length === 0) return payload;
    try {
      return gunzipSync(payload);
    } catch {
      // Bytes that only look like a frame: the DOM stays the source for this conversation.
      this.#broken = true;
      return undefined;
    }
  }
}
