import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_RENDERED_LENGTH, renderMarkdown } from './render-markdown.ts';

/** The words of a memory, formatted; very long ones as plain text. */
export const Markdown = ({ markdown }: { markdown: string }) => {
  const box = useRef<HTMLDivElement>(null);
  const plain = markdown.length > MAX_RENDERED_LENGTH;
  useLayoutEffect(() => {
    if (!plain) box.current?.replaceChildren(renderMarkdown(markdown));
  }, [markdown, plain]);
  if (plain) return <pre class="prose plain">{markdown}</pre>;
  return <div class="prose" dir="auto" ref={box} />;
};
