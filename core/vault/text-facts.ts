import { readable } from '../search/index.ts';

const PREVIEW_LENGTH = 180;

/**
 * First words of a text as one line, without the signs of Markdown; nothing says where it was cut. Joined anew, because
 * a slice would hold the text that it was cut from.
 */
export const previewOf = (text: string): string =>
  readable(text.slice(0, PREVIEW_LENGTH * 3))
    .replace(/\s+/g, ' ')
    .trim()
    .split('', PREVIEW_LENGTH)
    .join('');

export const hasCode = (markdown: string): boolean => /```|^ {4}\S/m.test(markdown);

export const hasLink = (markdown: string): boolean => /https?:\/\/\S/i.test(markdown);

/** Letters and digits only, case folded: the same words in Markdown, rendered text or JSON compare equal. */
export const wordsOnly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
