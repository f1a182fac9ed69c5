import type { Send } from './channel.ts';
import { bytesToString, type WireMessage } from './wire-message.ts';

/** Bytes of one answer that are passed on; an answer above it is given up as not whole. */
const MAX_BYTES = 64_000_000;
/** Bytes of an answer under way that are kept, for a content script that takes over in the middle. */
const MAX_KEPT = 8_000_000;

/** Passes one exchange of the page on. */
export class Relay {
  static #next = 1;
  static readonly #open = new Set<Relay>();
  readonly #id = Relay.#next++;
  readonly #send: Send;
  #said: WireMessage[] = [];
  #isSocket = false;
  #bytes = 0;
  #ended = false;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Says all exchanges under way again from their start. A socket, which never ends, is only named. */
  static repeatOpen(): void {
    for (const relay of Relay.#open) for (const message of relay.#said) relay.#send(message);
  }

  request(url: string, method: string, body: string | undefined): void {
    this.#say({ kind: 'request', id: this.#id, url, method, ...(body === undefined ? {} : { body }) });
  }

  response(status: number, contentType: string): void {
    this.#say({ kind: 'response', id: this.#id, status, contentType: contentType.toLowerCase() });
  }

  socket(url: string): void {
    this.#isSocket = true;
    this.#say({ kind: 'socket', id: this.#id, url });
  }

  /** Answers false once the answer is too large to go on. */
  bytes(bytes: Uint8Array): boolean {
    if (this.#ended) return false;
    // A socket lives as long as its page and carries many answers: nothing of it adds up.
    if (!this.#isSocket) this.#bytes += bytes.length;
    if (this.#bytes > MAX_BYTES) {
      this.end(false);
      return false;
    }
    this.#say({ kind: 'bytes', id: this.#id, bytes: bytesToString(bytes) });
    return true;
  }

  end(whole: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#forget();
    this.#send({ kind: 'end', id: this.#id, whole });
  }

  #say(message: WireMessage): void {
    if (this.#bytes > MAX_KEPT) this.#forget();
    else if (!(this.#isSocket && message.kind === 'bytes')) {
      Relay.#open.add(this);
      this.#said.push(message);
    }
    this.#send(message);
  }

  #forget(): void {
    Relay.#open.delete(this);
    this.#said = [];
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
