import type { Observation } from '../model/capture.ts';
import type { PageReading, SiteId, StreamReader, WireRequest } from './adapter.ts';
import { readWithFacts } from './read-page.ts';
import { SITES } from './sites.ts';

export type { HistoryPage, PageReading, SiteId, StreamReader, WireRequest } from './adapter.ts';
export { wordsOnly } from './derive-id.ts';
export { PASTE_LIFE_MS, PasteMemory } from './paste-memory.ts';
export { UNNAMED } from './read-page.ts';
export { ORIGINS_BY_SITE, SITES, siteOf } from './sites.ts';

/** Reads what a page of `site` shows now. Pure: the document is not changed. */
export const readPage = (site: SiteId, document: Document, url: string): PageReading =>
  readWithFacts(SITES[site].page, document, url);

/** Reads a JSON answer of the site's own API; undefined when it is no conversation. */
export const readJson = (site: SiteId, url: string, json: unknown): Observation | undefined =>
  SITES[site].wire.readJson(new URL(url), json);

/** A reader for a streamed answer; undefined when the answer is none. */
export const openStream = (site: SiteId, request: WireRequest): StreamReader | undefined =>
  SITES[site].wire.openStream(request);

/** The person's own turn in a request that the page sends; undefined when the request is no message. */
export const readRequest = (site: SiteId, request: WireRequest): Observation | undefined =>
  SITES[site].wire.readRequest(request);
