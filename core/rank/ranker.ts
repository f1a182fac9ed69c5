import { BoostDesk, type BoostState } from './boost/boost-desk.ts';
import type { Boosted, Verdict } from './boost/boosted.ts';
import { correctionOf } from './boost/lambda-mart.ts';
import { cellsOf, type TrainingSet } from './boost/training-set.ts';
import type { Corrections } from './corrections.ts';
import { explain } from './explain.ts';
import { leaveOut, PLAIN, rowsOf } from './feature-space.ts';
import {
  LearnerState,
  type LearnOptions,
  PHASE_1_SIGNALS,
  PHASE_2_QUERIES,
  PHASE_2_SIGNALS,
} from './learner-state.ts';
import { scoreOf } from './pairwise-model.ts';
import type { ProjectGuess } from './project-guess.ts';
import { mostUncertain } from './question.ts';
import { staticFeatures } from './static-features.ts';
import type {
  Impression,
  MetaLookup,
  Phase,
  RankCandidate,
  Served,
  Signal,
  Situation,
  WhyPart,
} from './types.ts';

const SHOWN = 20;
/** Impressions still open to late signals without replaying all. */
const OPEN_TAIL = 8;
const RAMP_SIGNALS = 60;

export type RankContext = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly query: string;
  /** HMAC of the query under a key of this installation. */
  readonly queryKey: string;
  /** From {@link Ranker.guess}; left out, it is computed from `situation`. */
  readonly project?: ProjectGuess;
  readonly situation?: Situation;
  /** −1 … 1: how well a memory fits the activity that usually comes next; nothing where that cannot be foretold. */
  readonly workflowFit?: (seq: number) => number;
};

export type Ranking = {
  /** Indices into the candidates, best first. */
  readonly order: readonly number[];
  /** Reasons by candidate, in the candidates' order; empty in phase 0. */
  readonly why: readonly (readonly WhyPart[])[];
  /** Position each candidate has without learning, from 0, in the candidates' order. */
  readonly plainPosition: readonly number[];
  readonly phase: Phase;
  readonly project?: ProjectGuess;
  /** What was known of each candidate at the query alone, in the candidates' order; kept with the impression. */
  readonly served: readonly Served[];
};

const NOWHERE: Situation = { captures: [] };
const countTerms = (query: string): number => query.split(/\s+/).filter((word) => word.length > 2).length;

/** Learns from what a person does with search results and orders new ones by it. Pure: it keeps nothing on disk. */
export class Ranker {
  readonly #lookup: MetaLookup;
  /** After the impressions that a late signal reaches only by learning all anew. */
  #settled: LearnerState;
  #settledCount = 0;
  /** After each of the others, oldest first. */
  #tail: LearnerState[] = [];
  #impressions: Impression[] = [];

  #options: LearnOptions;
  readonly #boost = new BoostDesk();

  private constructor(lookup: MetaLookup, options: LearnOptions) {
    this.#lookup = lookup;
    this.#options = options;
    this.#settled = new LearnerState(lookup, options);
  }

  /**
   * The ranker that has learned exactly `impressions`. Memories that `lookup` no longer knows teach nothing.
   */
  static restore(impressions: readonly Impression[], lookup: MetaLookup, options: LearnOptions = {}): Ranker {
    const ranker = new Ranker(lookup, options);
    ranker.#impressions = impressions.toSorted((a, b) => a.id - b.id);
    ranker.#replay();
    return ranker;
  }

  /** Everything learned from, in the order of ids. */
  get impressions(): readonly Impression[] {
    return this.#impressions;
  }

  get state(): LearnerState {
    return this.#tail.at(-1) ?? this.#settled;
  }

  /** Which project the person is in. */
  guess(now: number, situation: Situation): ProjectGuess {
    return this.state.layers.projects.guess(now, situation);
  }

  /** Orders candidates, given best first by search. Below 20 signals their order is untouched. */
  rank(candidates: readonly RankCandidate[], context: RankContext): Ranking {
    const { now, queryKey, query } = context;
    const situation = context.situation ?? context.project?.situation ?? NOWHERE;
    const guess = context.project ?? this.guess(now, situation);
    const features = staticFeatures(candidates, now);
    const served = candidates.map(({ seq }, at): Served => {
      const fit = context.workflowFit?.(seq) ?? 0;
      return { served: features[at]!, ...(fit === 0 ? {} : { fit }) };
    });
    const plainPosition = candidates.map((_, at) => at);
    const phase = this.phase().phase;
    const base = { plainPosition, phase, project: guess, served };
    if (phase === 0 || candidates.length === 0)
      return { ...base, order: plainPosition, why: candidates.map(() => []) };
    const items = candidates.map(({ seq }, at) => ({ seq, ...served[at]! }));
    const metaBySeq = new Map(candidates.map(({ seq, meta }) => [seq, meta]));
    const rows = rowsOf(
      items,
      {
        now,
        queryKey,
        queryTerms: countTerms(query),
        situation,
      },
      this.state.layers,
      (seq) => metaBySeq.get(seq),
      guess,
    ).map((row) => leaveOut(row!, this.#options.without ?? []));
    const { weights } = this.state;
    const ramp = Math.min(1, this.state.signals / RAMP_SIGNALS);
    const mean = rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length);
    const scores = rows.map((row) => ramp * scoreOf(weights, row) + (1 - ramp) * row[PLAIN]!);
    const linear = plainPosition.toSorted((a, b) => scores[b]! - scores[a]! || a - b);
    const order = this.#corrected(linear, rows, scores);
    return { ...base, order, why: rows.map((row) => explain(weights, row, mean)) };
  }

  /** Lists to train trees on with `trainBoosted`, whenever that is due. */
  boostDue(): TrainingSet | undefined {
    return this.#boost.due(this.state);
  }

  /** Takes trees in. They are used while they win, and while every list they saw is still there. */
  takeBoosted(boosted: Boosted): void {
    this.#boost.take(boosted);
  }

  /** What became of the trees; `kept` are those worth keeping on disk. */
  boosted(): { readonly state: BoostState; readonly verdict?: Verdict; readonly kept?: Boosted } {
    const kept = this.#boost.held(this.state);
    return { state: this.#boost.state(this.state), ...(kept ? { verdict: kept.verdict, kept } : {}) };
  }

  /** Trees saw lists as they were shown, so they order what would be shown and nothing further down. */
  #corrected(
    order: readonly number[],
    rows: readonly (readonly number[])[],
    scores: readonly number[],
  ): number[] {
    const trees = this.#boost.trees(this.state);
    if (!trees) return [...order];
    const top = order.slice(0, SHOWN);
    const linear = top.map((at) => scores[at]!);
    const cells = cellsOf(
      top.map((at) => rows[at]!),
      linear,
    );
    const places = top.map((_, place) => place);
    const corrected = places.map((place) => linear[place]! + correctionOf(trees, cells[place]!));
    places.sort((a, b) => corrected[b]! - corrected[a]! || a - b);
    return [...places.map((place) => top[place]!), ...order.slice(SHOWN)];
  }

  /** The record to keep of a search that was shown: at most 20 results in shown order. */
  impression(
    candidates: readonly RankCandidate[],
    ranking: Ranking,
    context: RankContext,
    id: number,
  ): Impression {
    return {
      id,
      at: context.now,
      queryKey: context.queryKey,
      queryTerms: countTerms(context.query),
      shown: ranking.order.slice(0, SHOWN).map((at) => ({
        seq: candidates[at]!.seq,
        ...ranking.served[at]!,
        trust: candidates[at]!.trust,
      })),
      situation: context.situation ?? context.project?.situation ?? NOWHERE,
      signals: [],
    };
  }

  /** The upper place of the pair of an impression's results that is most worth asking about, if any is. */
  questionIn({ shown, at, queryKey, queryTerms, situation }: Impression): number | undefined {
    const { layers, weights } = this.state;
    const rows = rowsOf(shown, { now: at, queryKey, queryTerms, situation }, layers, this.#lookup);
    return mostUncertain(
      rows.map(
        (row, place) =>
          row && { score: scoreOf(weights, row), used: layers.uses.used(shown[place]!.seq, at) },
      ),
    );
  }

  /** Takes in an impression, or a newer state of one with more signals. */
  learn(impression: Impression): void {
    const before = this.#impressions.findLastIndex(({ id }) => id <= impression.id);
    const isKnown = this.#impressions[before]?.id === impression.id;
    const at = isKnown ? before : before + 1;
    this.#impressions.splice(at, isKnown ? 1 : 0, impression);
    if (at < this.#settledCount) this.#replay();
    else this.#advance(at);
  }

  /** Adds one signal to an impression known here. @returns the impression as it is now. */
  signal(id: number, signal: Signal): Impression | undefined {
    const known = this.#impressions.findLast((impression) => impression.id === id);
    if (!known) return undefined;
    const changed = { ...known, signals: [...known.signals, signal] };
    this.learn(changed);
    return changed;
  }

  /**
   * Forgets impressions: the model becomes the one that never saw them. @returns how many were forgotten.
   * @param strip takes out of the others what they say of forgotten ones
   */
  unlearn(
    isForgotten: (impression: Impression) => boolean,
    strip: (impression: Impression) => Impression = (impression) => impression,
  ): number {
    const before = this.#impressions.length;
    this.#impressions = this.#impressions.filter((impression) => !isForgotten(impression)).map(strip);
    this.#replay();
    return before - this.#impressions.length;
  }

  /** Learns anew under what the person said about patterns. */
  correct(corrections: Corrections): void {
    this.#options = { ...this.#options, corrections };
    this.#replay();
  }

  /** Where learning stands; `next` says in signals and queries what the next phase wants. */
  phase(): { phase: Phase; signals: number; queries: number; next?: { signals: number; queries: number } } {
    const { signals, queries } = this.state;
    if (signals < PHASE_1_SIGNALS)
      return { phase: 0, signals, queries: queries.size, next: { signals: PHASE_1_SIGNALS, queries: 0 } };
    if (signals < PHASE_2_SIGNALS || queries.size < PHASE_2_QUERIES)
      return {
        phase: 1,
        signals,
        queries: queries.size,
        next: { signals: PHASE_2_SIGNALS, queries: PHASE_2_QUERIES },
      };
    return { phase: 2, signals, queries: queries.size };
  }

  #replay(): void {
    this.#settled = new LearnerState(this.#lookup, this.#options);
    this.#settledCount = Math.max(0, this.#impressions.length - OPEN_TAIL);
    for (const impression of this.#impressions.slice(0, this.#settledCount)) this.#settled.apply(impression);
    this.#advance(this.#settledCount);
  }

  /** Learns the impressions from the one at `from` on, again where they were known already. */
  #advance(from: number): void {
    this.#tail.length = from - this.#settledCount;
    for (const impression of this.#impressions.slice(from)) {
      const state = this.state.clone();
      state.apply(impression);
      this.#tail.push(state);
    }
    while (this.#tail.length > OPEN_TAIL) {
      this.#settled = this.#tail.shift()!;
      this.#settledCount += 1;
    }
  }
}
