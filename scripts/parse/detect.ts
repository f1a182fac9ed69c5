import { type SiteId, siteOf } from '../../core/capture/index.ts';

/** Marks that only one site's pages carry, by site. */
const MARKUP: Readonly<Record<SiteId, RegExp>> = {
  chatgpt:
    /data-message-author-role|data-chatgpt-search|data-app-shell-active-page|data-testid="conversation-turn-|id="prompt-textarea"/g,
  claude:
    /font-claude-|data-testid="(?:user-message|transcript-row|assistant-message|chat-input)"|data-cds="|bardhub-|data-test-render-count/g,
};

/** Addresses that a saved page says it was saved from. */
const STATED = [
  /<!--\s*saved from url=\(\d+\)(\S+)/i,
  /<link[^>]+rel=["']?canonical["']?[^>]*href=["']([^"']+)/i,
  /<link[^>]+href=["']([^"']+)["'][^>]*rel=["']?canonical/i,
  /<meta[^>]+property=["']og:url["'][^>]*content=["']([^"']+)/i,
  /<meta[^>]+content=["']([^"']+)["'][^>]*property=["']og:url["']/i,
  /\burl:\s*(https:\/\/\S+)\s+(?:saved date|--)/i,
];

/** The address a saved page names, where it is one of a known site. */
export const statedUrl = (html: string): string | undefined =>
  STATED.map((pattern) => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&')).find(
    (url) => url !== undefined && siteOf(url) !== undefined,
  );

/** Site of a page by its markup; undefined when it looks like none. */
export const siteOfMarkup = (html: string): SiteId | undefined => {
  const counts = (Object.keys(MARKUP) as SiteId[]).map((site) => ({
    site,
    count: html.match(MARKUP[site])?.length ?? 0,
  }));
  const best = counts.sort((a, b) => b.count - a.count)[0];
  return best && best.count > 0 ? best.site : undefined;
};

/** Site of an event stream by the frames it carries. */
export const siteOfStream = (text: string): SiteId | undefined => {
  if (
    /^data:\s*\{"type":"(?:message_start|content_block_|completion)|^event: (?:message_start|completion)/m.test(
      text,
    )
  )
    return 'claude';
  if (/delta_encoding|"input_message"|^data:\s*\{"(?:message|p|v|o)":|encoded_item/m.test(text))
    return 'chatgpt';
  return undefined;
};

export const isHtml = (text: string): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|main|div|section|article)\b/i.test(text);

export const isEventStream = (text: string): boolean =>
  /^(?:event|data|id|retry):/m.test(text.slice(0, 4_000)) && !/^\s*[[{<]/.test(text);
