import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Isolation is what gives the page `measureUserAgentSpecificMemory` and fine timers. */
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/page.js"></script>';

const send = async (response: ServerResponse, path: string | undefined): Promise<void> => {
  const found = path ? await stat(path).catch(() => undefined) : undefined;
  if (!path || !found?.isFile()) {
    response.writeHead(404, HEADERS).end();
    return;
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': found.size });
  createReadStream(path).pipe(response);
};

/** A localhost server of one bundle and the named data files; `url` is its origin. */
export type FolderServer = { readonly url: string; close(): Promise<void> };

export const serveFolder = async (
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<FolderServer> => {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html' }).end(PAGE);
    } else if (path.startsWith('/files/')) {
      void send(response, files[path.slice('/files/'.length)]);
    } else {
      void send(response, join(folder, normalize(path)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
