import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { handleChatgptApi } from './chatgpt-site.ts';
import { handleClaudeApi } from './claude-site.ts';
import { showBranch, versionsOf } from './conversations.ts';
import type { Exchange } from './exchange.ts';
import { jsonBody, readBody, sendJson } from './exchange.ts';
import type { ReplicaSite, ReplicaSpeed } from './model.ts';
import { DRIFTED_CHAT, driftedPage, shellPage, welcomePage } from './shell.ts';
import { ReplicaState } from './state.ts';

export type ReplicaOptions = {
  /** Sites served at the root for a `Host` (without port); by default the real hosts. */
  readonly hosts?: Readonly<Record<string, ReplicaSite>>;
  readonly speed?: Partial<ReplicaSpeed>;
};

/** One API request a page made, for tests of the traffic. */
export type ReplicaRequest = { readonly site: ReplicaSite; readonly method: string; readonly path: string };

export type Replica = {
  /** Node request handler; answers every request it is given. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly state: ReplicaState;
  /** API requests so far, oldest first. */
  readonly requests: readonly ReplicaRequest[];
  /** Changes how the next answers travel. */
  readonly control: (change: Partial<ReplicaSpeed>) => void;
};

const REAL_HOSTS: Readonly<Record<string, ReplicaSite>> = { 'chatgpt.com': 'chatgpt', 'claude.ai': 'claude' };
const SITES: readonly ReplicaSite[] = ['chatgpt', 'claude'];
const API = { chatgpt: handleChatgptApi, claude: handleClaudeApi } as const;

/** Everything of the replica itself lives below this path, which no real site has. */
const OWN = '/__replica/';

type Place = { readonly site: ReplicaSite; readonly base: string; readonly path: string };

const placeOf = (
  hosts: Readonly<Record<string, ReplicaSite>>,
  host: string,
  path: string,
): Place | undefined => {
  const atRoot = hosts[host.replace(/:\d+$/, '')];
  if (atRoot) return { site: atRoot, base: '', path };
  const site = SITES.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
  return site && { site, base: `/${site}`, path: path.slice(site.length + 1) || '/' };
};

const sendText = (
  { response }: Pick<Exchange, 'response'>,
  type: string,
  text: string,
  status = 200,
): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(text);
};

const asset = async (exchange: Exchange, path: string): Promise<void> => {
  const name = /^client\/([a-z-]+\.(?:ts|css))$/.exec(path)?.[1];
  if (!name) return sendJson(exchange, { error: 'no such file' }, 404);
  const source = await readFile(new URL(`./client/${name}`, import.meta.url), 'utf8');
  if (name.endsWith('.css')) return sendText(exchange, 'text/css', source);
  sendText(exchange, 'text/javascript', stripTypeScriptTypes(source));
};

/** Control, versions and branch switching: the replica's own business, apart from the site's traffic. */
const own = async (exchange: Exchange, state: ReplicaState): Promise<void> => {
  const path = exchange.path.slice(OWN.length);
  if (path === 'control') {
    if (exchange.method === 'POST') Object.assign(state.speed, jsonBody(exchange));
    return sendJson(exchange, state.speed);
  }
  if (path === 'versions' || path === 'branch') {
    const conversation = state.conversations.get(exchange.query.get('conversation') ?? '');
    if (!conversation) return sendJson(exchange, {});
    const message = exchange.query.get('message');
    if (path === 'branch' && message) showBranch(conversation, message);
    const versions = conversation.messages
      .map((each) => [each.id, versionsOf(conversation, each).map(({ id }) => id)] as const)
      .filter(([, ids]) => ids.length > 1);
    return sendJson(exchange, Object.fromEntries(versions));
  }
  return asset(exchange, path);
};

/**
 * A chat site that is not one: both renderers of ChatGPT and of Claude with their traffic, over conversations kept
 * in memory. Served at the root when the `Host` is one of `hosts`, else below `/chatgpt` and `/claude`.
 */
export const createReplica = ({ hosts = REAL_HOSTS, speed = {} }: ReplicaOptions = {}): Replica => {
  const state = new ReplicaState(SITES, speed);
  const requests: ReplicaRequest[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://replica');
    const place = placeOf(hosts, request.headers.host ?? '', url.pathname);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const exchange: Exchange = {
      site: place?.site ?? 'chatgpt',
      method: request.method ?? 'GET',
      path: place?.path ?? url.pathname,
      query: url.searchParams,
      contentType: request.headers['content-type'] ?? '',
      body: await readBody(request),
      response,
      gone: gone.signal,
    };
    if (exchange.path.startsWith(OWN)) return own(exchange, state);
    if (url.pathname === '/favicon.ico') return sendText(exchange, 'image/x-icon', '', 204);
    if (!place) return sendText(exchange, 'text/html', welcomePage());
    if (place.path.endsWith(DRIFTED_CHAT)) return sendText(exchange, 'text/html', driftedPage());
    if (await API[place.site](exchange, state)) {
      requests.push({ site: place.site, method: exchange.method, path: exchange.path + url.search });
      return;
    }
    sendText(exchange, 'text/html', shellPage(place.site, place.base));
  };

  return {
    state,
    requests,
    control: (change) => void Object.assign(state.speed, change),
    handle: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        console.error('replica: request failed', request.method, request.url, error);
        if (!response.headersSent) sendJson({ response }, { error: 'replica failed' }, 500);
        else response.destroy();
      });
    },
  };
};
