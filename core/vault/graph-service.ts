import type { Remote } from 'comlink';
import type { GraphDocument, GraphResult } from '../graph/index.ts';
import type { GraphStatus, Topic } from '../model/graph-api.ts';
import type { MemoryMeta, Seq } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import { fail, ok, RecollectError, type Result } from '../model/result.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { AnalystDesk, PATIENCE_MS } from './analyst-desk.ts';
import { AnalystLine, type AnalystPort, type AnalystWorker } from './analyst-line.ts';
import type { Carried, VaultContext } from './context.ts';
import { GraphRun } from './graph-run.ts';
import { nameOf } from './health-messages.ts';
import { topicOf } from './topic-of.ts';

const SNAPSHOT = 'graph';
/** Set while a full run is due: it goes on after a restart. */
const RUN = 'graph-run';
/** Pages of conversations handed over at once: few, so that a search never waits long behind them. */
const FEED_PAGES = 16;
/** New memories join their topics this long after they were captured, together. */
const JOIN_DELAY_MS = 3_000;
/** Writing the topics of a large store takes time: it is done for at most one part in so many of the time. */
const REST_FACTOR = 20;

/** Joins are written when they are more than this share of the memories; the rest join again after a restart. */
const UNSAVED_SHARE = 0.01;

/** What the screens are told; its rows may be ahead of what is written. */
export type ShownGraph = Pick<GraphResult, 'rows' | 'edges' | 'levels' | 'modularity'>;
type Saved = { readonly builtAt: number; readonly run: string; readonly result: GraphResult };

/** The vault's side of the topics: hands memories to the analyst, keeps what it found, answers the screens. */
export class GraphService implements Carried {
  readonly #context: () => VaultContext;
  readonly analyst = new AnalystDesk();
  #saved: Saved | undefined;
  #shown: ShownGraph | undefined;
  #run: GraphRun | undefined;
  #joining = new Set<Seq>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restUntil = 0;

  constructor(context: () => VaultContext) {
    this.#context = context;
  }

  async open(): Promise<void> {
    const { store } = this.#context();
    this.#saved = await store.fact<Saved>(SNAPSHOT);
    this.#shown = this.#saved?.result;
    if (await store.fact<boolean>(RUN)) this.#start(() => undefined).catch(this.#tellRunFailed);
  }

  /** Connects an analyst and gives it what was found before. */
  async attach(port: AnalystPort): Promise<void> {
    const line = new AnalystLine(port);
    const saved = this.#saved;
    // Another page may have brought the same analyst already.
    if (saved && (await line.ask((remote) => remote.holds())) !== saved.run) {
      await line.ask((remote) => remote.open(saved.result, saved.run));
      this.#shown = saved.result;
    }
    this.analyst.attach(line);
    this.#run?.join(line);
    this.#noticeUnknown();
  }

  get shown(): ShownGraph | undefined {
    return this.#shown;
  }

  status(): GraphStatus {
    const { builtAt } = this.#saved ?? {};
    const shown = this.#shown;
    return {
      state: this.#run ? 'building' : shown ? 'ready' : 'none',
      ...(this.#run ? { progress: this.#run.progress } : {}),
      memories: shown?.rows.length ?? 0,
      edges: (shown?.edges.targets.length ?? 0) / 2,
      topics: shown?.levels[0]?.topics.length ?? 0,
      ...(shown ? { modularity: shown.modularity } : {}),
      ...(builtAt === undefined ? {} : { builtAt }),
    };
  }

  /** A full run over the profile's memories; topics keep their identities and the person's changes. */
  async rebuild(onProgress: OnProgress): Promise<Result<GraphStatus>> {
    if (this.#run) return fail('graph/busy', 'Topics are being made already.');
    return this.#start(onProgress, PATIENCE_MS);
  }

  async #start(onProgress: OnProgress, patience?: number): Promise<Result<GraphStatus>> {
    const { store, events, now } = this.#context();
    const previous = this.#saved?.result.state;
    const run = new GraphRun(
      { total: store.catalog.size, documents: () => this.#documents(), previous },
      onProgress,
    );
    this.#run = run;
    if (this.analyst.line) run.join(this.analyst.line);
    else if (patience !== undefined) run.expectAnalyst(patience);
    try {
      await store.setFact(RUN, true);
      const built = await run.finish();
      if (!built.ok) return built;
      const { edits } = this.#saved?.result.state ?? {};
      await this.#save({ builtAt: now(), run: run.id, result: built.value });
      if (edits && edits !== previous?.edits) await this.#edit((remote) => remote.replaceEdits(edits));
      await this.#dropErased();
      await events.record({ kind: 'graph-updated', count: built.value.rows.length });
    } finally {
      this.#run = undefined;
      await this.#context().store.setFact(RUN, false);
    }
    this.#noticeUnknown();
    return ok(this.status());
  }

  async *#documents(): AsyncGenerator<GraphDocument[]> {
    for await (const texts of this.#context().store.allTexts(FEED_PAGES)) {
      yield texts.flatMap(({ seq, text }) => this.#documentOf(seq, text));
    }
  }

  /** What was erased while a run was under way is in its result still. */
  async #dropErased(): Promise<void> {
    const { catalog } = this.#context().store;
    const erased = this.#shown?.rows.flatMap(({ seq }) => (catalog.metaBySeq.has(seq) ? [] : [seq]));
    if (!erased || erased.length === 0) return;
    await this.analyst.ask((remote) => remote.remove(erased));
    await this.#refresh();
  }

  readonly #tellRunFailed = (error: unknown): void =>
    void this.#context().health.add({
      area: 'graph',
      severity: 'warning',
      code: 'topics-not-made',
      values: { error: nameOf(error) },
      message: `Topics could not be made (${nameOf(error)}).`,
      action: 'Your memories are not affected. Make the topics again from the topics page.',
    });

  cancel(): void {
    this.#run?.cancel();
  }

  /** Memories captured while no analyst was there join as soon as one is. */
  #noticeUnknown(): void {
    if (!this.#shown || this.#run) return;
    const known = new Set(this.#shown.rows.map(({ seq }) => seq));
    const unknown: Seq[] = [];
    for (const meta of this.#context().store.catalog.all()) {
      if (!known.has(meta.seq) && this.#belongs(meta)) unknown.push(meta.seq);
    }
    this.noticed(unknown);
  }

  /** Lets new memories join the topics there are; a full run follows when they have become too many. */
  noticed(seqs: readonly Seq[]): void {
    if (!this.#saved) return;
    for (const seq of seqs) this.#joining.add(seq);
    if (this.analyst.isThere && this.#joining.size > 0) this.#scheduleJoin();
  }

  #scheduleJoin(): void {
    const delay = Math.max(JOIN_DELAY_MS, this.#restUntil - performance.now());
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
    }, delay);
  }

  async #join(): Promise<void> {
    // A run takes in everything; what it missed is noticed at its end.
    const saved = this.#saved;
    const shown = this.#shown;
    if (!this.analyst.isThere || !saved || !shown || this.#run) return;
    const seqs = [...this.#joining];
    this.#joining.clear();
    const start = performance.now();
    const texts = await this.#context().store.texts(seqs);
    const documents = texts.flatMap(({ seq, text }) => this.#documentOf(seq, text));
    const added = await this.analyst.ask((remote) => remote.addMemories(documents));
    if (!added?.ok) return;
    const { rows, edges, levels } = added.value;
    this.#shown = { ...shown, rows: [...shown.rows, ...rows], edges, levels };
    const unsaved = this.#shown.rows.length - saved.result.rows.length;
    // An analyst that outlived a restart of the vault is ahead of what was written.
    const apart = edges.offsets.length - 1 !== this.#shown.rows.length;
    if (apart || unsaved > UNSAVED_SHARE * this.#shown.rows.length) await this.#refresh();
    this.#restUntil = performance.now() + REST_FACTOR * (performance.now() - start);
    if (added.value.stale && !this.#run) await this.#start(() => undefined);
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

  async #edit(edit: (remote: Remote<AnalystWorker>) => Promise<void>): Promise<void> {
    await this.analyst.soon();
    if (!this.analyst.isThere)
      throw new RecollectError(
        'graph/no-analyst',
        'Topics are changed while the manager is open: open it and try again.',
      );
    await this.analyst.ask(edit);
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    const snapshot = await this.analyst.ask((remote) => remote.snapshot());
    if (snapshot?.ok && this.#saved) await this.#save({ ...this.#saved, result: snapshot.value });
  }

  async #save(saved: Saved): Promise<void> {
    this.#saved = saved;
    this.#shown = saved.result;
    await this.#context().store.setFact(SNAPSHOT, saved);
  }

  #belongs({ profile, state, label }: MemoryMeta): boolean {
    return (
      profile === this.#context().settings.current.profile && state !== 'trashed' && label !== 'quarantined'
    );
  }

  #documentOf(seq: Seq, text: string): GraphDocument[] {
    const { store } = this.#context();
    const meta = store.catalog.visible(seq);
    if (!meta || !this.#belongs(meta)) return [];
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

  /** True for a memory that topics may show: neither being erased nor trashed, quarantined or of another profile. */
  shows(seq: Seq): boolean {
    const meta = this.#context().store.catalog.visible(seq);
    return meta !== undefined && this.#belongs(meta);
  }

  /** Names of all topics, by id. */
  topicNames(): Map<string, string> {
    const levels = this.#shown?.levels ?? [];
    return new Map(levels.flatMap(({ topics }) => topics.map(({ id, name }) => [String(id), name])));
  }

  /** Topics of all levels, coarse to fine, with the memories in them that may be shown. */
  topics(): Topic[] {
    const { rows = [], levels = [] } = this.#shown ?? {};
    const shown = rows.map(({ seq }) => this.shows(seq));
    return levels.flatMap(({ communityOf, topics }, level) => {
      const sizes = new Uint32Array(topics.length);
      communityOf.forEach((community, row) => {
        if (shown[row]) sizes[community]!++;
      });
      return topics.flatMap((topic, index) => {
        const size = sizes[index]!;
        return size > 0 ? [topicOf({ ...topic, size }, level, levels[level - 1]?.topics)] : [];
      });
    });
  }

  /** Memories of a topic, newest first. */
  seqsOf(topicId: string): Seq[] {
    const { rows = [], levels = [] } = this.#shown ?? {};
    for (const { communityOf, topics } of levels) {
      const wanted = topics.findIndex(({ id }) => String(id) === topicId);
      if (wanted < 0) continue;
      return rows
        .filter(({ seq }, row) => communityOf[row] === wanted && this.shows(seq))
        .sort((a, b) => b.createdAt - a.createdAt)
        .map(({ seq }) => seq);
    }
    return [];
  }

  /** Ids of the coarse topics that hold any of these memories. */
  topicsOf(seqs: readonly Seq[]): string[] {
    const shown = this.#shown;
    const [top] = shown?.levels ?? [];
    if (!shown || !top) return [];
    const wanted = new Set(seqs);
    const ids = new Set<string>();
    shown.rows.forEach(({ seq }, row) => {
      const topic = wanted.has(seq) ? top.topics[top.communityOf[row] ?? -1] : undefined;
      if (topic) ids.add(String(topic.id));
    });
    return [...ids];
  }

  async saveInto(target: MemoryStore, erased: ReadonlySet<Seq>): Promise<void> {
    // Stages that are done may hold an erased memory's words; the run itself leaves it out at its end.
    this.#run?.forget();
    await target.setFact(RUN, this.#run !== undefined);
    const saved = this.#saved;
    if (!saved) return;
    const holdsErased = ({ rows }: ShownGraph) => rows.some(({ seq }) => erased.has(seq));
    if (holdsErased(this.#shown ?? saved.result)) {
      await this.analyst.ask((remote) => remote.remove([...erased]));
      const snapshot = await this.analyst.ask((remote) => remote.snapshot());
      if (snapshot?.ok && snapshot.value.rows.length > 0) this.#saved = { ...saved, result: snapshot.value };
      // Without an analyst nothing can take the erased memories' terms out: the topics are made anew later.
      else if (holdsErased(saved.result) || snapshot?.ok) this.#saved = undefined;
      this.#shown = this.#saved?.result;
    }
    if (this.#saved) await target.setFact(SNAPSHOT, this.#saved);
  }
}
