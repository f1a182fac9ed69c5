import type { Block, Inline, ListItem, TableRow } from './blocks.ts';

/** Plain text of a run of inlines, as a reader sees it. Images have none. */
export const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text;
        case 'math':
          return inline.tex;
        case 'break':
          return '\n';
        case 'image':
          return '';
        default:
          return inlineText(inline.inlines);
      }
    })
    .join('')
    .trim();

const rowText = (row: TableRow): string => row.map(inlineText).join('\t');

const itemText = (item: ListItem, marker: string): string =>
  marker + toText(item.blocks, '\n').replaceAll('\n', `\n${' '.repeat(marker.length)}`);

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.inlines);
    case 'code':
      return block.text;
    case 'math':
      return block.tex;
    case 'list':
      return block.items
        .map((item, at) => itemText(item, block.start === undefined ? '- ' : `${block.start + at}. `))
        .join('\n');
    case 'quote':
      return toText(block.blocks);
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].map(rowText).join('\n');
    case 'rule':
      return '';
  }
};

/** Plain text of a message: paragraphs apart by an empty line, list markers kept, table cells apart by tabs. */
export const toText = (blocks: readonly Block[], separator = '\n\n'): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(separator);
