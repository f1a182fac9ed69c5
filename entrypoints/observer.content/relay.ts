import type { Send } from './channel.ts';
import { bytesToString } from './wire-message.ts';

/** Bytes of one answer that are passed on; an answer above it is given up as not whole. */
const MAX_BYTES = 64_000_000;

/** Passes one exchange of the page on. */
export class Relay {
  static #next = 1;
  readonly #id = Relay.#next++;
  readonly #send: Send;
  #bytes = 0;
  #ended = false;

  constructor(send: Send) {
    this.#send = send;
  }

  request(url: string, method: string, body: string | undefined): void {
    this.#send({ kind: 'request', id: this.#id, url, method, ...(body === undefined ? {} : { body }) });
  }

  response(status: number, contentType: string): void {
    this.#send({ kind: 'response', id: this.#id, status, contentType: contentType.toLowerCase() });
  }

  socket(url: string): void {
    this.#send({ kind: 'socket', id: this.#id, url });
  }

  /** Answers false once the answer is too large to go on. */
  bytes(bytes: Uint8Array): boolean {
    if (this.#ended) return false;
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_BYTES) {
      this.end(false);
      return false;
    }
    this.#send({ kind: 'bytes', id: this.#id, bytes: bytesToString(bytes) });
    return true;
  }

  end(whole: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#send({ kind: 'end', id: this.#id, whole });
  }
}

/** Reads a copy of a response piece by piece as it comes; the page's own copy is untouched. */
export const relayResponse = async (relay: Relay, copy: Response): Promise<void> => {
  relay.response(copy.status, copy.headers.get('content-type') ?? '');
  const reader = copy.body?.getReader();
  if (!reader) return relay.end(true);
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (relay.bytes(piece.value)) continue;
      await reader.cancel();
      return;
    }
    relay.end(true);
  } catch {
    // The page aborted its own request or the network broke: what came is all there is.
    relay.end(false);
  }
};
