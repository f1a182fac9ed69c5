import { isStopWord, type QueryWord, termOf, wordsOf } from './analyse/analyser.ts';
import { detectLanguage, LANGUAGES } from './analyse/detect-language.ts';
import type { ParsedQuery } from './query/parsed-query.ts';
import type { QueryTerm } from './score/query-term.ts';
import type { Span } from './types.ts';

/** UTF-16 units shown of a memory. */
export const SNIPPET_LENGTH = 220;
/** Longer memories are looked through up to here: a hit further on shows their beginning. */
const READ_LENGTH = 60_000;

export type Snippet = { readonly snippet: string; readonly marks: [number, number][] };

/** A query and the dictionary terms that its words were found as: those of misspelt words cannot be told from the query. */
export type Sought = { readonly parsed: ParsedQuery; readonly terms: readonly QueryTerm[] };

/** Tells which words of a text the query found, by stem in any language, or by beginning for the last word. */
const wordMatcher = ({ parsed, terms }: Sought): ((word: QueryWord) => boolean) => {
  const words = [...parsed.words, ...parsed.phrases].flatMap(({ text, span }) =>
    wordsOf(text).map((word) => ({ ...word, end: word.end + span[0] })),
  );
  const language = detectLanguage(words.map(({ folded }) => folded));
  const content = words.filter(({ folded }) => !isStopWord(folded, language) && !isStopWord(folded, 'en'));
  const chosen = content.length > 0 ? content : words;
  const stems = new Set(chosen.flatMap(({ folded }) => LANGUAGES.map((each) => termOf(folded, each))));
  for (const { kind, variants } of terms)
    if (kind !== 'exact') for (const { term } of variants) stems.add(term);
  const last = parsed.unfinished ? chosen.find(({ end }) => end === parsed.text.length)?.folded : undefined;
  const prefix = last !== undefined && last.length >= 2 ? last : undefined;
  return ({ folded }) =>
    stems.has(termOf(folded, language)) ||
    stems.has(termOf(folded, 'en')) ||
    (prefix !== undefined && folded.startsWith(prefix));
};

/** Places in `text` that the query found, in order and apart. */
export const findMarks = (text: string, sought: Sought): [number, number][] => {
  const matches = wordMatcher(sought);
  const marks: [number, number][] = [];
  for (const word of wordsOf(text.slice(0, READ_LENGTH))) {
    if (!matches(word)) continue;
    const last = marks.at(-1);
    if (last && word.start < last[1]) last[1] = Math.max(last[1], word.end);
    else marks.push([word.start, word.end]);
  }
  return marks;
};

const startAtWord = (text: string, at: number): number => {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/u);
  return space < 0 ? at : at + space + 1;
};

const densest = (marks: readonly Span[], text: string): number => {
  let best = 0;
  let bestScore = -1;
  marks.forEach(([start], index) => {
    const seen = new Set<string>();
    for (let at = index; at < marks.length; at++) {
      const [from, to] = marks[at] as Span;
      if (to > start + SNIPPET_LENGTH - 40) break;
      seen.add(text.slice(from, to).toLowerCase());
    }
    if (seen.size > bestScore) {
      best = start;
      bestScore = seen.size;
    }
  });
  return best;
};

/**
 * The part of `text` that holds most of the query's words, on one line, with the places to mark in it.
 * Nothing found: the beginning, without marks.
 */
export const makeSnippet = (text: string, sought: Sought): Snippet => {
  const found = findMarks(text, sought);
  const start = found.length === 0 ? 0 : startAtWord(text, densest(found, text) - 40);
  const end = Math.min(text.length, start + SNIPPET_LENGTH);
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  const shift = before.length - start;
  const marks = found
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): [number, number] => [from + shift, to + shift]);
  return { snippet: `${before}${text.slice(start, end).replaceAll(/\s/gu, ' ')}${after}`, marks };
};
