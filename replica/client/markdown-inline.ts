import { h } from './dom.ts';

/** How a renderer generation writes the pieces that differ between sites. */
export type MarkdownKit = {
  readonly inlineCode: (code: string) => Node;
  readonly codeBlock: (language: string, code: string) => Node;
  readonly table: (table: HTMLTableElement) => Node;
};

const INLINE =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+(?:\*[^*]+\*[^*]*)*)\*\*|\*(?<italic>[^*\s][^*]*)\*|~~(?<struck>[^~]+)~~|\[(?<label>[^\]]+)\]\((?<href>https?:[^)\s]+)\)|\$(?<math>[^$\s](?:[^$]*[^$\s])?)\$/;

/** KaTeX as the sites render it: the source in an annotation, the picture hidden from readers of text. */
const math = (source: string): Node => {
  const annotation = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'annotation');
  annotation.setAttribute('encoding', 'application/x-tex');
  annotation.textContent = source;
  const semantics = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'semantics');
  semantics.append(annotation);
  const root = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'math');
  root.append(semantics);
  return h(
    'span',
    { class: 'katex' },
    h('span', { class: 'katex-mathml' }, root),
    h('span', { class: 'katex-html', 'aria-hidden': 'true' }, source),
  );
};

/** Nodes of one run of text. Unclosed marks stay as they were typed. */
export const inline = (text: string, kit: MarkdownKit): Node[] => {
  const match = INLINE.exec(text);
  if (!match?.groups) return text ? [document.createTextNode(text)] : [];
  const { code, bold, italic, struck, label, href, math: formula } = match.groups;
  const node =
    code !== undefined
      ? kit.inlineCode(code)
      : bold !== undefined
        ? h('strong', {}, ...inline(bold, kit))
        : italic !== undefined
          ? h('em', {}, ...inline(italic, kit))
          : struck !== undefined
            ? h('del', {}, ...inline(struck, kit))
            : label !== undefined
              ? h('a', { href, target: '_blank', rel: 'noopener' }, ...inline(label, kit))
              : math(formula ?? '');
  const before = text.slice(0, match.index);
  return [
    ...(before ? [document.createTextNode(before)] : []),
    node,
    ...inline(text.slice(match.index + match[0].length), kit),
  ];
};
