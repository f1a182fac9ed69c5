import type { Facets } from '../../core/model/query.ts';

/** A filter a person may be about to type: what is shown, and the whole query with it. */
export type Completion = { readonly label: string; readonly query: string };

const OPERATORS = ['agent:', 'site:', 'before:', 'after:', 'tag:', 'project:', 'is:pinned'];
const MAX_COMPLETIONS = 5;

const valuesOf = (operator: string, facets: Facets): string[] => {
  const counts = { agent: facets.agents, site: facets.sites, tag: facets.tags, project: facets.projects };
  const found = counts[operator as keyof typeof counts] ?? [];
  if (operator === 'before' || operator === 'after') return facets.months.map(({ value }) => value);
  if (operator === 'is') return ['pinned', 'code', 'partial'];
  return found.map(({ value }) => value);
};

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

/** Completes the last word of `query`: an operator from two letters on, a value of an operator from its colon on. */
export const completionsOf = (query: string, facets: Facets | undefined): Completion[] => {
  const start = query.search(/[^\s"]*(?:"[^"]*)?$/);
  const word = query.slice(start).toLowerCase();
  const before = query.slice(0, start);
  const colon = word.indexOf(':');
  if (colon > 0) {
    const operator = word.slice(0, colon);
    const typed = word.slice(colon + 1).replace('"', '');
    return (facets ? valuesOf(operator, facets) : [])
      .filter((value) => value.toLowerCase().includes(typed) && value.toLowerCase() !== typed)
      .slice(0, MAX_COMPLETIONS)
      .map((value) => ({
        label: `${operator}:${value}`,
        query: `${before}${operator}:${quoted(value)} `,
      }));
  }
  if (word.length < 2) return [];
  return OPERATORS.filter((operator) => operator.startsWith(word) && operator !== word)
    .slice(0, MAX_COMPLETIONS)
    .map((operator) => ({
      label: operator,
      query: before + operator + (operator.endsWith(':') ? '' : ' '),
    }));
};
