import type { Conversation, MemoryMeta } from '../../core/model/memory.ts';
import type { MemoryFilter, MemoryPage } from '../../core/model/query.ts';
import type { Settings } from '../../core/model/settings.ts';
import type {
  HealthEntry,
  Receipt,
  UndoHandle,
  VaultApi,
  VaultChange,
  VaultStatus,
  WaitingErase,
} from '../../core/model/vault-api.ts';
import { counted, dayOf, daysOf } from './fake-counts.ts';
import { accepts, inScope, rowOf } from './fake-filter.ts';
import { type FakeMemory, fakeMemories } from './fake-memories.ts';
import { fakeHits, fakeTokens } from './fake-search.ts';

const pendingOf = (waiting: readonly WaitingErase[]): NonNullable<VaultStatus['pendingErase']> => ({
  count: waiting.reduce((sum, { count }) => sum + count, 0),
  physicalAt: Math.min(...waiting.map(({ until }) => until)),
  waiting,
});

export type FakeVaultOptions = {
  readonly size?: number;
  readonly now?: number;
  readonly eraseDelaySeconds?: number;
};

/** A vault in memory that answers like the real one, for unit tests and the screens' development page. */
export const fakeVault = ({
  size = 60,
  now = Date.now(),
  eraseDelaySeconds = 60,
}: FakeVaultOptions = {}): VaultApi => {
  let memories = fakeMemories(size, now);
  let settings: Settings = {
    paused: false,
    excludedSites: [],
    excludedConversations: [],
    theme: 'system',
    language: 'system',
    profile: 'default',
    profiles: [],
    savedSearches: [],
    learning: true,
    comparing: true,
    asking: false,
    askedAt: 0,
    keptSecrets: [],
    eraseDelaySeconds,
  };
  let waiting: WaitingErase[] = [];
  const listeners = new Set<(change: VaultChange) => void>();
  const undos = new Map<string, () => void>();
  const receipts: Receipt[] = [];
  let health: HealthEntry[] = [];
  const cancelled = new Set<string>();
  const tell = (change: VaultChange) => {
    for (const listener of listeners) listener(change);
  };
  const changed = (seqs: readonly number[]) => tell({ kind: 'memories', seqs, total: memories.length });
  const receipt = (act: Receipt['act'], scope: string, count: number): Receipt => {
    const entry: Receipt = {
      id: receipts.length + 1,
      at: Date.now(),
      act,
      scope,
      memories: count,
      conversations: Math.ceil(count / 6),
      state: 'done',
      hash: `h${receipts.length + 1}`.padEnd(64, '0'),
    };
    receipts.unshift(entry);
    return entry;
  };
  const replace = (next: FakeMemory[], seqs: readonly number[], seconds = 10): UndoHandle => {
    const before = memories;
    memories = next;
    const token = crypto.randomUUID();
    undos.set(token, () => {
      memories = before;
      waiting = waiting.filter((erase) => erase.token !== token);
      changed(seqs);
    });
    changed(seqs);
    return { token, count: seqs.length, until: Date.now() + seconds * 1000 };
  };
  const edit = (
    seqs: readonly number[],
    change: Partial<MemoryMeta> | ((m: FakeMemory) => Partial<MemoryMeta>),
  ) =>
    replace(
      memories.map((m) =>
        seqs.includes(m.seq) ? { ...m, ...(typeof change === 'function' ? change(m) : change) } : m,
      ),
      seqs,
    );
  let lastList: { key: string; from: unknown; found: FakeMemory[] } | undefined;
  const listed = (filter: MemoryFilter) => {
    const key = `${memories.length} ${JSON.stringify(filter)}`;
    if (lastList?.key !== key || lastList.from !== memories) {
      const found = memories.filter((m) => accepts(filter, m)).sort((a, b) => b.createdAt - a.createdAt);
      lastList = { key, from: memories, found };
    }
    return lastList.found;
  };
  const page = (filter: MemoryFilter, offset: number, limit: number): MemoryPage => {
    const all = listed(filter);
    const rows = all.slice(offset, offset + limit).map(rowOf);
    return { rows, total: all.length, offset, ...(offset === 0 ? { days: daysOf(all) } : {}) };
  };
  const conversationOf = (key: string): Conversation => {
    const turns = memories.filter(({ conversationKey }) => conversationKey === key);
    const [first] = turns;
    const row = first && rowOf(first);
    return {
      key,
      ordinal: 1,
      profile: 'default',
      site: row?.site ?? '',
      siteConversationId: key.split(':')[1] ?? '',
      url: row?.url ?? '',
      title: row?.title ?? '',
      completeness: { complete: true, evidence: 'has_previous_page=false', total: turns.length },
      firstAt: first?.createdAt ?? 0,
      lastAt: turns.at(-1)?.createdAt ?? 0,
      turnCount: turns.length,
    };
  };
  const status = (): VaultStatus => ({
    state: 'ready',
    memories: memories.length,
    conversations: Math.ceil(memories.length / 6),
    full: false,
    storage: 'bucket',
    ...(waiting.length > 0 ? { pendingErase: pendingOf(waiting) } : {}),
  });
  const steps = async (
    task: string,
    stage: string,
    onProgress?: (p: { stage: string; done: number; total: number }) => void,
  ) => {
    cancelled.delete(task);
    for (let done = 0; done <= 10 && !cancelled.has(task); done += 1) {
      onProgress?.({ stage, done: done * 100, total: 1000 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return !cancelled.has(task);
  };
  const stopped = (task: string) =>
    ({
      ok: false,
      error: { code: `${task}/cancelled`, message: `The ${task} was cancelled. Nothing was changed.` },
    }) as const;

  return {
    status: async () => status(),
    search: async ({ query, limit = 20, filter = {} }) => {
      const tokens = fakeTokens(query);
      const hits = fakeHits(
        memories.filter((m) => accepts(filter, m)),
        rowOf,
        tokens,
      );
      return { query, tokens, hits: hits.slice(0, limit), total: hits.length, quarantined: 0, timings: [] };
    },
    list: async (filter, offset, limit) => page(filter, offset, limit),
    facets: async (filter) => {
      const all = listed(filter);
      return {
        agents: counted(all.map(({ agentId }) => agentId)),
        sites: counted(all.map((memory) => rowOf(memory).site)),
        projects: counted(all.map(({ project }) => project ?? '')),
        tags: counted(all.flatMap(({ tags }) => tags)),
        months: counted(all.map(({ createdAt }) => dayOf(createdAt).slice(0, 7))),
      };
    },
    recent: async (limit, site) => page(site ? { sites: [site] } : {}, 0, limit),
    memory: async (seq) => memories.find((memory) => memory.seq === seq),
    texts: async (seqs) =>
      memories
        .filter(({ seq }) => seqs.includes(seq))
        .map(({ seq, text, markdown }) => ({ seq, text, markdown })),
    conversation: async (key) => {
      const turns = memories.filter((m) => m.conversationKey === key && m.state !== 'trashed');
      return turns.length === 0
        ? undefined
        : { conversation: conversationOf(key), agents: [], memories: turns.map(rowOf) };
    },
    conversations: async (filter) =>
      [...new Set(listed(filter).map((m) => m.conversationKey))].map(conversationOf),
    agents: async () =>
      counted(memories.map(({ agentId }) => agentId)).map(({ value, count }) => ({
        id: value,
        site: value.split('/')[0] ?? '',
        origins: [],
        firstSeen: now,
        lastSeen: now,
        memoryCount: count,
      })),
    addNote: async (text) => {
      const seq = memories.length + 1;
      const [template] = fakeMemories(1, Date.now());
      const conversationKey = `default/notes:${seq}`;
      if (template) {
        const note = {
          seq,
          conversationKey,
          role: 'note',
          agentId: 'notes',
          text,
          markdown: text,
          preview: text,
        } as const;
        memories.push({ ...template, ...note, createdAt: Date.now(), title: '' });
      }
      changed([seq]);
      return { ok: true, value: seq };
    },
    setPinned: async (seqs, pinned) => edit(seqs, { pinned }),
    addTag: async (seqs, tag) => edit(seqs, ({ tags }) => ({ tags: [...new Set([...tags, tag])] })),
    removeTag: async (seqs, tag) =>
      edit(seqs, ({ tags }) => ({ tags: tags.filter((other) => other !== tag) })),
    trash: async (seqs) => edit(seqs, { state: 'trashed', stateSince: Date.now() }),
    restore: async (seqs) => edit(seqs, { state: 'active' }),
    undo: async (token) => {
      undos.get(token)?.();
      return { ok: true, value: 1 };
    },
    settings: async () => settings,
    changeSettings: async (change) => {
      settings = { ...settings, ...change };
      tell({ kind: 'settings', settings });
      return settings;
    },
    health: async () => health,
    clearHealth: async () => {
      const cleared = health;
      health = [];
      const token = crypto.randomUUID();
      undos.set(token, () => void health.push(...cleared));
      return { token, count: 1, until: Date.now() + 10_000 };
    },
    report: async (entry) => {
      health = [{ ...entry, id: health.length + 1, at: Date.now() }, ...health];
    },
    inventory: async () => [
      {
        kind: 'memories',
        label: 'Memories',
        count: memories.length,
        bytes: memories.length * 900,
        oldest: now - size * 2e6,
      },
      { kind: 'conversations', label: 'Conversations', count: Math.ceil(memories.length / 6), bytes: 21_000 },
      { kind: 'behaviour', label: 'Learned behaviour', count: 0, bytes: 0 },
      { kind: 'receipts', label: 'Receipts', count: receipts.length, bytes: receipts.length * 300 },
    ],
    receipts: async () => receipts,
    exportTo: async (request, write, onProgress) => {
      const all = listed(request.filter ?? {});
      const writer = write.getWriter();
      if (!(await steps('export', 'exporting', onProgress))) {
        await writer.abort();
        return stopped('export');
      }
      await writer.write(new TextEncoder().encode(all.map((memory) => JSON.stringify(memory)).join('\n')));
      await writer.close();
      return { ok: true, value: receipt('export', request.format, all.length) };
    },
    importFrom: async (_, __, onProgress) =>
      (await steps('import', 'checking', onProgress))
        ? { ok: true, value: { added: 12, merged: 3, unchanged: 40, conversations: 4, refusedErased: 1 } }
        : stopped('import'),
    cancel: async (task) => {
      cancelled.add(task);
    },
    previewErase: async (scope) => {
      const count = memories.filter((memory) => inScope(scope, memory)).length;
      return { memories: count, conversations: Math.ceil(count / 6), bytes: count * 900 };
    },
    erase: async (scope) => {
      const gone = memories.filter((memory) => inScope(scope, memory)).map(({ seq }) => seq);
      const handle = replace(
        memories.filter(({ seq }) => !gone.includes(seq)),
        gone,
        settings.eraseDelaySeconds,
      );
      waiting = [...waiting, { ...handle, scope: scope.kind }];
      tell({ kind: 'status', status: status() });
      return handle;
    },
    completeErase: async () => {
      const count = waiting.reduce((sum, erase) => sum + erase.count, 0);
      waiting = [];
      tell({ kind: 'status', status: status() });
      return { ok: true, value: receipt('erase', 'memories', count) };
    },
    eraseEverything: async () => {
      const count = memories.length;
      memories = [];
      changed([]);
      return { ok: true, value: receipt('erase', 'everything', count) };
    },
    subscribe: async (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
};
