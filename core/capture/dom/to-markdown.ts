import type { Block, Inline, ListItem, TableRow } from './blocks.ts';

/** Characters that would start markup in the middle of a line. */
const escapeInline = (text: string): string =>
  text
    .replace(/([\\`*])/g, '\\$1')
    .replace(/(^|[\s(])_|_(?=$|[\s).,;:!?])/g, (found) => found.replace('_', '\\_'))
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[');

/** Markers that would turn a paragraph into another kind of block. */
const escapeStart = (line: string): string =>
  line.replace(/^(\s*)(#{1,6}\s|>|[-+]\s|={3,}|-{3,})/, '$1\\$2').replace(/^(\s*\d{1,9})([.)]\s)/, '$1\\$2');

const codeSpan = (text: string): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return ticks + pad + text + pad + ticks;
};

/** Emphasis marks only bind to words: spaces at the edges stay outside. */
const wrap = (mark: string, inner: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return words === '' ? inner : before + mark + words + mark + after;
};

const address = (href: string): string => (/[()\s]/.test(href) ? `<${href.replace(/[<>]/g, '')}>` : href);

const oneInline = (inline: Inline): string => {
  switch (inline.kind) {
    case 'text':
      return inline.typed ? inline.text : escapeInline(inline.text);
    case 'code':
      return codeSpan(inline.text);
    case 'math':
      return `$${inline.tex}$`;
    case 'break':
      return '\n';
    case 'image':
      return `![${inline.alt.replace(/[[\]]/g, '')}](${address(inline.href)})`;
    case 'strong':
      return wrap('**', inlineMarkdown(inline.inlines));
    case 'emphasis':
      return wrap('*', inlineMarkdown(inline.inlines));
    case 'deleted':
      return wrap('~~', inlineMarkdown(inline.inlines));
    case 'link': {
      const words = inlineMarkdown(inline.inlines).trim();
      if (words === '') return '';
      return words === inline.href ? inline.href : `[${words}](${address(inline.href)})`;
    }
  }
};

const inlineMarkdown = (inlines: readonly Inline[]): string => inlines.map(oneInline).join('');

const isTyped = (inlines: readonly Inline[]): boolean =>
  inlines.some((inline) => inline.kind === 'text' && inline.typed);

const paragraph = (inlines: readonly Inline[]): string => {
  const text = inlineMarkdown(inlines).trim();
  return isTyped(inlines) ? text : text.split('\n').map(escapeStart).join('\n');
};

const fence = (language: string, text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map(([, run]) => run!.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
};

const indent = (text: string, width: number): string =>
  text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);

const item = ({ checked, blocks }: ListItem, marker: string): string => {
  const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  const tight = blocks.every(({ kind }) => kind === 'paragraph' || kind === 'list');
  return marker + box + indent(toMarkdown(blocks, tight ? '\n' : '\n\n'), marker.length);
};

const row = (cells: TableRow): string =>
  `| ${cells.map((cell) => inlineMarkdown(cell).trim().replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

const table = (head: TableRow | undefined, rows: readonly TableRow[]): string => {
  const width = Math.max(head?.length ?? 0, ...rows.map((cells) => cells.length));
  const blank: TableRow = Array.from({ length: width }, () => []);
  return [row(head ?? blank), `|${' --- |'.repeat(width)}`, ...rows.map(row)].join('\n');
};

const blockMarkdown = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.inlines);
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.inlines).trim().replaceAll('\n', ' ')}`;
    case 'code':
      return block.text === '' ? '' : fence(block.language, block.text);
    case 'math':
      return `$$\n${block.tex}\n$$`;
    case 'list':
      return block.items
        .map((each, at) => item(each, block.start === undefined ? '- ' : `${block.start + at}. `))
        .join('\n');
    case 'quote':
      return toMarkdown(block.blocks)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'table':
      return table(block.head, block.rows);
    case 'rule':
      return '---';
  }
};

/**
 * GitHub-flavoured Markdown of a message. Words that look like markup are escaped, except in what a person typed,
 * which is kept as typed.
 */
export const toMarkdown = (blocks: readonly Block[], separator = '\n\n'): string =>
  blocks
    .map(blockMarkdown)
    .filter((text) => text !== '')
    .join(separator);
