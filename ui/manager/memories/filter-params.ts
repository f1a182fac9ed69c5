import type { MemoryFilter } from '../../../core/model/query.ts';

/** Address parameters that narrow the list; each may occur more than once except the last four. */
export const FACETS = ['agent', 'site', 'project', 'tag'] as const;
export type FacetName = (typeof FACETS)[number];

const monthRange = (month: string): { from: number; to: number } | undefined => {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  if (!year || !number) return undefined;
  return {
    from: new Date(Number(year), Number(number) - 1, 1).getTime(),
    to: new Date(Number(year), Number(number), 1).getTime(),
  };
};

const startOfDay = (day: string | null): number | undefined => {
  const at = day === null ? Number.NaN : new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
};

const dayAfter = (day: string | null): number | undefined => {
  const at = startOfDay(day);
  if (at === undefined) return undefined;
  const date = new Date(at);
  date.setDate(date.getDate() + 1);
  return date.getTime();
};

/** The filter an address stands for. `from` and `to` are local days, both inclusive; unreadable ones are ignored. */
export const filterOf = (params: URLSearchParams): MemoryFilter => {
  const listOf = (name: string) => {
    const values = params.getAll(name).filter((value) => value !== '');
    return values.length > 0 ? values : undefined;
  };
  const month = monthRange(params.get('month') ?? '');
  const from = month?.from ?? startOfDay(params.get('from'));
  const to = month?.to ?? dayAfter(params.get('to'));
  const filter = {
    agentIds: listOf('agent'),
    sites: listOf('site'),
    projects: listOf('project'),
    tags: listOf('tag'),
    conversationKeys: listOf('conversation'),
    from,
    to,
    pinned: params.get('pinned') === '1' ? true : undefined,
    state: params.get('state') === 'trashed' ? ('trashed' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
};

/** The parameters with one value of a facet added, or removed where it was there. */
export const toggled = (params: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(params);
  if (next.has(name, value)) next.delete(name, value);
  else next.append(name, value);
  return next;
};

/** The parameters with `name` set to one value, or without it when the value is empty. */
export const withParam = (params: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(params);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
};
