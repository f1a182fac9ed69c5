import type { Block, Inline, ListItem, TableRow } from './blocks.ts';
import { isCodeFrame, readCode } from './read-code.ts';
import { isMath, keepsSpace, readInline, readInlines, readMath, type Space } from './read-inlines.ts';
import { inlineText } from './to-text.ts';
import { isControl, isHidden } from './visibility.ts';

const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr li main menu nav ol p pre section summary table ul'
  ).split(' '),
);

const RENDERED: Space = { keep: false, typed: false };

/** Collects runs of inlines into paragraphs between blocks. */
class Collector {
  readonly blocks: Block[] = [];
  #run: Inline[] = [];

  inline(read: Inline | readonly Inline[] | undefined): void {
    if (read === undefined) return;
    this.#run.push(...(Array.isArray(read) ? (read as readonly Inline[]) : [read as Inline]));
  }

  block(...blocks: readonly Block[]): void {
    this.flush();
    this.blocks.push(...blocks);
  }

  flush(): void {
    const inlines = this.#run;
    this.#run = [];
    const hasImage = inlines.some(({ kind }) => kind === 'image');
    if (hasImage || inlineText(inlines) !== '')
      this.blocks.push({ kind: 'paragraph', inlines: tidy(inlines) });
  }
}

/** Takes the spaces off that the layout of the source left around line ends; keeps neighbouring links apart. */
const tidy = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline, at): Inline[] => {
    const before = inlines[at - 1]?.kind;
    if (inline.kind === 'link' && before === 'link') return [{ kind: 'text', text: ' ' }, inline];
    if (inline.kind !== 'text' || inline.typed) return [inline];
    const startsLine = at === 0 || before === 'break';
    const endsLine = at === inlines.length - 1 || inlines[at + 1]?.kind === 'break';
    const start = startsLine ? inline.text.replace(/^ +/, '') : inline.text;
    return [{ ...inline, text: endsLine ? start.replace(/ +$/, '') : start }];
  });

const holdsBlocks = (element: Element): boolean =>
  BLOCK_ELEMENTS.has(element.localName) ||
  isCodeFrame(element) ||
  element.querySelector('p, div, pre, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, .katex-display') !==
    null;

const readItem = (element: Element, space: Space): ListItem => {
  const box = element.querySelector(':scope > input[type="checkbox"], :scope > p > input[type="checkbox"]');
  const blocks = readBlocks(element, space);
  return box
    ? { checked: box.hasAttribute('checked') || (box as HTMLInputElement).checked, blocks }
    : { blocks };
};

const readList = (element: Element, space: Space): Block => ({
  kind: 'list',
  start: element.localName === 'ol' ? Number(element.getAttribute('start') ?? 1) || 1 : undefined,
  items: [...element.children]
    .filter((child) => child.localName === 'li')
    .map((child) => readItem(child, space)),
});

const readRow = (row: Element, space: Space): TableRow =>
  [...row.children].filter((cell) => /^t[hd]$/.test(cell.localName)).map((cell) => readInlines(cell, space));

const readTable = (table: Element, space: Space): Block => {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const first = rows[0];
  const headed =
    first !== undefined && (first.closest('thead') !== null || first.querySelector('td') === null);
  return {
    kind: 'table',
    head: headed ? readRow(first, space) : undefined,
    rows: rows.slice(headed ? 1 : 0).map((row) => readRow(row, space)),
  };
};

const readElement = (element: Element, into: Collector, space: Space): void => {
  if (isControl(element) || isHidden(element)) return;
  const inner = keepsSpace(element) ? { ...space, keep: true } : space;
  if (isMath(element)) {
    const isBlock = element.matches('.katex-display, math[display="block"]');
    if (isBlock) into.block({ kind: 'math', tex: readMath(element) });
    else into.inline({ kind: 'math', tex: readMath(element) });
  } else if (/^h[1-6]$/.test(element.localName)) {
    into.block({
      kind: 'heading',
      level: Number(element.localName[1]),
      inlines: tidy(readInlines(element, inner)),
    });
  } else if (element.localName === 'ul' || element.localName === 'ol') into.block(readList(element, space));
  else if (element.localName === 'blockquote')
    into.block({ kind: 'quote', blocks: readBlocks(element, space) });
  else if (element.localName === 'hr') into.block({ kind: 'rule' });
  else if (element.localName === 'table') into.block(readTable(element, space));
  else if (isCodeFrame(element)) into.block(readCode(element));
  else if (holdsBlocks(element)) {
    into.flush();
    readChildren(element, into, inner);
    into.flush();
  } else into.inline(readInline(element, inner));
};

const readChildren = (element: Element, into: Collector, space: Space): void => {
  for (const child of element.childNodes) {
    if (child.nodeType === 1) readElement(child as Element, into, space);
    else into.inline(readInline(child, space));
  }
};

/**
 * The words of `element` as blocks. Controls, labels for screen readers and hidden parts are left out.
 * An element's markup never survives: what looks like a tag in the result was text in the page.
 */
export const readBlocks = (element: Element, space: Space = RENDERED): Block[] => {
  if (isCodeFrame(element)) return [readCode(element)];
  const into = new Collector();
  readChildren(element, into, keepsSpace(element) ? { ...space, keep: true } : space);
  into.flush();
  return into.blocks;
};

/** Words that a person typed: line ends kept, nothing escaped. */
export const readTyped = (element: Element): Block[] => readBlocks(element, { keep: false, typed: true });
