import type { PageFacts, SiteId, WireFacts } from './adapter.ts';
import { chatgptPage } from './chatgpt/page.ts';
import { chatgptWire } from './chatgpt/wire.ts';
import { claudePage } from './claude/page.ts';
import { claudeWire } from './claude/wire.ts';

/** Everything known of one site. Adding a site is one more line in the table. */
export type Site = { readonly origin: string; readonly page: PageFacts; readonly wire: WireFacts };

export const SITES: Readonly<Record<SiteId, Site>> = {
  chatgpt: { origin: 'https://chatgpt.com', page: chatgptPage, wire: chatgptWire },
  claude: { origin: 'https://claude.ai', page: claudePage, wire: claudeWire },
};

/** Web origin of each site's pages. */
export const ORIGINS_BY_SITE: Readonly<Record<SiteId, string>> = {
  chatgpt: SITES.chatgpt.origin,
  claude: SITES.claude.origin,
};

/** Pages of our own that stand in for the sites; only development builds know them. */
const DEVELOPMENT_HOST = 'localhost';

const isSiteId = (name: string): name is SiteId => Object.hasOwn(SITES, name);

/**
 * Site of a web origin or address; undefined for anything that is not captured. With `development`, a page of
 * localhost is the site that the first part of its path names.
 */
export const siteOf = (address: string, development = false): SiteId | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { origin, hostname, pathname } = new URL(address);
  const known = (Object.keys(SITES) as SiteId[]).find((site) => SITES[site].origin === origin);
  if (known || !development || hostname !== DEVELOPMENT_HOST) return known;
  const name = pathname.split('/')[1] ?? '';
  return isSiteId(name) ? name : undefined;
};
