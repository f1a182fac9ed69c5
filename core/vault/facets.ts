import type { MemoryMeta } from '../model/memory.ts';
import type { FacetCount, Facets, MemoryFilter, MemoryPage, MemoryRow } from '../model/query.ts';
import type { Catalog } from '../store/catalog.ts';

type Test = (meta: MemoryMeta) => boolean;

/** Nothing wanted accepts everything. */
const wants = <T>(wanted: readonly T[] | undefined): wanted is readonly T[] => (wanted?.length ?? 0) > 0;

/** The tests that a filter asks for beside state and profile: most ask for none, and 100,000 memories pass here. */
const testsOf = (filter: MemoryFilter, catalog: Catalog): Test[] => {
  const { from, to, pinned, partial, hasCode, hasLink, roles, labels, agentIds, conversationKeys } = filter;
  const { tags, sites, projects } = filter;
  const tests: Test[] = [];
  if (from !== undefined) tests.push(({ createdAt }) => createdAt >= from);
  if (to !== undefined) tests.push(({ createdAt }) => createdAt < to);
  if (pinned !== undefined) tests.push((meta) => meta.pinned === pinned);
  if (partial !== undefined) tests.push((meta) => meta.partial === partial);
  if (hasCode !== undefined) tests.push((meta) => meta.hasCode === hasCode);
  if (hasLink !== undefined) tests.push((meta) => meta.hasLink === hasLink);
  if (wants(roles)) tests.push(({ role }) => roles.includes(role));
  if (wants(labels)) tests.push(({ label }) => labels.includes(label));
  if (wants(agentIds)) tests.push(({ agentId }) => agentIds.includes(agentId));
  if (wants(conversationKeys)) {
    const keys = new Set(conversationKeys);
    tests.push(({ conversationKey }) => keys.has(conversationKey));
  }
  if (wants(tags)) tests.push((meta) => tags.every((tag) => meta.tags.includes(tag)));
  const conversationOf = ({ conversationKey }: MemoryMeta) => catalog.conversationByKey.get(conversationKey);
  if (wants(sites)) tests.push((meta) => sites.includes(conversationOf(meta)?.site ?? ''));
  if (wants(projects)) tests.push((meta) => projects.includes(conversationOf(meta)?.project ?? ''));
  return tests;
};

/** Compiles a filter into a test of one memory's metadata. Without a `state`, only active memories pass. */
export const compileFilter = (filter: MemoryFilter, catalog: Catalog): Test => {
  const { profile, state = 'active' } = filter;
  const seqs = filter.seqs && new Set(filter.seqs);
  const tests = testsOf(filter, catalog);
  const passes: Test = (meta) => {
    if (profile !== undefined && meta.profile !== profile) return false;
    for (const test of tests) if (!test(meta)) return false;
    return true;
  };
  return seqs ? (meta) => seqs.has(meta.seq) && passes(meta) : (meta) => meta.state === state && passes(meta);
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
    let [end, after] = [offset + 1, sorted.length];
    while (end < after) {
      const middle = (end + after) >> 1;
      if ((sorted[middle] as MemoryMeta).createdAt >= start) end = middle + 1;
      else after = middle;
    }
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
