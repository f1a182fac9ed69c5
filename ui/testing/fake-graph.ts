import type { GraphApi, GraphStatus, GraphView, Topic } from '../../core/model/graph-api.ts';
import type { MemoryRow } from '../../core/model/query.ts';
import type { VaultApi } from '../../core/model/vault-api.ts';
import { localDay } from '../local-input.ts';

const TERMS: Readonly<Record<string, readonly string[]>> = {
  'Sourdough in a cold kitchen': ['sourdough', 'bulk fermentation', 'dough', '17 °C'],
  'Bike trip along the Elbe': ['Elbe', 'bike trip', 'Dresden', 'Torgau'],
  'Slow query on orders': ['index', 'query planner', 'orders', 'created_at'],
  'Letter to the landlord': ['heating', 'landlord', 'letter'],
  'Sampling without replacement': ['reservoir sampling', 'probability'],
  'Names for a reading club': ['reading club', 'tram depot', 'names'],
  'Retry with backoff in Rust': ['backoff', 'jitter', 'Rust'],
};
const BROAD = ['Home and travel', 'Software'] as const;
const isSoftware = (title: string) => /query|Rust|Sampling/.test(title);
const ALL = 1_000_000;

/** A repeatable number between 0 and 1. */
const chance = (seed: number): number => {
  const x = Math.sin(seed * 127.1) * 43758.5453;
  return x - Math.floor(x);
};

const idOf = (title: string) => `t-${title.length}-${title.slice(0, 4)}`;

const topicsOf = (rows: readonly MemoryRow[]): Topic[] => {
  const titles = [...new Set(rows.map(({ title }) => title))];
  const topic = (
    members: readonly MemoryRow[],
    rest: Pick<Topic, 'id' | 'name' | 'level' | 'terms'>,
  ): Topic => ({
    ...rest,
    renamed: false,
    hidden: false,
    summary: `${rest.terms.slice(0, 3).join(', ')}; ${members.length} memories`,
    size: members.length,
    projects: [...new Set(members.flatMap(({ project }) => project ?? []))],
    agents: [...new Set(members.map(({ agentId }) => agentId))],
    from: Math.min(...members.map(({ createdAt }) => createdAt)),
    to: Math.max(...members.map(({ createdAt }) => createdAt)),
  });
  const broad = BROAD.map((name, index) => {
    const members = rows.filter(({ title }) => isSoftware(title) === (index === 1));
    const terms = titles
      .filter((title) => isSoftware(title) === (index === 1))
      .flatMap((title) => TERMS[title] ?? []);
    return topic(members, { id: `t-${index}`, name, level: 0, terms });
  });
  const fine = titles.map((title) => ({
    ...topic(
      rows.filter((row) => row.title === title),
      { id: idOf(title), name: title, level: 1, terms: TERMS[title] ?? [title] },
    ),
    parent: isSoftware(title) ? 't-1' : 't-0',
  }));
  return [...broad, ...fine];
};

const viewOf = (rows: readonly MemoryRow[]): GraphView => {
  const titles = [...new Set(rows.map(({ title }) => title))];
  const nodes = rows.map((row) => {
    const angle = (titles.indexOf(row.title) / titles.length) * Math.PI * 2;
    const radius = 20 * Math.sqrt(chance(row.seq));
    const turn = chance(row.seq + 0.5) * Math.PI * 2;
    return {
      id: `m-${row.seq}`,
      seq: row.seq,
      topicId: idOf(row.title),
      label: row.preview.slice(0, 50),
      size: 1 + Math.round(chance(row.seq + 0.2) * 8),
      agentId: row.agentId,
      createdAt: row.createdAt,
      integrity: row.label,
      x: Math.cos(angle) * 45 + Math.cos(turn) * radius,
      y: Math.sin(angle) * 45 + Math.sin(turn) * radius,
    };
  });
  const edges = nodes.flatMap((node, index) =>
    [1, 2, 3].flatMap((step) => {
      const wanted = chance(node.seq + step / 7) < 0.93 ? node.topicId : undefined;
      const others = nodes
        .slice(index + 1)
        .filter(({ topicId }) => (wanted ? topicId === wanted : topicId !== node.topicId));
      const other = others[Math.floor(chance(node.seq * step) * Math.min(12, others.length))];
      const title = rows[index]?.title ?? '';
      return other
        ? [{ source: node.id, target: other.id, weight: chance(step + node.seq), why: TERMS[title] ?? [] }]
        : [];
    }),
  );
  return { nodes, edges };
};

/** Topics and a graph of the invented memories, for the development page and tests. */
export const fakeGraph = (vault: VaultApi, now: number): GraphApi => {
  let topics: Topic[] | undefined;
  let cancelled = false;
  let status: GraphStatus = {
    state: 'ready',
    memories: 400,
    edges: 1_180,
    topics: 9,
    modularity: 0.81,
    builtAt: now - 2e6,
  };
  const rowsOf = async () => (await vault.list({}, 0, ALL)).rows;
  const known = async () => {
    topics ??= topicsOf((await rowsOf()).filter(({ title }) => title !== ''));
    return topics;
  };
  const change = async (ids: readonly string[], next: Partial<Topic>) => {
    topics = (await known()).map((topic) => (ids.includes(topic.id) ? { ...topic, ...next } : topic));
  };
  const members = async (id: string) => {
    const topic = (await known()).find((candidate) => candidate.id === id);
    const rows = await rowsOf();
    return topic?.level === 0
      ? rows.filter(({ title }) => (isSoftware(title) ? 't-1' : 't-0') === id)
      : rows.filter(({ title }) => idOf(title) === id);
  };
  return {
    graphStatus: async () => {
      const { length } = await rowsOf();
      if (length === 0) status = { state: 'none', memories: 0, edges: 0, topics: 0 };
      return status;
    },
    rebuildGraph: async (onProgress) => {
      cancelled = false;
      for (let done = 0; done <= 400 && !cancelled; done += 20) {
        onProgress?.({ stage: 'edges', done, total: 400 });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      if (cancelled)
        return { ok: false, error: { code: 'graph/cancelled', message: 'The graph was not built.' } };
      status = { ...status, state: 'ready', builtAt: Date.now() };
      return { ok: true, value: status };
    },
    cancelGraph: async () => {
      cancelled = true;
    },
    topics: async () => ((await rowsOf()).length === 0 ? [] : known()),
    topicMemories: async (id, offset, limit) => {
      const rows = await members(id);
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
    renameTopic: (id, name) => change([id], { name, renamed: true }),
    mergeTopics: async ([first = '', ...rest]) => {
      const all = await known();
      const size = all
        .filter(({ id }) => [first, ...rest].includes(id))
        .reduce((sum, topic) => sum + topic.size, 0);
      topics = all
        .filter(({ id }) => !rest.includes(id))
        .map((topic) => (topic.id === first ? { ...topic, size } : topic));
    },
    hideTopic: (id, hidden) => change([id], { hidden }),
    graphView: async ({ around, depth = 2 }) => {
      const view = viewOf((await rowsOf()).filter(({ title }) => title !== ''));
      if (around === undefined) return view;
      const reached = new Set([`m-${around}`]);
      for (let step = 0; step < depth; step += 1) {
        for (const { source, target } of view.edges.filter(
          (e) => reached.has(e.source) !== reached.has(e.target),
        )) {
          reached.add(source).add(target);
        }
      }
      return {
        nodes: view.nodes.filter(({ id }) => reached.has(id)),
        edges: view.edges.filter(({ source, target }) => reached.has(source) && reached.has(target)),
      };
    },
    related: async (seq, limit) => {
      const rows = await rowsOf();
      const self = rows.find((row) => row.seq === seq);
      return rows
        .filter((row) => row.title === self?.title && row.conversationKey !== self.conversationKey)
        .slice(0, limit)
        .map((row) => ({ row, why: TERMS[row.title] ?? [] }));
    },
    digest: async (scope) => {
      const rows = (await rowsOf()).filter((row) => {
        if (scope.kind === 'day') return row.createdAt >= scope.from && row.createdAt < scope.to;
        return scope.kind === 'project' ? row.project === scope.project : row.conversationKey === scope.key;
      });
      const title =
        scope.kind === 'day'
          ? localDay(scope.from)
          : scope.kind === 'project'
            ? scope.project
            : (rows[0]?.title ?? '');
      const names = [...new Set(rows.map((row) => row.title))];
      const chats = new Set(rows.map(({ conversationKey }) => conversationKey)).size;
      return {
        title,
        topics: names.map((name) => ({
          id: idOf(name),
          name,
          count: rows.filter((row) => row.title === name).length,
        })),
        sentences: rows.slice(0, 8).map(({ seq, preview, role }) => ({ seq, text: preview, role })),
        links: rows.length > 0 ? ['https://example.org/reservoir', 'https://example.org/elbe'] : [],
        coverage: {
          conversations: chats,
          ofConversations: chats,
          memories: Math.min(8, rows.length),
          ofMemories: rows.length,
          quarantined: 0,
        },
        label: 'assistant-generated',
      };
    },
  };
};
