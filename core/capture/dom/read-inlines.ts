import type { Inline } from './blocks.ts';
import { isControl, isHidden } from './visibility.ts';

const CITATION = '[data-testid="webpage-citation-pill"], [data-testid="chatgpt-citation"]';
const STRONG = new Set(['strong', 'b']);
const EMPHASIS = new Set(['em', 'i']);
const DELETED = new Set(['del', 's', 'strike']);

/** The address of a link or image when it is one that may be kept, without the site's own tracking mark. */
const keptAddress = (element: Element, attribute: 'href' | 'src'): string | undefined => {
  const raw = element.getAttribute(attribute);
  if (!raw || !URL.canParse(raw, element.baseURI)) return undefined;
  const url = new URL(raw, element.baseURI);
  if (!/^(?:https?|mailto):$/.test(url.protocol)) return undefined;
  if (url.searchParams.get('utm_source') !== 'chatgpt.com') return /^[a-z]+:/i.test(raw) ? raw : url.href;
  return raw.replace(/([?&])utm_source=chatgpt\.com(&?)/, (_, start: string, more: string) =>
    more ? start : '',
  );
};

/** A pill that names its source: pages keep several labels in it and show one. */
const citation = (element: Element): Inline | undefined => {
  const link = element.matches('a') ? element : element.querySelector('a');
  const label = element.querySelector('.truncate') ?? link ?? element;
  const text = label.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const href = link ? keptAddress(link, 'href') : undefined;
  if (text === '') return undefined;
  return href === undefined
    ? { kind: 'text', text }
    : { kind: 'link', href, inlines: [{ kind: 'text', text }] };
};

const texOf = (element: Element): string =>
  (
    element.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
    element.getAttribute('data-math') ??
    element.textContent ??
    ''
  ).trim();

export const isMath = (element: Element): boolean =>
  element.matches('.katex, .katex-display, math, [data-math]');

/** TeX source of a formula where the page has it, else its text. */
export const readMath = texOf;

/** True where the element keeps line ends and spaces as they were typed. */
export const keepsSpace = (element: Element): boolean => {
  if (/(?:^|\s)!?whitespace-pre(?:-wrap|-line)?!?(?=\s|$)/.test(element.getAttribute('class') ?? ''))
    return true;
  const view = element.ownerDocument.defaultView;
  return view !== null && view.getComputedStyle(element).whiteSpace.startsWith('pre');
};

/** Whether text below is typed by a person (kept verbatim) or rendered by the site. */
export type Space = { readonly keep: boolean; readonly typed: boolean };

/** Reads one node of a paragraph; undefined for what is not part of the words. */
export const readInline = (node: Node, space: Space): Inline | readonly Inline[] | undefined => {
  if (node.nodeType === 3) {
    const raw = node.nodeValue ?? '';
    const text = space.keep ? raw.replace(/\r\n?/g, '\n') : raw.replace(/[\t\n\f\r ]+/g, ' ');
    return text === '' ? undefined : { kind: 'text', text, ...(space.typed ? { typed: true } : {}) };
  }
  if (node.nodeType !== 1) return undefined;
  const element = node as Element;
  if (element.localName === 'br') return { kind: 'break' };
  if (isControl(element) || isHidden(element)) return undefined;
  if (isMath(element)) return { kind: 'math', tex: texOf(element) };
  if (element.matches(CITATION)) return citation(element);
  if (element.localName === 'code' || element.matches('[data-markdown-copy="inline-code"], kbd, samp'))
    return { kind: 'code', text: element.textContent ?? '' };
  if (element.localName === 'img') {
    const href = keptAddress(element, 'src');
    const alt = element.getAttribute('alt') ?? '';
    return href && alt ? { kind: 'image', alt, href } : undefined;
  }
  const inlines = readInlines(element, keepsSpace(element) ? { ...space, keep: true } : space);
  if (inlines.length === 0) return undefined;
  if (STRONG.has(element.localName)) return { kind: 'strong', inlines };
  if (EMPHASIS.has(element.localName)) return { kind: 'emphasis', inlines };
  if (DELETED.has(element.localName)) return { kind: 'deleted', inlines };
  const href = element.localName === 'a' ? keptAddress(element, 'href') : undefined;
  return href === undefined ? inlines : { kind: 'link', href, inlines };
};

export const readInlines = (element: Element, space: Space): Inline[] =>
  [...element.childNodes].flatMap((child) => readInline(child, space) ?? []);
