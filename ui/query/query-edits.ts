import type { QueryToken } from '../../core/model/query.ts';

const TIME_KINDS = new Set(['time', 'before', 'after', 'on']);

const withoutSpans = (query: string, tokens: readonly QueryToken[]): string =>
  [...tokens]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((rest, { span: [start, end] }) => `${rest.slice(0, start)} ${rest.slice(end)}`, query)
    .replace(/\s+/g, ' ')
    .trim();

/** The query without one of its tokens. */
export const withoutToken = (query: string, token: QueryToken): string => withoutSpans(query, [token]);

/** The query without its dates, or undefined when it has none. */
export const withoutDates = (query: string, tokens: readonly QueryToken[]): string | undefined => {
  const dates = tokens.filter(({ kind }) => TIME_KINDS.has(kind));
  return dates.length === 0 ? undefined : withoutSpans(query, dates);
};

/** The query as bare words: no quotes, no exclusions, no filters; undefined when that changes nothing. */
export const anyWord = (query: string, tokens: readonly QueryToken[]): string | undefined => {
  const strict = tokens.filter(({ kind }) => kind !== 'term' && kind !== 'phrase');
  const words = withoutSpans(query, strict)
    .replace(/["“”„]/g, '')
    .trim();
  return words === '' || words === query.trim() ? undefined : words;
};
