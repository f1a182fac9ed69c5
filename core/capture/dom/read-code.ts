import type { Block } from './blocks.ts';
import { isControl } from './visibility.ts';

const MAX_LABEL = 30;

/** Text with the line ends that the page shows as elements. */
export const textWithBreaks = (element: Element): string => {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType !== 1) continue;
    else if ((node as Element).localName === 'br') text += '\n';
    else text += textWithBreaks(node as Element);
  }
  return text;
};

/** Lines of an editor that renders each as an element; else the text as it is. */
const codeText = (element: Element): string => {
  const lines = element.querySelectorAll('.cm-line, .view-line');
  const text =
    lines.length > 0 ? [...lines].map((line) => textWithBreaks(line)).join('\n') : textWithBreaks(element);
  return text.replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');
};

const languageOfClass = (element: Element): string | undefined =>
  [element, ...element.querySelectorAll('[class*="language-"]')]
    .map((each) => /(?:^|\s)language-([\w#+.-]+)/.exec(each.getAttribute('class') ?? '')?.[1])
    .find((language) => language !== undefined);

/** First short text of `frame` before `code`: the label of the block's header. */
const labelOf = (frame: Element, code: Element): string => {
  const walker = frame.ownerDocument.createTreeWalker(frame, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (code.contains(node)) return '';
    const parent = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (text === '' || !parent || parent.closest('button, svg, .sr-only')) continue;
    return text.length <= MAX_LABEL ? text : '';
  }
  return '';
};

const PLAIN = new Set(['text', 'plaintext', 'plain', 'txt', 'code']);

/** Info string of a fence from a label such as `C++` or `Plain text`. */
const fenceLanguage = (label: string): string => {
  const language = label.toLowerCase().replace(/\s+/g, '');
  return PLAIN.has(language) || !/^[\w#+.-]+$/.test(language) ? '' : language;
};

/** A block of code: `frame` is all of it with its header, whatever element holds the code. */
export const readCode = (frame: Element): Block => {
  const code =
    frame.querySelector('.cm-content') ??
    frame.querySelector('pre code, code') ??
    frame.querySelector('pre') ??
    frame;
  return {
    kind: 'code',
    language: fenceLanguage(languageOfClass(code) ?? (code === frame ? '' : labelOf(frame, code))),
    text: codeText(code),
    gaps: frame.querySelector('.cm-gap') !== null,
  };
};

const wordsOutside = (frame: Element, code: Element): string => {
  let words = '';
  for (const child of frame.childNodes) {
    if (child === code) continue;
    if (child.nodeType === 3) words += child.nodeValue ?? '';
    else if (child.nodeType === 1 && !isControl(child as Element))
      words += child.contains(code) ? wordsOutside(child as Element, code) : (child.textContent ?? '');
  }
  return words.trim();
};

/** Elements whose words are part of a message, never the label of its code. */
const PROSE = 'p, li, h1, h2, h3, h4, h5, h6, table, blockquote, dl';

/** True for a wrapper that holds one block of code and nothing else but its label. */
export const isCodeFrame = (element: Element): boolean => {
  if (
    element.localName === 'pre' ||
    element.matches('[data-markdown-copy="code-block"], [data-client-defined-widget="code_block"]')
  )
    return true;
  if (!element.matches('div, figure, section')) return false;
  const blocks = [...element.querySelectorAll('pre')].filter((each) => !each.parentElement?.closest('pre'));
  const only = blocks[0];
  if (blocks.length !== 1 || !only) return false;
  if ([...element.querySelectorAll(PROSE)].some((each) => !only.contains(each))) return false;
  const label = wordsOutside(element, only);
  return label.length <= MAX_LABEL && !label.includes('\n');
};
