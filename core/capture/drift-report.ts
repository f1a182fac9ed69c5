import type { PageFacts } from './adapter.ts';

const MAX_LINES = 400;
const MAX_DEPTH = 14;
/** Attributes whose values a site's markup is built on; of all others only the name is told. */
const TELLING =
  /^(?:role|dir|aria-(?:setsize|posinset|busy|expanded|hidden)|data-(?:testid|cds|turn|state|message-author-role|perf-row|is-streaming|conversation-role|markdown-[\w-]+))$/;

/** Class names and marker words; digits, long runs and whatever could name a file or a person are masked. */
const masked = (name: string, value: string): string => {
  if (name === 'class') {
    const names = value.split(/\s+/).filter((each) => /^[\w/-]{1,40}$/.test(each));
    return names
      .slice(0, 6)
      .join(' ')
      .replace(/\d{3,}/g, '#');
  }
  return /^[a-zA-Z][a-zA-Z-]{0,39}$|^\d{1,4}$/.test(value) ? value : `(${value.length})`;
};

const described = ({ name, value }: Attr): string | undefined => {
  if (name === 'class' || TELLING.test(name)) return `${name}="${masked(name, value)}"`;
  return name.startsWith('data-') ? name.replace(/\d+/g, '#') : undefined;
};

const line = (element: Element, depth: number): string => {
  const attributes = [...element.attributes].flatMap((attribute) => described(attribute) ?? []);
  const own = [...element.childNodes]
    .filter((node) => node.nodeType === 3)
    .map((node) => node.nodeValue?.trim() ?? '');
  const length = own.join('').length;
  return `${'  '.repeat(depth)}${[element.localName, ...attributes].join(' ')}${length > 0 ? ` · ${length} characters` : ''}`;
};

const outline = (element: Element, depth: number, lines: string[]): void => {
  if (lines.length >= MAX_LINES || depth > MAX_DEPTH) return;
  if (element.matches('script, style, svg, noscript, template')) return;
  lines.push(line(element, depth));
  for (const child of element.children) outline(child, depth + 1, lines);
};

/** The structure of a page that was not understood, for the person to copy: element names and sizes, never words. */
export const driftReport = (facts: PageFacts, root: ParentNode, tried: string): string => {
  const lines = [
    `site ${facts.site}; read with: ${tried}; known: ${facts.renderers.map(({ name }) => name).join(', ')}`,
    `stop control ${root.querySelectorAll(facts.stopControl).length}, composer ${root.querySelectorAll(facts.composer).length}`,
  ];
  const start = root.querySelector('main, [role="main"], [role="feed"]') ?? root.firstElementChild;
  if (start) outline(start, 0, lines);
  return lines.join('\n').slice(0, 45_000);
};
