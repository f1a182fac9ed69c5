import type { MemoryMeta } from '../model/memory.ts';
import type { FacetCount, Facets, MemoryFilter, MemoryPage, MemoryRow } from '../model/query.ts';
import type { Catalog } from '../store/catalog.ts';

const has = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

/** Compiles a filter into a test of one memory's metadata. Without a `state`, only active memories pass. */
export const compileFilter = (filter: MemoryFilter, catalog: Catalog): ((meta: MemoryMeta) => boolean) => {
  const seqs = filter.seqs && new Set(filter.seqs);
  const state = filter.state ?? 'active';
  return (meta) => {
    if (seqs && !seqs.has(meta.seq)) return false;
    if (!seqs && meta.state !== state) return false;
    if (filter.profile !== undefined && meta.profile !== filter.profile) return false;
    if (filter.from !== undefined && meta.createdAt < filter.from) return false;
    if (filter.to !== undefined && meta.createdAt >= filter.to) return false;
    if (filter.pinned !== undefined && meta.pinned !== filter.pinned) return false;
    if (filter.partial !== undefined && meta.partial !== filter.partial) return false;
    if (filter.hasCode !== undefined && meta.hasCode !== filter.hasCode) return false;
    if (filter.hasLink !== undefined && meta.hasLink !== filter.hasLink) return false;
    if (!has(filter.roles, meta.role) || !has(filter.labels, meta.label)) return false;
    if (!has(filter.agentIds, meta.agentId) || !has(filter.conversationKeys, meta.conversationKey))
      return false;
    if (filter.tags?.length && !filter.tags.every((tag) => meta.tags.includes(tag))) return false;
    if (!filter.sites?.length && !filter.projects?.length) return true;
    const conversation = catalog.conversationByKey.get(meta.conversationKey);
    return has(filter.sites, conversation?.site ?? '') && has(filter.projects, conversation?.project ?? '');
  };
};

export const rowOf = (meta: MemoryMeta, catalog: Catalog): MemoryRow => {
  const conversation = catalog.conversationByKey.get(meta.conversationKey);
  return {
    ...meta,
    title: conversation?.title ?? '',
    site: conversation?.site ?? '',
    url: conversation?.url ?? '',
    ...(conversation?.project === undefined ? {} : { project: conversation.project }),
  };
};

/** Local calendar day of a time as `YYYY-MM-DD`. */
const localDay = (time: number): string => {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Newest first; memories of the same moment in reading order reversed. */
const newestFirst = (a: MemoryMeta, b: MemoryMeta): number =>
  b.createdAt - a.createdAt || b.order - a.order || b.seq - a.seq;

export const matching = (filter: MemoryFilter, catalog: Catalog): MemoryMeta[] => {
  const accept = compileFilter(filter, catalog);
  return [...catalog.all()].filter(accept).sort(newestFirst);
};

/** Page of the list `sorted`, with day headings when it starts at the top. */
export const pageOf = (
  sorted: readonly MemoryMeta[],
  offset: number,
  limit: number,
  catalog: Catalog,
): MemoryPage => ({
  rows: sorted.slice(offset, offset + limit).map((meta) => rowOf(meta, catalog)),
  total: sorted.length,
  offset,
  ...(offset === 0 ? { days: dayHeadings(sorted) } : {}),
});

const dayHeadings = (sorted: readonly MemoryMeta[]): { day: string; offset: number; count: number }[] => {
  const days: { day: string; offset: number; count: number }[] = [];
  sorted.forEach(({ createdAt }, offset) => {
    const day = localDay(createdAt);
    const last = days.at(-1);
    if (last?.day === day) last.count += 1;
    else days.push({ day, offset, count: 1 });
  });
  return days;
};

const counts = (countByValue: ReadonlyMap<string, number>): FacetCount[] =>
  [...countByValue]
    .filter(([value]) => value !== '')
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));

/** How many matching memories each facet value has. */
export const facetsOf = (filter: MemoryFilter, catalog: Catalog): Facets => {
  const accept = compileFilter(filter, catalog);
  const facets = {
    agents: new Map(),
    sites: new Map(),
    projects: new Map(),
    tags: new Map(),
    months: new Map(),
  };
  const count = (map: Map<string, number>, value: string) => map.set(value, (map.get(value) ?? 0) + 1);
  for (const meta of catalog.all()) {
    if (!accept(meta)) continue;
    const conversation = catalog.conversationByKey.get(meta.conversationKey);
    count(facets.agents, meta.agentId);
    count(facets.sites, conversation?.site ?? '');
    count(facets.projects, conversation?.project ?? '');
    count(facets.months, localDay(meta.createdAt).slice(0, 7));
    for (const tag of meta.tags) count(facets.tags, tag);
  }
  return {
    agents: counts(facets.agents),
    sites: counts(facets.sites),
    projects: counts(facets.projects),
    tags: counts(facets.tags),
    months: counts(facets.months).sort((a, b) => b.value.localeCompare(a.value)),
  };
};
