import type {
  LearningStatus,
  PatternCorrection,
  Question,
  SignalKind,
  SignalScope,
} from '../model/learning-api.ts';
import type { MemoryMeta, Seq } from '../model/memory.ts';
import { conversationKey } from '../model/memory.ts';
import type { SearchRequest } from '../model/query.ts';
import {
  activityOf,
  type CandidateMeta,
  chooseProbe,
  type Impression,
  type RankCandidate,
  type RankContext,
  Ranker,
  type WhyPart,
  withProbe,
} from '../rank/index.ts';
import type { Candidate } from '../search/index.ts';
import type { BehaviourStore } from '../store/behaviour-store.ts';
import { mayAsk, questionOf } from './asking.ts';
import { Boosting } from './boosting.ts';
import type { VaultContext } from './context.ts';
import { type Forgotten, forgetting } from './forgetting.ts';
import { nameOf } from './health-messages.ts';
import { type LearnedSource, patternsOf, statusOf } from './learned-view.ts';
import { PatternEdits, patternOf } from './pattern-edits.ts';
import { signalOf } from './signal-of.ts';
import { Whereabouts } from './whereabouts.ts';

/** Shown lists that can still receive a signal. */
const OPEN_IMPRESSIONS = 200;
const SHOWN = 20;
/** A search this soon after something was opened says that it was not what was looked for. */
const REQUERY_MS = 30_000;
/** Kinds that say the result was of use, and so where the person is. */
const USES: ReadonlySet<SignalKind> = new Set(['open', 'dwell', 'insert', 'copy', 'pin', 'thumbs-up']);

/** One search on its way through the ranker. */
export type RankedSearch = {
  /** Orders search's candidates as the person would. */
  readonly rerank: (candidates: Candidate[]) => Candidate[];
  /** Why a result stands where it does, as far as learning moved it. */
  readonly why: (seq: Seq) => readonly WhyPart[];
  /**
   * Opens the list for signals. Answers its id and the order to show it in: now and then two neighbours are swapped,
   * to measure.
   */
  readonly shown: (
    seqs: readonly Seq[],
  ) => { readonly id: string; readonly order: readonly Seq[] } | undefined;
};

/** Learns from what is opened and used. Holds numbers and keyed hashes only, in a store of its own. */
export class LearningService {
  readonly store: BehaviourStore<Impression>;
  readonly #context: () => VaultContext;
  #ranker: Ranker;
  readonly #edits: PatternEdits;
  readonly whereabouts: Whereabouts;
  readonly boosting: Boosting;
  #nextId = 1;
  readonly #open = new Map<number, Impression>();
  /** The result opened last, while nothing else was done with it. */
  #opened: { id: string; seq: Seq; at: number; queryKey: string } | undefined;

  constructor(context: () => VaultContext, store: BehaviourStore<Impression>) {
    this.#context = context;
    this.store = store;
    this.#edits = new PatternEdits(store);
    this.boosting = new Boosting(context, store, () => this.#ranker);
    this.whereabouts = new Whereabouts(
      () => context().store.catalog,
      () => this.#edits.all,
    );
    this.#ranker = Ranker.restore([], this.#lookup);
  }

  async open(): Promise<void> {
    this.whereabouts.open();
    try {
      const impressions = await this.store.impressions();
      await this.#edits.open();
      this.#ranker = Ranker.restore(impressions, this.#lookup, { corrections: this.#edits.all });
      this.#nextId = (impressions.at(-1)?.id ?? 0) + 1;
      await this.boosting.open();
    } catch (error) {
      await this.#context().health.add({
        area: 'learning',
        severity: 'warning',
        code: 'learned-unreadable',
        values: { error: nameOf(error) },
        message: `What was learned could not be read (${nameOf(error)}).`,
        action: 'Learning starts anew; memories are not affected.',
      });
      await this.erase();
    }
  }

  readonly #lookup = (seq: Seq): CandidateMeta | undefined => {
    const meta = this.#context().store.catalog.visible(seq);
    return meta && this.#candidateMeta(meta);
  };

  /** Field by field: a search asks for hundreds, and a spread costs ten times as much. */
  #candidateMeta(meta: MemoryMeta): CandidateMeta {
    const { conversationByKey } = this.#context().store.catalog;
    const conversation = conversationByKey.get(meta.conversationKey);
    const known = {
      agentId: meta.agentId,
      role: meta.role,
      createdAt: meta.createdAt,
      conversationKey: meta.conversationKey,
      pinned: meta.pinned,
      importance: meta.importance,
      length: meta.length,
      tags: meta.tags,
      hasCode: meta.hasCode,
      site: conversation?.site ?? '',
    };
    return conversation?.project === undefined ? known : { ...known, project: conversation.project };
  }

  /** What the ranker does for one query; undefined while learning is off or nothing was asked. */
  async begin({ query, front, order }: SearchRequest): Promise<RankedSearch | undefined> {
    const { settings, now, trust } = this.#context();
    if (!settings.current.learning || order === 'plain' || query.trim() === '') return undefined;
    const { phase } = this.#ranker.phase();
    const queryKey = await this.store.queryKey(query);
    await this.#noteRequery(queryKey, now());
    const context: RankContext = {
      now: now(),
      query,
      queryKey,
      situation: this.whereabouts.situation(
        front && conversationKey(settings.current.profile, front.site, front.conversation),
      ),
    };
    const { workflow } = this.whereabouts;
    let seen: { candidates: RankCandidate[]; ranking: ReturnType<Ranker['rank']> } | undefined;
    return {
      rerank: (found) => {
        const { catalog } = this.#context().store;
        const candidates: RankCandidate[] = [];
        for (const { seq, score, features } of found) {
          const full = catalog.visible(seq);
          if (!full) continue;
          const meta = this.#candidateMeta(full);
          candidates.push({ seq, score, features, meta, trust: trust.rankFactor(full) });
        }
        const fitOf = (seq: Seq): number => workflow.fit(activityOf(catalog.visible(seq)?.preview ?? ''));
        const ranking = this.#ranker.rank(candidates, {
          ...context,
          ...(workflow.skill > 0 ? { workflowFit: fitOf } : {}),
        });
        seen = { candidates, ranking };
        if (phase === 0) return found;
        const bySeq = new Map(found.map((candidate) => [candidate.seq, candidate]));
        const scores = found.map(({ score }) => score).sort((a, b) => b - a);
        return ranking.order.flatMap((at, place) => {
          const candidate = bySeq.get(candidates[at]?.seq ?? -1);
          return candidate ? [{ ...candidate, score: scores[place] ?? 0 }] : [];
        });
      },
      why: (seq) => {
        const index = seen?.candidates.findIndex((candidate) => candidate.seq === seq) ?? -1;
        return seen?.ranking.why[index] ?? [];
      },
      shown: (seqs) => {
        if (!seen) return undefined;
        const { candidates, ranking } = seen;
        const id = this.#nextId++;
        const indexBySeq = new Map(candidates.map(({ seq }, index) => [seq, index]));
        const probe =
          phase > 0 && settings.current.comparing
            ? chooseProbe(
                seqs.map((seq) => indexBySeq.get(seq) ?? candidates.length),
                id,
              )
            : undefined;
        const order = withProbe(seqs, probe);
        const impression = this.#ranker.impression(candidates, ranking, context, id);
        const shown = order.slice(0, SHOWN).flatMap((seq) => {
          const index = indexBySeq.get(seq);
          const served = index === undefined ? undefined : ranking.served[index];
          return served ? [{ seq, ...served, trust: candidates[index ?? 0]?.trust ?? 0 }] : [];
        });
        this.#open.set(id, { ...impression, shown, ...(probe ? { probe } : {}) });
        for (const old of this.#open.keys()) {
          if (this.#open.size <= OPEN_IMPRESSIONS) break;
          this.#open.delete(old);
        }
        return { id: String(id), order };
      },
    };
  }

  /** What was opened last did not end the search when another one follows within half a minute. */
  async #noteRequery(queryKey: string, at: number): Promise<void> {
    const opened = this.#opened;
    if (!opened || opened.queryKey === queryKey) return;
    this.#opened = undefined;
    if (at - opened.at < REQUERY_MS) await this.signal(opened.id, opened.seq, 'requery');
  }

  /** Takes in what the person did with a shown result. An impression is kept from its first signal on. */
  async signal(impressionId: string, seq: Seq, kind: SignalKind, value?: number): Promise<void> {
    const { settings, queue, now } = this.#context();
    const id = Number(impressionId);
    if (!settings.current.learning || !this.#open.has(id)) return;
    await queue.run(async () => {
      const known = this.#open.get(id);
      if (!known) return;
      if (USES.has(kind)) this.whereabouts.used(seq, now());
      // Whatever else was done with it says that it was of use.
      if (kind !== 'dwell')
        this.#opened =
          kind === 'open' ? { id: impressionId, seq, at: now(), queryKey: known.queryKey } : undefined;
      const next = { ...known, signals: [...known.signals, signalOf(kind, seq, now(), value)] };
      this.#open.set(id, next);
      this.#ranker.learn(next);
      await this.store.put(next);
    });
    this.boosting.start();
  }

  /** Opens a question about two results of a list; `onAsked` keeps when that was. See {@link LearningApi.question}. */
  async question(
    impressionId: string,
    onAsked: (at: number) => Promise<unknown>,
  ): Promise<Question | undefined> {
    const { settings, now } = this.#context();
    const shown = this.#open.get(Number(impressionId));
    if (!shown || !mayAsk(settings.current, now())) return undefined;
    const asked = questionOf(this.#ranker, shown, () => this.#nextId++);
    const [upper, lower] = asked?.shown ?? [];
    if (!asked || !upper || !lower) return undefined;
    this.#open.set(asked.id, asked);
    await onAsked(now());
    return { impression: String(asked.id), results: [upper.seq, lower.seq] };
  }

  status(): LearningStatus {
    const { learning, comparing } = this.#context().settings.current;
    return statusOf(this.#source(), { on: learning, comparing });
  }

  #source(): LearnedSource {
    const { store, now } = this.#context();
    return {
      ranker: this.#ranker,
      whereabouts: this.whereabouts,
      catalog: store.catalog,
      fixed: (pattern) => this.#edits.all.get(pattern)?.leaning !== undefined,
      now: now(),
    };
  }

  correctPattern(id: string, correction: PatternCorrection): Promise<void> {
    return this.#edit((at) => this.#edits.correct(patternOf(patternsOf(this.#source()), id), correction, at));
  }

  freezePattern(id: string, frozen: boolean): Promise<void> {
    return this.#edit((at) => {
      const pattern = patternOf(patternsOf(this.#source()), id);
      return frozen ? this.#edits.freeze(pattern, at) : this.#edits.unfreeze(id);
    });
  }

  /** What was learned of the pattern so far counts no longer. */
  forgetPattern(id: string): Promise<void> {
    return this.#edit((at) => this.#edits.forget(id, at));
  }

  /** Changes what the person said about patterns and learns anew under it. */
  #edit(change: (at: number) => Promise<void>): Promise<void> {
    const { queue, now } = this.#context();
    return queue.run(async () => {
      await change(now());
      this.#ranker.correct(this.#edits.all);
      this.whereabouts.corrected();
      await this.boosting.drop();
      this.boosting.start();
    });
  }

  /** Forgets signals, and what later searches remember of them. @returns how many went. */
  async forgetSignals(scope: SignalScope): Promise<number> {
    const forgotten = await this.#forgotten(scope);
    return this.#context().queue.run(async () => {
      this.#open.clear();
      const { count, remembered, isEmpty, strip } = forgetting(this.#ranker.impressions, forgotten);
      this.whereabouts.forgetUses((used) => remembered(used, Number.POSITIVE_INFINITY));
      this.#ranker.unlearn(isEmpty, strip);
      await this.boosting.drop();
      await this.store.eraseWhere(isEmpty, strip);
      this.boosting.start();
      return count;
    });
  }

  async #forgotten(scope: SignalScope): Promise<Forgotten> {
    if ('query' in scope) {
      const queryKey = await this.store.queryKey(scope.query);
      return { signal: (_, impression) => impression.queryKey === queryKey, use: () => false };
    }
    if ('agentId' in scope) {
      const isOf = ({ seq }: { readonly seq: Seq }): boolean => this.#lookup(seq)?.agentId === scope.agentId;
      return { signal: isOf, use: isOf };
    }
    const isInside = ({ at }: { readonly at: number }): boolean => at >= scope.from && at < scope.to;
    return { signal: (signal, impression) => isInside(impression) || isInside(signal), use: isInside };
  }

  /** Erases the whole store; ranking falls back to the plain order. Runs inside the mutation queue. */
  async erase(): Promise<void> {
    this.#open.clear();
    this.whereabouts.forgetUses();
    this.#edits.clear();
    this.whereabouts.corrected();
    this.#ranker = Ranker.restore([], this.#lookup);
    await this.store.erase();
  }

  async export(): Promise<Blob> {
    return new Blob([JSON.stringify(await this.store.export(), null, 1)], { type: 'application/json' });
  }

  /** Memories are gone: what was learned from them goes too. */
  forgetMemories(): void {
    this.#ranker.unlearn(() => false);
  }
}
