import type { QueryToken } from '../../model/query.ts';
import type { Sentence } from '../../model/sentence.ts';
import { wordsOf } from '../analyse/analyser.ts';
import { detectLanguage } from '../analyse/detect-language.ts';
import type { Span } from '../types.ts';
import { readTimes } from './natural-time.ts';
import { mergeFilters, readOperator } from './operators.ts';
import type { ParseContext, ParsedQuery, QueryFilter, QueryPart } from './parsed-query.ts';
import { knownZone } from './zoned-days.ts';

/** Longer queries are cut here, and the token says so: pasted documents are no questions. */
export const MAX_QUERY = 2_000;

const LANGUAGE_SAMPLE = 400;

const PIECE =
  /(?<not>-)?(?:(?<name>[\p{L}]+):(?:"(?<quotedValue>[^"]*)"|(?<value>[^\s"]*))|"(?<phrase>[^"]*)(?<close>"?)|(?<word>[^\s"]+))/gu;

const EMPTY_QUOTES = { code: 'query/empty-quotes', text: 'Empty quotes find nothing and are left out.' };
const OPEN_QUOTE = {
  code: 'query/open-quote',
  text: 'The closing quote is missing; searched as words.',
};
const NOT_AN_OPERATOR = {
  code: 'query/not-operator',
  text: 'Operators cannot be excluded; its words are left out instead.',
};

/**
 * Reads a query: words, "phrases", -not, `operator:value`, natural time. Never throws; what cannot be understood is
 * searched as words and its token carries a `problem` sentence.
 */
export const parseQuery = (query: string, { now, timeZone }: ParseContext): ParsedQuery => {
  const zone = knownZone(timeZone);
  const text = query.length > MAX_QUERY ? query.slice(0, MAX_QUERY) : query;
  const tokens: QueryToken[] = [];
  const words: QueryPart[] = [];
  const phrases: QueryPart[] = [];
  const excluded: QueryPart[] = [];
  let filter: QueryFilter = {};

  const push = (kind: string, label: string, span: Span, problem?: Sentence): void => {
    tokens.push(problem === undefined ? { kind, label, span } : { kind, label, span, problem });
  };
  const plain = (part: string, span: Span, problem?: Sentence): void => {
    words.push({ text: part, span });
    push('term', part, span, problem);
  };

  for (const match of text.matchAll(PIECE)) {
    const span: Span = [match.index, match.index + match[0].length];
    const { not, name, quotedValue, value, phrase, close, word } = match.groups as Record<
      string,
      string | undefined
    >;
    if (phrase !== undefined) {
      const inner: Span = [span[0] + (not ? 2 : 1), span[0] + (not ? 2 : 1) + phrase.length];
      const part = { text: phrase, span: inner };
      if (phrase.trim() === '') push('phrase', match[0], span, EMPTY_QUOTES);
      else if (close !== '"') plain(phrase, inner, OPEN_QUOTE);
      else if (not) {
        excluded.push(part);
        push('not', phrase, span);
      } else {
        phrases.push(part);
        push('phrase', phrase, span);
      }
    } else if (name !== undefined) {
      const given = quotedValue ?? value ?? '';
      const reading = not ? undefined : readOperator(name, given, zone);
      if (reading && 'filter' in reading) {
        filter = mergeFilters(filter, reading.filter);
        push(name.toLowerCase(), `${name.toLowerCase()}:${given}`, span);
      } else if (reading) plain(match[0], span, reading.problem);
      else if (not) {
        excluded.push({ text: given || name, span });
        push('not', match[0].slice(1), span, NOT_AN_OPERATOR);
      } else if (given === '' || given.startsWith('/')) plain(match[0], span);
      else {
        const words = `There is no operator "${name}:"; searched as words.`;
        plain(match[0], span, { code: 'query/no-operator', values: { name }, text: words });
      }
    } else if (word !== undefined) {
      if (not && /[\p{L}\p{N}]/u.test(word)) {
        excluded.push({ text: word, span });
        push('not', word, span);
      } else plain(match[0], span);
    }
  }

  const language = detectLanguage(wordsOf(text.slice(0, LANGUAGE_SAMPLE)).map(({ folded }) => folded));
  const named = readTimes(text, now, zone, language);
  const apart = ({ span: [start, end] }: { readonly span: Span }): boolean =>
    !tokens.some(
      ({ kind, span, problem }) =>
        (kind !== 'term' || problem !== undefined) && span[0] < end && start < span[1],
    );
  const times = named.times.filter(apart);
  const unreal = named.unreal.filter(apart);
  const shown = tokens.filter(
    ({ kind, span }) =>
      kind !== 'term' ||
      ![...times, ...unreal].some((time) => time.span[0] < span[1] && span[0] < time.span[1]),
  );
  for (const { label, span } of unreal) {
    const words = `The calendar has no ${label}; searched as words.`;
    const problem = { code: 'query/no-day', values: { label }, text: words };
    shown.push({ kind: 'term', label, span, problem });
  }
  for (const { label, span } of times) shown.push({ kind: 'time', label, span });
  if (text.length < query.length) {
    const span: Span = [text.length, query.length];
    const words = `Only the first ${MAX_QUERY} characters are searched.`;
    const problem = { code: 'query/too-long', values: { most: MAX_QUERY }, text: words };
    shown.push({ kind: 'term', label: '…', span, problem });
  }
  shown.sort((a, b) => a.span[0] - b.span[0]);

  return {
    text: query,
    tokens: shown,
    words,
    phrases,
    excluded,
    filter,
    times,
    unfinished: /[\p{L}\p{N}]$/u.test(query) && text.length === query.length,
  };
};
