import type { MemoryMeta } from '../model/memory.ts';
import type { MemoryFilter } from '../model/query.ts';
import type { QueryFilter } from '../search/index.ts';
import type { Catalog } from '../store/catalog.ts';
import { compileFilter } from './facets.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Values of `known` that contain one of `wanted`, case ignored; undefined when nothing is wanted. */
const named = (wanted: readonly string[] | undefined, known: Iterable<string>): string[] | undefined => {
  if (!wanted) return undefined;
  const needles = wanted.map(fold);
  return [...new Set(known)].filter((value) => needles.some((needle) => fold(value).includes(needle)));
};

/** Compiles the operators of a query into a test of one memory. A name that nothing bears accepts nothing. */
export const compileQueryFilter = (
  filter: QueryFilter,
  catalog: Catalog,
): ((meta: MemoryMeta) => boolean) => {
  const { agents, sites, projects, tags, like: _like, ...plain } = filter;
  const conversations = [...catalog.conversationByKey.values()];
  const agentIds = named(agents, catalog.agentById.keys());
  const siteIds = named(sites, sites ? conversations.map(({ site }) => site) : []);
  const projectNames = named(projects, projects ? conversations.map(({ project }) => project ?? '') : []);
  if ([agentIds, siteIds, projectNames].some((values) => values?.length === 0)) return () => false;
  const wantedTags = tags?.map(fold);
  const rest: MemoryFilter = {
    ...plain,
    ...(agentIds ? { agentIds } : {}),
    ...(siteIds ? { sites: siteIds } : {}),
    ...(projectNames ? { projects: projectNames } : {}),
  };
  const accepts = compileFilter(rest, catalog);
  return (meta) => accepts(meta) && (!wantedTags || meta.tags.some((tag) => wantedTags.includes(fold(tag))));
};
