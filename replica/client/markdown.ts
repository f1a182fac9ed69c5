import { h } from './dom.ts';
import type { MarkdownKit } from './markdown-inline.ts';
import { inline } from './markdown-inline.ts';

const FENCE = /^(`{3,}|~{3,})\s*([\w+#-]*)\s*$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^(\s*)(?:[-*]|(\d+)[.)])\s+(.*)$/;
const DIVIDER = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const alignment = (cell: string): string | undefined =>
  /^:-+:$/.test(cell) ? 'center' : /^-+:$/.test(cell) ? 'right' : /^:-+$/.test(cell) ? 'left' : undefined;

const tableOf = (lines: readonly string[], kit: MarkdownKit): HTMLTableElement => {
  const aligns = cells(lines[1]!).map(alignment);
  const row = (line: string, tag: 'th' | 'td') =>
    h(
      'tr',
      {},
      ...cells(line).map((cell, at) =>
        h(tag, { style: aligns[at] && `text-align: ${aligns[at]}` }, ...inline(cell, kit)),
      ),
    );
  return h(
    'table',
    {},
    h('thead', {}, row(lines[0]!, 'th')),
    h('tbody', {}, ...lines.slice(2).map((line) => row(line, 'td'))),
  );
};

const listOf = (lines: readonly string[], kit: MarkdownKit): HTMLElement => {
  const first = ITEM.exec(lines[0]!)!;
  const indent = first[1]!.length;
  const list = first[2] === undefined ? h('ul') : h('ol', { start: first[2] === '1' ? undefined : first[2] });
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while (end < lines.length && (ITEM.exec(lines[end]!)?.[1]?.length ?? indent + 1) > indent) end += 1;
    const item = h('li', {}, ...inline(ITEM.exec(lines[at]!)?.[3] ?? lines[at]!.trim(), kit));
    const nested = lines.slice(at + 1, end);
    if (nested.length > 0 && ITEM.test(nested[0]!)) item.append(listOf(nested, kit));
    else for (const line of nested) item.append(' ', ...inline(line.trim(), kit));
    list.append(item);
    at = end;
  }
  return list;
};

const startsBlock = (line: string): boolean =>
  FENCE.test(line) || HEADING.test(line) || ITEM.test(line) || /^(?:>|\||---+\s*$)/.test(line);

/** DOM of a Markdown text: the subset that the replica's answers use. A fence still open is a code block already. */
export const renderMarkdown = (source: string, kit: MarkdownKit): Node[] => {
  const lines = source.split('\n');
  const nodes: Node[] = [];
  let at = 0;
  const takeWhile = (keep: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && keep(lines[at]!)) at += 1;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (fence) {
      at += 1;
      const code = takeWhile((each) => !each.startsWith(fence[1]!));
      at += 1;
      nodes.push(kit.codeBlock(fence[2]!, code.join('\n')));
    } else if (heading) {
      at += 1;
      nodes.push(h(`h${heading[1]!.length}` as 'h1', {}, ...inline(heading[2]!, kit)));
    } else if (/^---+\s*$/.test(line)) {
      at += 1;
      nodes.push(h('hr'));
    } else if (line.startsWith('>')) {
      const quoted = takeWhile((each) => each.startsWith('>')).map((each) => each.replace(/^>\s?/, ''));
      nodes.push(h('blockquote', {}, ...renderMarkdown(quoted.join('\n'), kit)));
    } else if (line.startsWith('|') && DIVIDER.test(lines[at + 1] ?? '')) {
      nodes.push(
        kit.table(
          tableOf(
            takeWhile((each) => each.startsWith('|')),
            kit,
          ),
        ),
      );
    } else if (ITEM.test(line)) {
      nodes.push(
        listOf(
          takeWhile((each) => ITEM.test(each) || /^\s+\S/.test(each)),
          kit,
        ),
      );
    } else {
      at += 1;
      const more = takeWhile((each) => each.trim() !== '' && !startsBlock(each));
      const paragraph = h('p');
      [line, ...more].forEach((each, index) => {
        if (index > 0) paragraph.append(h('br'));
        paragraph.append(...inline(each, kit));
      });
      nodes.push(paragraph);
    }
  }
  return nodes;
};
