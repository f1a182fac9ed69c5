import type { Digest, DigestScope, GraphView } from '../model/graph-api.ts';
import type { Seq } from '../model/memory.ts';
import type { MemoryFilter, MemoryRow } from '../model/query.ts';
import { RecollectError } from '../model/result.ts';
import type { VaultContext } from './context.ts';
import { compileFilter, rowOf } from './facets.ts';
import type { ShownGraph } from './graph-service.ts';

const LABEL_LENGTH = 40;
const LOCAL_NODES = 200;
const RING = 100;

type Node = GraphView['nodes'][number];

const shortened = (text: string): string =>
  text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH).trimEnd().toWellFormed()}…` : text;

/** What the screens about topics show: the drawn graph, surroundings of a memory, digests. */
export class GraphViews {
  readonly #context: VaultContext;

  constructor(context: VaultContext) {
    this.#context = context;
  }

  async view(options: { readonly around?: Seq; readonly depth?: number }): Promise<GraphView> {
    const { graph } = this.#context;
    const { shown } = graph;
    if (!shown) return { nodes: [], edges: [] };
    if (options.around !== undefined) {
      return this.#withWhy(this.#around(shown, options.around, options.depth ?? 1));
    }
    const drawn = await graph.analyst.askSoon((remote) => remote.draw());
    if (!drawn?.ok) return { nodes: [], edges: [] };
    const { nodes, edges, positions } = drawn.value;
    const topicNames = graph.topicNames();
    // Undefined for a memory that was erased or quarantined since the last run.
    const ids = nodes.map(({ seq, topic }, index) =>
      seq === undefined ? `t${topic}-${index}` : graph.shows(seq) ? `m${seq}` : undefined,
    );
    return {
      nodes: nodes.flatMap((node, index): Node[] => {
        const id = ids[index];
        if (id === undefined) return [];
        const base = { id, topicId: String(node.topic), size: node.size };
        const place = { x: positions[index * 2] ?? 0, y: positions[index * 2 + 1] ?? 0 };
        if (node.seq !== undefined) return [{ ...base, ...place, ...this.#memoryNode(node.seq) }];
        return [
          { ...base, ...place, label: topicNames.get(String(node.topic)) ?? '', createdAt: node.createdAt },
        ];
      }),
      edges: ids.flatMap((source, row) => {
        const found: GraphView['edges'][number][] = [];
        if (source === undefined) return found;
        for (let edge = edges.offsets[row] ?? 0; edge < (edges.offsets[row + 1] ?? 0); edge++) {
          const to = edges.targets[edge] as number;
          const target = ids[to];
          if (to > row && target !== undefined)
            found.push({ source, target, weight: edges.weights[edge] ?? 0, why: [] });
        }
        return found;
      }),
    };
  }

  #memoryNode(seq: Seq): Pick<Node, 'seq' | 'label' | 'agentId' | 'createdAt' | 'integrity'> {
    const meta = this.#context.store.catalog.visible(seq);
    if (!meta) return { seq, label: '', createdAt: 0 };
    const { preview, agentId, createdAt, label } = meta;
    return { seq, label: shortened(preview), agentId, createdAt, integrity: label };
  }

  /** Memories up to `depth` edges away, in rings around the one in the middle. */
  #around({ rows, edges, levels }: ShownGraph, seq: Seq, depth: number): GraphView {
    const start = rows.findIndex((row) => row.seq === seq);
    const { graph } = this.#context;
    if (start < 0 || !graph.shows(seq)) return { nodes: [], edges: [] };
    const depthByRow = new Map([[start, 0]]);
    for (const [row, far] of depthByRow) {
      if (far >= depth || depthByRow.size >= LOCAL_NODES) continue;
      for (let edge = edges.offsets[row] ?? 0; edge < (edges.offsets[row + 1] ?? 0); edge++) {
        const to = edges.targets[edge] as number;
        if (!depthByRow.has(to) && graph.shows(rows[to]?.seq ?? 0)) depthByRow.set(to, far + 1);
      }
    }
    const top = levels[0];
    const rings = Map.groupBy(depthByRow.keys(), (row) => depthByRow.get(row) ?? 0);
    const nodes = [...rings].flatMap(([far, ring]) =>
      ring.map((row, index): Node => {
        const angle = (2 * Math.PI * index) / ring.length;
        const topic = top?.topics[top.communityOf[row] ?? -1];
        return {
          id: `m${rows[row]?.seq}`,
          topicId: String(topic?.id ?? ''),
          size: 1,
          x: far * RING * Math.cos(angle),
          y: far * RING * Math.sin(angle),
          ...this.#memoryNode(rows[row]?.seq ?? 0),
        };
      }),
    );
    const joined: GraphView['edges'][number][] = [];
    for (const row of depthByRow.keys()) {
      for (let edge = edges.offsets[row] ?? 0; edge < (edges.offsets[row + 1] ?? 0); edge++) {
        const to = edges.targets[edge] as number;
        if (to <= row || !depthByRow.has(to)) continue;
        const [source, target] = [`m${rows[row]?.seq}`, `m${rows[to]?.seq}`];
        joined.push({ source, target, weight: edges.weights[edge] ?? 0, why: [] });
      }
    }
    return { nodes, edges: joined };
  }

  /** Adds the terms that the two ends of each edge share; none where no analyst is at hand. */
  async #withWhy({ nodes, edges }: GraphView): Promise<GraphView> {
    const seqById = new Map(nodes.map(({ id, seq }) => [id, seq ?? 0]));
    const pairs = edges.map(({ source, target }): [Seq, Seq] => [
      seqById.get(source) ?? 0,
      seqById.get(target) ?? 0,
    ]);
    const whys = await this.#context.graph.analyst.askSoon((remote) => remote.whys(pairs));
    return { nodes, edges: edges.map((edge, index) => ({ ...edge, why: whys?.[index] ?? [] })) };
  }

  async related(seq: Seq, limit: number): Promise<{ row: MemoryRow; why: readonly string[] }[]> {
    const { graph, store } = this.#context;
    if (!graph.shown) return [];
    const found = (await graph.analyst.askSoon((remote) => remote.related(seq, limit))) ?? [];
    return found.flatMap(({ seq: other, shared }) => {
      const meta = store.catalog.visible(other);
      return meta && graph.shows(other) ? [{ row: rowOf(meta, store.catalog), why: shared }] : [];
    });
  }

  async digest(scope: DigestScope): Promise<Digest> {
    const { graph, store, settings } = this.#context;
    const { catalog } = store;
    const filter: MemoryFilter =
      scope.kind === 'day'
        ? { from: scope.from, to: scope.to }
        : scope.kind === 'project'
          ? { projects: [scope.project] }
          : { conversationKeys: [scope.key] };
    const accept = compileFilter({ profile: settings.current.profile, ...filter }, catalog);
    const metas = [...catalog.all()]
      .filter(accept)
      .sort((a, b) => a.createdAt - b.createdAt || a.order - b.order);
    const textBySeq = new Map(
      (await store.texts(metas.map(({ seq }) => seq))).map(({ seq, text }) => [seq, text]),
    );
    const topicNames = graph.topicNames();
    const topicBySeq = topicNameBySeq(graph.shown, topicNames);
    const sources = metas.map((meta) => ({
      seq: meta.seq,
      conversation: catalog.conversationByKey.get(meta.conversationKey)?.ordinal ?? 0,
      label: meta.label,
      text: textBySeq.get(meta.seq) ?? '',
      ...(topicBySeq.has(meta.seq) ? { topic: topicBySeq.get(meta.seq) as string } : {}),
    }));
    const made = await graph.analyst.askSoon((remote) => remote.digest(sources));
    if (!made) {
      throw new RecollectError(
        'graph/no-analyst',
        'A digest is made while the manager is open: open it and try again.',
      );
    }
    if (!made.ok) throw new RecollectError(made.error.code, made.error.message);
    const { sentences, topics, links, coverage, label } = made.value;
    const idByName = new Map([...topicNames].map(([id, name]) => [name, id]));
    return {
      title: this.#titleOf(scope),
      topics: topics.map(({ name, memories }) => ({ id: idByName.get(name) ?? '', name, count: memories })),
      sentences: sentences.map(({ seq, text }) => ({
        seq,
        text,
        role: catalog.visible(seq)?.role ?? 'note',
      })),
      links: links.map(({ url }) => url),
      coverage,
      label: label ?? 'user-typed',
    };
  }

  #titleOf(scope: DigestScope): string {
    if (scope.kind === 'project') return scope.project;
    if (scope.kind === 'conversation')
      return this.#context.store.catalog.conversationByKey.get(scope.key)?.title ?? '';
    return new Date(scope.from).toISOString().slice(0, 10);
  }
}

const topicNameBySeq = (
  shown: ShownGraph | undefined,
  topicNames: ReadonlyMap<string, string>,
): Map<Seq, string> => {
  const finest = shown?.levels.at(-1);
  const names = new Map<Seq, string>();
  if (!shown || !finest) return names;
  shown.rows.forEach(({ seq }, row) => {
    const topic = finest.topics[finest.communityOf[row] ?? -1];
    const name = topic && topicNames.get(String(topic.id));
    if (name) names.set(seq, name);
  });
  return names;
};
