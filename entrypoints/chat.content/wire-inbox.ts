import {
  type HistoryPage,
  openStream,
  readJson,
  readRequest,
  SITES,
  type SiteId,
  type StreamReader,
  UNNAMED,
  type WireRequest,
} from '../../core/capture/index.ts';
import type { CapturedTurn, Observation } from '../../core/model/capture.ts';
import { stringToBytes, type WireMessage } from '../observer.content/wire-message.ts';

export type WirePorts = {
  /** Something was read. `isAnswering` while the answer goes on. */
  readonly onObservation: (observation: Observation, isAnswering: boolean, page?: HistoryPage) => void;
  /** Observed traffic whose shape is not understood any more. */
  readonly onUnknown: (path: string) => void;
  /** True while the page shows a temporary chat, whose traffic is left alone. */
  readonly isTemporary: () => boolean;
};

type Exchange = {
  readonly request: Omit<WireRequest, 'contentType'>;
  readonly question: readonly CapturedTurn[];
  reader?: StreamReader;
  /** Pieces of an answer that is read when it is whole. */
  pieces: Uint8Array[];
  isJson: boolean;
  bytes: number;
  /** Conversation of the answer, once known. */
  conversation?: string;
  isRead: boolean;
};

/** Bytes of an event stream that should have said something by then. */
const TELLING_BYTES = 2_000;

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

const parsed = (pieces: readonly Uint8Array[]): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(joined(pieces)));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Turns the traffic of the page into observations, one exchange at a time. */
export class WireInbox {
  readonly #site: SiteId;
  readonly #ports: WirePorts;
  readonly #exchanges = new Map<number, Exchange>();

  constructor(site: SiteId, ports: WirePorts) {
    this.#site = site;
    this.#ports = ports;
  }

  /** True while an answer of `conversation` is on its way. */
  isAnswering(conversation: string): boolean {
    return [...this.#exchanges.values()].some(
      (exchange) => exchange.conversation === conversation && exchange.reader?.done() === false,
    );
  }

  receive(message: WireMessage): void {
    if (message.kind === 'request') this.#request(message);
    else if (message.kind === 'socket') this.#socket(message.id, message.url);
    else {
      const exchange = this.#exchanges.get(message.id);
      if (!exchange) return;
      if (message.kind === 'response') this.#response(message.id, exchange, message);
      else if (message.kind === 'bytes') this.#bytes(exchange, stringToBytes(message.bytes));
      else this.#end(message.id, exchange, message.whole);
    }
  }

  #request({ id, url, method, body }: Extract<WireMessage, { kind: 'request' }>): void {
    if (this.#ports.isTemporary() || !URL.canParse(url)) return;
    const request = { url, method, ...(body === undefined ? {} : { body }) };
    const sent = readRequest(this.#site, { ...request, contentType: '' });
    this.#exchanges.set(id, {
      request,
      question: sent?.turns ?? [],
      pieces: [],
      isJson: false,
      bytes: 0,
      isRead: false,
    });
    if (sent && sent.conversation.id !== UNNAMED) this.#ports.onObservation(sent, true);
  }

  #socket(id: number, url: string): void {
    const reader = SITES[this.#site].wire.openSocket?.();
    if (!reader) return;
    this.#exchanges.set(id, {
      request: { url, method: 'SOCKET' },
      question: [],
      reader,
      pieces: [],
      isJson: false,
      bytes: 0,
      isRead: true,
    });
  }

  #response(
    id: number,
    exchange: Exchange,
    { status, contentType }: Extract<WireMessage, { kind: 'response' }>,
  ): void {
    if (status < 200 || status > 299) {
      this.#exchanges.delete(id);
      return;
    }
    const reader = openStream(this.#site, { ...exchange.request, contentType });
    if (reader) exchange.reader = reader;
    else if (contentType.includes('json')) exchange.isJson = true;
    else this.#exchanges.delete(id);
  }

  #bytes(exchange: Exchange, bytes: Uint8Array): void {
    exchange.bytes += bytes.length;
    if (exchange.reader) this.#tell(exchange, exchange.reader.push(bytes));
    else if (exchange.isJson) exchange.pieces.push(bytes);
  }

  #end(id: number, exchange: Exchange, whole: boolean): void {
    this.#exchanges.delete(id);
    // Whole or broken off: nothing more comes, so what came is told now.
    if (exchange.reader) this.#tell(exchange, exchange.reader.close(), undefined, true);
    if (exchange.isJson && whole) {
      const json = parsed(exchange.pieces);
      const observation = json === undefined ? undefined : readJson(this.#site, exchange.request.url, json);
      this.#tell(
        exchange,
        observation,
        SITES[this.#site].wire.historyPage?.(new URL(exchange.request.url), json),
      );
    }
    const isTelling = exchange.isJson ? exchange.request.method === 'GET' : exchange.bytes > TELLING_BYTES;
    const { pathname } = new URL(exchange.request.url);
    if (whole && !exchange.isRead && isTelling && !pathname.includes('ConversationService'))
      this.#ports.onUnknown(pathname.replace(/[\w-]{16,}/g, '…'));
  }

  #tell(exchange: Exchange, observation: Observation | undefined, page?: HistoryPage, isOver = false): void {
    if (!observation) return;
    exchange.isRead = true;
    exchange.conversation = observation.conversation.id;
    const ids = new Set(observation.turns.map(({ id }) => id));
    const missing = exchange.question.filter(({ id }) => !ids.has(id));
    this.#ports.onObservation(
      missing.length === 0 ? observation : { ...observation, turns: [...missing, ...observation.turns] },
      exchange.reader !== undefined && !isOver && !exchange.reader.done(),
      page,
    );
  }
}
