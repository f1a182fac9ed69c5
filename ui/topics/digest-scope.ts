import type { DigestScope } from '../../core/model/graph-api.ts';
import type { MemoryFilter } from '../../core/model/query.ts';
import { localDay } from '../local-input.ts';
import { filterOf } from '../manager/memories/filter-params.ts';

export const DIGEST_KINDS = ['day', 'project', 'conversation'] as const;

/** What an address asks a digest of; today when it names nothing, undefined while something is not chosen. */
export const digestScopeOf = (params: URLSearchParams, now: number): DigestScope | undefined => {
  const kind = DIGEST_KINDS.find((name) => name === params.get('kind')) ?? 'day';
  if (kind === 'project') {
    const project = params.get('project');
    return project ? { kind, project } : undefined;
  }
  if (kind === 'conversation') {
    const key = params.get('conversation');
    return key ? { kind, key } : undefined;
  }
  const day = params.get('day') ?? localDay(now);
  const { from, to } = filterOf(new URLSearchParams({ from: day, to: day }));
  return from === undefined || to === undefined ? undefined : { kind, from, to };
};

/** The local day a number of days from `day` (`YYYY-MM-DD`). */
export const dayFrom = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00`);
  date.setDate(date.getDate() + days);
  return localDay(date.getTime());
};

/** Address parameters of the memories list that shows what a digest is about. */
export const memoriesOf = (scope: DigestScope): URLSearchParams => {
  if (scope.kind === 'project') return new URLSearchParams({ project: scope.project });
  if (scope.kind === 'conversation') return new URLSearchParams({ conversation: scope.key });
  const day = localDay(scope.from);
  return new URLSearchParams({ from: day, to: day });
};

/** The same as a filter of the vault. */
export const filterOfScope = (scope: DigestScope): MemoryFilter => filterOf(memoriesOf(scope));
