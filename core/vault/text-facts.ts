import { readable } from '../search/index.ts';

const PREVIEW_LENGTH = 180;

/** First words of a text as one line, without the signs of Markdown. */
export const previewOf = (text: string): string => {
  const line = readable(text.slice(0, PREVIEW_LENGTH * 3))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH - 1)}…` : line;
};

export const hasCode = (markdown: string): boolean => /```|^ {4}\S/m.test(markdown);

export const hasLink = (markdown: string): boolean => /https?:\/\/\S/i.test(markdown);

/** Letters and digits only, case folded: the same words in Markdown, rendered text or JSON compare equal. */
export const wordsOnly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
