/** Web origins whose pages are captured, by site. The manifest's match patterns are made from them. */
const ORIGIN_BY_SITE = { chatgpt: 'https://chatgpt.com', claude: 'https://claude.ai' } as const;

/** The replica chat pages of `npm start`: only ever part of a development build. */
const DEVELOPMENT_HOST = 'localhost';

/** Manifest match patterns for a build `mode` (`production` or `development`). */
export const contentScriptMatches = (mode: string): string[] => [
  ...Object.values(ORIGIN_BY_SITE).map((origin) => `${origin}/*`),
  ...(mode === 'development' ? [`http://${DEVELOPMENT_HOST}/*`] : []),
];

/**
 * Site of a page by its address as the browser tells it; undefined for pages that are not captured.
 * A replica page names its site in the first part of its path.
 */
export const siteOfPage = (url: string, mode: string): string | undefined => {
  const { origin, hostname, pathname } = new URL(url);
  const found = Object.entries(ORIGIN_BY_SITE).find(([, known]) => known === origin);
  if (found) return found[0];
  if (mode !== 'development' || hostname !== DEVELOPMENT_HOST) return undefined;
  const site = pathname.split('/')[1] ?? '';
  return site in ORIGIN_BY_SITE ? site : undefined;
};
