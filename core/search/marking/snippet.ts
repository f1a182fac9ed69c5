import type { Span } from '../types.ts';
import type { Marker } from './marker.ts';

/** UTF-16 units shown of a memory. */
export const SNIPPET_LENGTH = 220;
/** Longer memories are looked through up to here: a hit further on shows their beginning. */
export const READ_LENGTH = 60_000;
/** Units shown before the first mark. */
const LEAD = 40;

export type Snippet = { readonly snippet: string; readonly marks: [number, number][] };

const startAtWord = (text: string, at: number): number => {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/u);
  return space < 0 ? at : at + space + 1;
};

/** Start of the first window that holds the most different words among `marks`. */
const densest = (marks: readonly Span[], text: string): number => {
  const words = marks.map(([from, to]) => text.slice(from, to).toLowerCase());
  const counts = new Map<string, number>();
  let best = 0;
  let most = 0;
  let next = 0;
  marks.forEach(([start], index) => {
    for (; next < marks.length; next++) {
      if ((marks[next] as Span)[1] > start + SNIPPET_LENGTH - LEAD && next > index) break;
      const word = words[next] as string;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    if (counts.size > most) {
      best = start;
      most = counts.size;
    }
    const left = words[index] as string;
    const count = (counts.get(left) as number) - 1;
    if (count === 0) counts.delete(left);
    else counts.set(left, count);
  });
  return best;
};

/**
 * The part of `text`, plain text as its reader sees it, that holds most of the query's words, on one line, with the
 * places to mark in it. Nothing found: the beginning, without marks.
 */
export const makeSnippet = (text: string, marker: Marker): Snippet => {
  const found = marker.marks(text, READ_LENGTH);
  const start = found.length === 0 ? 0 : startAtWord(text, densest(found, text) - LEAD);
  const end = Math.min(text.length, start + SNIPPET_LENGTH);
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  const shift = before.length - start;
  const marks = found
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): [number, number] => [from + shift, to + shift]);
  return { snippet: `${before}${text.slice(start, end).replaceAll(/\s/gu, ' ')}${after}`, marks };
};
