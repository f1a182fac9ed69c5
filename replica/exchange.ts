import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReplicaSite } from './model.ts';

/** One request as the site handlers see it: prefix taken off, body parsed. */
export type Exchange = {
  readonly site: ReplicaSite;
  readonly method: string;
  /** Path of the real site, e.g. `/backend-api/conversations`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
  readonly response: ServerResponse;
  /** Aborted when the reader goes away. */
  readonly gone: AbortSignal;
};

export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** The body as an object; an empty or malformed one is an empty object, as the sites answer 400 later. */
export const jsonBody = ({ body }: Exchange): Record<string, unknown> => {
  if (body.length === 0) return {};
  const value: unknown = JSON.parse(body.toString('utf8'));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
};

export const sendJson = ({ response }: Pick<Exchange, 'response'>, value: unknown, status = 200): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
};

/** Opens a server-sent-events answer; nothing may buffer it. */
export const openStream = ({ response }: Exchange): void => {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
};

/** Writes one server-sent event; `event` may be left out. */
export const sendEvent = ({ response }: Exchange, data: unknown, event?: string): void => {
  const line = typeof data === 'string' ? data : JSON.stringify(data);
  response.write(`${event ? `event: ${event}\n` : ''}data: ${line}\n\n`);
};

export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
