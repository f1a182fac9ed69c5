import type { Facets } from '../../core/model/query.ts';
import type { Saved } from './saved.ts';

/** A filter a person may be about to type: what is shown, and the whole query with it. */
export type Completion = { readonly label: string; readonly query: string };

/** Operators in the order they are offered, with the values of those that have fixed ones. */
const VALUES_BY_OPERATOR: Readonly<Record<string, readonly string[]>> = {
  agent: [],
  site: [],
  project: [],
  tag: [],
  before: [],
  after: [],
  on: [],
  role: ['user', 'assistant', 'note'],
  is: ['pinned', 'code', 'partial', 'quarantined', 'archived', 'trashed'],
  has: ['code', 'link'],
};
const MAX_COMPLETIONS = 5;

const valuesOf = (operator: string, facets: Facets | undefined): readonly string[] => {
  const { agents = [], sites = [], tags = [], projects = [], months = [] } = facets ?? {};
  const counts = {
    agent: agents,
    site: sites,
    tag: tags,
    project: projects,
    before: months,
    after: months,
    on: months,
  };
  if (!(operator in counts)) return VALUES_BY_OPERATOR[operator] ?? [];
  return counts[operator as keyof typeof counts].map(({ value }) => value);
};

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

const SAVED = 'saved:';

/** Saved searches whose name holds what follows `saved:`; choosing one puts its query in the place of the word. */
const savedCompletions = (typed: string, before: string, saved: Saved): Completion[] =>
  saved
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .slice(0, MAX_COMPLETIONS)
    .map(({ name, query }) => ({ label: `${SAVED}${name}`, query: `${before}${query} ` }));

/** Completes the last word of `query`: an operator from two letters on, a value of an operator from its colon on. */
export const completionsOf = (query: string, facets: Facets | undefined, saved: Saved = []): Completion[] => {
  const start = query.search(/[^\s"]*(?:"[^"]*)?$/);
  const word = query.slice(start).toLowerCase();
  const before = query.slice(0, start);
  if (word.startsWith(SAVED))
    return savedCompletions(word.slice(SAVED.length).replace('"', ''), before, saved);
  const colon = word.indexOf(':');
  if (colon > 0) {
    const operator = word.slice(0, colon);
    const typed = word.slice(colon + 1).replace('"', '');
    return valuesOf(operator, facets)
      .filter((value) => value.toLowerCase().includes(typed) && value.toLowerCase() !== typed)
      .slice(0, MAX_COMPLETIONS)
      .map((value) => ({
        label: `${operator}:${value}`,
        query: `${before}${operator}:${quoted(value)} `,
      }));
  }
  if (word.length < 2) return [];
  return [
    ...Object.keys(VALUES_BY_OPERATOR).map((operator) => `${operator}:`),
    ...(saved.length > 0 ? [SAVED] : []),
  ]
    .filter((operator) => operator.startsWith(word))
    .slice(0, MAX_COMPLETIONS)
    .map((operator) => ({ label: operator, query: before + operator }));
};
