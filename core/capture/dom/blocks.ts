/** A run of a paragraph. `text` is plain; nothing here is ever HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly typed?: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'image'; readonly alt: string; readonly href: string }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] };

export type ListItem = { readonly checked?: boolean; readonly blocks: readonly Block[] };

/** A message as its reader sees it, made from the page's elements. */
export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  /** `gaps` is true where the page did not render all lines. */
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly gaps: boolean }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly head: TableRow | undefined; readonly rows: readonly TableRow[] }
  | { readonly kind: 'rule' };

export type TableRow = readonly (readonly Inline[])[];

/** True where some code of the message was not rendered, so that its words are not all there. */
export const hasGaps = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => {
    if (block.kind === 'code') return block.gaps;
    if (block.kind === 'quote') return hasGaps(block.blocks);
    return block.kind === 'list' && block.items.some((item) => hasGaps(item.blocks));
  });
