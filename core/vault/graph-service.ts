import type { Remote } from 'comlink';
import type { Analyst } from '../graph/analyst.ts';
import type { Topic as FoundTopic, GraphDocument, GraphResult } from '../graph/index.ts';
import type { GraphStatus, Topic } from '../model/graph-api.ts';
import type { MemoryMeta, Seq } from '../model/memory.ts';
import type { OnProgress, Progress } from '../model/progress.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { Carried, VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';

const SNAPSHOT = 'graph';
const FEED_PAGES = 60;
/** New memories join their topics this long after they were captured, together. */
const JOIN_DELAY_MS = 3_000;

type Saved = { readonly builtAt: number; readonly result: GraphResult };
/** Callbacks must be marked for Comlink; the vault's own code knows nothing of ports. */
export type AnalystPort = { readonly remote: Remote<Analyst>; proxy<T extends object>(value: T): T };

/** The vault's side of the topics: hands memories to the analyst, keeps what it found, answers the screens. */
export class GraphService implements Carried {
  readonly #context: () => VaultContext;
  #analyst: AnalystPort | undefined;
  #saved: Saved | undefined;
  #building: Progress | undefined;
  #joining = new Set<Seq>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: () => VaultContext) {
    this.#context = context;
  }

  async open(): Promise<void> {
    this.#saved = await this.#context().store.fact<Saved>(SNAPSHOT);
  }

  /** Connects an analyst and gives it what was found before. */
  async attach(analyst: AnalystPort): Promise<void> {
    this.#analyst = analyst;
    if (this.#saved) await analyst.remote.open(this.#saved.result);
    if (this.#joining.size > 0) this.#scheduleJoin();
  }

  /** The analyst's worker is gone: what it was asked is asked again when another one comes. */
  detach(): void {
    this.#analyst = undefined;
    this.#building = undefined;
  }

  get analyst(): AnalystPort | undefined {
    return this.#analyst;
  }

  get result(): GraphResult | undefined {
    return this.#saved?.result;
  }

  status(): GraphStatus {
    const { result, builtAt } = this.#saved ?? {};
    return {
      state: this.#building ? 'building' : result ? 'ready' : 'none',
      ...(this.#building ? { progress: this.#building } : {}),
      memories: result?.rows.length ?? 0,
      edges: (result?.edges.targets.length ?? 0) / 2,
      topics: result?.levels[0]?.topics.length ?? 0,
      ...(result ? { modularity: result.modularity } : {}),
      ...(builtAt === undefined ? {} : { builtAt }),
    };
  }

  /** A full run over the profile's memories; topics keep their identities and the person's changes. */
  async rebuild(onProgress: OnProgress): Promise<Result<GraphStatus>> {
    const analyst = this.#analyst;
    if (!analyst)
      return fail('graph/no-analyst', 'Topics are made while the manager is open: open it and try again.');
    if (this.#building) return fail('graph/busy', 'Topics are being made already.');
    const tell: OnProgress = (progress) => {
      this.#building = progress;
      onProgress(progress);
    };
    const { store, now, events } = this.#context();
    this.#building = { stage: 'reading', done: 0, total: store.catalog.size };
    try {
      await analyst.remote.begin();
      let done = 0;
      for await (const texts of store.allTexts(FEED_PAGES)) {
        if (!this.#building || this.#analyst !== analyst) return cancelled;
        const documents = texts.flatMap(({ seq, text }) => this.#documentOf(seq, text));
        await analyst.remote.add(documents);
        done += documents.length;
        tell({ stage: 'reading', done, total: store.catalog.size });
      }
      const previous = this.#saved?.result.state;
      const built = await analyst.remote.build(previous ? { previous } : {}, analyst.proxy(tell));
      if (!built.ok) return built;
      await this.#save({ builtAt: now(), result: built.value });
      await events.record({ kind: 'graph-updated', count: built.value.rows.length });
      this.#building = undefined;
      return ok(this.status());
    } finally {
      this.#building = undefined;
    }
  }

  async cancel(): Promise<void> {
    this.#building = undefined;
    await this.#analyst?.remote.cancel();
  }

  /** Lets new memories join the topics there are; a full run follows when they have become too many. */
  noticed(seqs: readonly Seq[]): void {
    if (!this.#saved) return;
    for (const seq of seqs) this.#joining.add(seq);
    if (this.#analyst) this.#scheduleJoin();
  }

  #scheduleJoin(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#join().catch((error: unknown) =>
        this.#context().health.add({
          area: 'graph',
          severity: 'warning',
          code: 'topics-not-joined',
          values: { error: nameOf(error) },
          message: `New memories could not be put into topics (${nameOf(error)}).`,
          action: 'They are found by search; making the topics anew puts them in.',
        }),
      );
    }, JOIN_DELAY_MS);
  }

  async #join(): Promise<void> {
    const analyst = this.#analyst;
    if (!analyst || !this.#saved) return;
    const seqs = [...this.#joining];
    this.#joining.clear();
    const texts = await this.#context().store.texts(seqs);
    const added = await analyst.remote.addMemories(
      texts.flatMap(({ seq, text }) => this.#documentOf(seq, text)),
    );
    await this.#refresh();
    if (added.ok && added.value.stale) await this.rebuild(() => undefined);
  }

  async rename(topicId: string, name: string): Promise<void> {
    await this.#edit((remote) => remote.rename(Number(topicId), name));
  }

  /** Shows the others as part of the first. */
  async merge(topicIds: readonly string[]): Promise<void> {
    const [into, ...others] = topicIds.map(Number);
    if (into === undefined) return;
    await this.#edit(async (remote) => {
      for (const topic of others) await remote.merge(topic, into);
    });
  }

  async hide(topicId: string, hidden: boolean): Promise<void> {
    await this.#edit((remote) => remote.hide(Number(topicId), hidden));
  }

  async #edit(edit: (remote: Remote<Analyst>) => Promise<void>): Promise<void> {
    if (!this.#analyst) return;
    await edit(this.#analyst.remote);
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    const snapshot = await this.#analyst?.remote.snapshot();
    if (snapshot?.ok) await this.#save({ builtAt: this.#saved?.builtAt ?? 0, result: snapshot.value });
  }

  async #save(saved: Saved): Promise<void> {
    this.#saved = saved;
    await this.#context().store.setFact(SNAPSHOT, saved);
  }

  #documentOf(seq: Seq, text: string): GraphDocument[] {
    const { store, settings } = this.#context();
    const meta = store.catalog.visible(seq);
    if (!meta || meta.profile !== settings.current.profile || meta.state === 'trashed') return [];
    const conversation = store.catalog.conversationByKey.get(meta.conversationKey);
    if (!conversation) return [];
    const { order, createdAt, agentId, label } = meta;
    const { ordinal, site, project } = conversation;
    return [
      {
        seq,
        conversation: ordinal,
        order,
        createdAt,
        site,
        agentId,
        label,
        text,
        ...(project ? { project } : {}),
      },
    ];
  }

  /** Topics of all levels, coarse to fine. */
  topics(): Topic[] {
    const levels = this.#saved?.result.levels ?? [];
    return levels.flatMap(({ topics }, level) =>
      topics.map((topic) => topicOf(topic, level, levels[level - 1]?.topics)),
    );
  }

  /** Memories of a topic, newest first. */
  seqsOf(topicId: string): Seq[] {
    const { result } = this.#saved ?? {};
    const found: MemoryMeta[] = [];
    for (const { communityOf, topics } of result?.levels ?? []) {
      const wanted = topics.findIndex(({ id }) => String(id) === topicId);
      if (wanted < 0) continue;
      communityOf.forEach((community, row) => {
        const seq = result?.rows[row]?.seq;
        const meta = community === wanted && seq !== undefined && this.#context().store.catalog.visible(seq);
        if (meta) found.push(meta);
      });
      break;
    }
    return found.sort((a, b) => b.createdAt - a.createdAt).map(({ seq }) => seq);
  }

  /** Ids of the coarse topics that hold any of these memories. */
  topicsOf(seqs: readonly Seq[]): string[] {
    const { result } = this.#saved ?? {};
    const [top] = result?.levels ?? [];
    if (!result || !top) return [];
    const wanted = new Set(seqs);
    const ids = new Set<string>();
    result.rows.forEach(({ seq }, row) => {
      const topic = wanted.has(seq) ? top.topics[top.communityOf[row] ?? -1] : undefined;
      if (topic) ids.add(String(topic.id));
    });
    return [...ids];
  }

  async saveInto(target: MemoryStore, erased: ReadonlySet<Seq>): Promise<void> {
    if (!this.#saved) return;
    const touched = this.#saved.result.rows.some(({ seq }) => erased.has(seq));
    if (touched) {
      // Without an analyst nothing can take the erased memories' terms out: the topics are made anew later.
      await this.#analyst?.remote.remove([...erased]);
      const snapshot = await this.#analyst?.remote.snapshot();
      this.#saved =
        snapshot?.ok && snapshot.value.rows.length > 0
          ? { ...this.#saved, result: snapshot.value }
          : undefined;
    }
    if (this.#saved) await target.setFact(SNAPSHOT, this.#saved);
  }
}

const cancelled = fail('graph/cancelled', 'Making the topics was cancelled. Those there were are kept.');

const topicOf = (topic: FoundTopic, level: number, above: readonly FoundTopic[] | undefined): Topic => {
  const parent = topic.parent === undefined ? undefined : above?.[topic.parent];
  const { name, terms, summary, size, projects, agents, from, to, renamed, hidden } = topic;
  return {
    id: String(topic.id),
    name,
    renamed,
    hidden,
    level,
    ...(parent ? { parent: String(parent.id) } : {}),
    terms,
    summary,
    size,
    projects,
    agents,
    from,
    to,
  };
};
