import type { MemoryFilter, MemoryRow } from '../../core/model/query.ts';
import type { EraseScope } from '../../core/model/vault-api.ts';
import type { FakeMemory } from './fake-memories.ts';

const URL_BY_SITE: Readonly<Record<string, string>> = {
  chatgpt: 'https://chatgpt.com/c/',
  claude: 'https://claude.ai/chat/',
};

/** A memory as a list shows it. */
export const rowOf = (memory: FakeMemory): MemoryRow => {
  const { text, markdown, thinking, project, ...meta } = memory;
  const site = memory.agentId.split('/')[0] ?? '';
  const id = memory.conversationKey.split(':')[1] ?? '';
  const base = URL_BY_SITE[site];
  return { ...meta, site, url: base ? base + id : '', ...(project ? { project } : {}) };
};

const within = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  !wanted?.length || wanted.includes(value);

/** Whether a filter lets a memory through. */
export const accepts = (filter: MemoryFilter, memory: FakeMemory): boolean => {
  const { site } = rowOf(memory);
  return (
    memory.state === (filter.state ?? 'active') &&
    within(filter.sites, site) &&
    within(filter.agentIds, memory.agentId) &&
    within(filter.projects, memory.project ?? '') &&
    within(filter.seqs, memory.seq) &&
    within(filter.conversationKeys, memory.conversationKey) &&
    (filter.tags ?? []).every((tag) => memory.tags.includes(tag)) &&
    (filter.pinned === undefined || memory.pinned === filter.pinned) &&
    memory.createdAt >= (filter.from ?? 0) &&
    memory.createdAt < (filter.to ?? Number.POSITIVE_INFINITY)
  );
};

/** Whether an erase would take a memory. */
export const inScope = (scope: EraseScope, memory: FakeMemory): boolean => {
  if (scope.kind === 'memories') return scope.seqs.includes(memory.seq);
  if (scope.kind === 'conversation') return memory.conversationKey === scope.key;
  if (scope.kind === 'agent') return memory.agentId === scope.agentId;
  if (scope.kind === 'site') return memory.agentId.startsWith(scope.site);
  if (scope.kind === 'words') return memory.text.toLowerCase().includes(scope.words.trim().toLowerCase());
  if (scope.kind === 'range') return memory.createdAt >= scope.from && memory.createdAt < scope.to;
  return false;
};
