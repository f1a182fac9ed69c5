import { existsSync, readFileSync } from 'node:fs';
import {
  ORIGINS_BY_SITE,
  openStream,
  readJson,
  SITES,
  type SiteId,
  siteOf,
} from '../../core/capture/index.ts';
import type { Observation } from '../../core/model/capture.ts';
import { siteOfStream } from './detect.ts';
import { idOfFile, NotUnderstood } from './parsed.ts';

export type WireOptions = { readonly site?: SiteId; readonly url?: string };

const API_PATH: Readonly<Record<SiteId, (id: string) => { readonly json: string; readonly stream: string }>> =
  {
    chatgpt: (id) => ({
      json: `/backend-api/conversations/${id}`,
      stream: '/backend-api/f/conversation',
    }),
    claude: (id) => ({
      json: `/api/organizations/unknown/chat_conversations/${id}`,
      stream: `/api/organizations/unknown/chat_conversations/${id}/completion`,
    }),
  };

/** Capture tools leave the address of a sample in a file of the same name. */
const besideUrl = (file: string): string | undefined => {
  const beside = file.replace(/\.[^.]+$/, '.json');
  if (beside === file || !existsSync(beside)) return undefined;
  try {
    const { url } = JSON.parse(readFileSync(beside, 'utf8')) as { url?: unknown };
    return typeof url === 'string' && URL.canParse(url) ? url : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const addressFor = (
  site: SiteId,
  form: 'json' | 'stream',
  url: string | undefined,
  bytes: Uint8Array,
): string => {
  const origin = ORIGINS_BY_SITE[site];
  if (url === undefined) return origin + API_PATH[site](idOfFile(bytes))[form];
  const { conversation } = SITES[site].page.route(new URL(url));
  return conversation === undefined ? url : new URL(API_PATH[site](conversation)[form], url).href;
};

/** The conversation of an event stream; not `isWhole` where the stream ends before the site said so. */
export const parseStream = (
  file: string,
  bytes: Uint8Array,
  options: WireOptions,
): { readonly observation: Observation; readonly isWhole: boolean } => {
  const beside = besideUrl(file);
  const url = options.url ?? beside;
  const site =
    options.site ??
    (url === undefined ? undefined : siteOf(url)) ??
    siteOfStream(new TextDecoder().decode(bytes));
  if (!site) throw new NotUnderstood('an event stream of no known site.');
  const address = addressFor(site, 'stream', url, bytes);
  const reader = openStream(site, { url: address, method: 'POST', contentType: 'text/event-stream' });
  if (!reader) throw new NotUnderstood(`${address} is no address of an answer of ${site}.`);
  const last = reader.push(bytes);
  const observation = reader.close() ?? last;
  if (!observation) throw new NotUnderstood(`an event stream of ${site} without a message in it.`);
  return { observation, isWhole: reader.done() };
};

const SITES_IN_ORDER: readonly SiteId[] = ['chatgpt', 'claude'];

const readAny = (value: unknown, options: WireOptions, bytes: Uint8Array): Observation | undefined => {
  const sites = options.site ? [options.site] : SITES_IN_ORDER;
  for (const site of sites) {
    const url = options.url !== undefined && siteOf(options.url) === site ? options.url : undefined;
    const found = readJson(site, addressFor(site, 'json', url, bytes), value);
    if (found) return found;
  }
  return undefined;
};

/** Conversations of a JSON answer, or of a list of them. */
export const parseJsonFile = (bytes: Uint8Array, options: WireOptions): Observation[] => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new NotUnderstood(`broken JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const list = Array.isArray(value) ? value : [value];
  const found = list.flatMap((each) => readAny(each, options, bytes) ?? []);
  if (found.length === 0) throw new NotUnderstood('JSON that holds no conversation of a known site.');
  if (found.every(({ turns }) => turns.length === 0))
    throw new NotUnderstood('a conversation without messages.');
  return found;
};
