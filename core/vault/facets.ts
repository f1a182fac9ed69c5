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

/** The local calendar day that a time is in: `YYYY-MM-DD`, and when it began. */
const localDay = (time: number): { readonly day: string; readonly start: number; readonly end: number } => {
  const date = new Date(time);
  const [year, month, ofMonth] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    day: `${year}-${two(month + 1)}-${two(ofMonth)}`,
    start: new Date(year, month, ofMonth).getTime(),
    end: new Date(year, month, ofMonth + 1).getTime(),
  };
};

/** Matching memories, newest first. */
export const matching = (filter: MemoryFilter, catalog: Catalog): MemoryMeta[] => {
  const accept = compileFilter(filter, catalog);
  return catalog.newestFirst().filter((meta) => accept(meta) && !catalog.hidden.has(meta.seq));
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
  for (let offset = 0; offset < sorted.length; ) {
    const { day, start } = localDay((sorted[offset] as MemoryMeta).createdAt);
    let end = offset + 1;
    while (end < sorted.length && (sorted[end] as MemoryMeta).createdAt >= start) end += 1;
    days.push({ day, offset, count: end - offset });
    offset = end;
  }
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
  let today = localDay(0);
  for (const meta of catalog.all()) {
    if (!accept(meta)) continue;
    const { createdAt } = meta;
    // Neighbours in the catalog are mostly of one day.
    if (createdAt < today.start || createdAt >= today.end) today = localDay(createdAt);
    const conversation = catalog.conversationByKey.get(meta.conversationKey);
    count(facets.agents, meta.agentId);
    count(facets.sites, conversation?.site ?? '');
    count(facets.projects, conversation?.project ?? '');
    count(facets.months, today.day.slice(0, 7));
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
