import DOMPurify from 'dompurify';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { safeUrl } from '../../safe-url.ts';

/** Longer messages are shown as plain text: parsing them would hold up the page. */
export const MAX_RENDERED_LENGTH = 200_000;

const ALLOWED_TAGS = [
  'a',
  'blockquote',
  'br',
  'code',
  'del',
  'em',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'input',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'strong',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];
const ALLOWED_ATTR = ['href', 'align', 'start', 'type', 'checked', 'disabled'];
/** Headings of a message stand below the page's own. */
const LOWEST_HEADING = 6;
const HEADING_STEP = 2;

/** Images would be fetched from somewhere: their description stands for them. */
const withoutImages = (markdown: string): string => markdown.replace(/!\[([^\]\n]*)\](?=\()/g, '[$1]');

const lowerHeading = (heading: Element): void => {
  const level = Math.min(LOWEST_HEADING, Number(heading.tagName.slice(1)) + HEADING_STEP);
  const lower = document.createElement(`h${level}`);
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
};

/**
 * Captured Markdown as nodes that can do nothing but be read: HTML inside it is text, no image is loaded, links lead
 * to web pages only and open apart.
 */
export const renderMarkdown = (markdown: string): DocumentFragment => {
  const html = micromark(withoutImages(markdown), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll('a')) {
    const url = safeUrl(link.getAttribute('href') ?? '');
    if (url === undefined) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    link.href = url;
    link.target = '_blank';
    link.rel = 'noreferrer noopener';
    link.referrerPolicy = 'no-referrer';
  }
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) lowerHeading(heading);
  for (const input of fragment.querySelectorAll('input')) input.ariaLabel = input.checked ? '☑' : '☐';
  for (const block of fragment.querySelectorAll('pre, table')) {
    block.setAttribute('tabindex', '0');
  }
  return fragment;
};
