import { Digest } from './boost/digest.ts';
import { type Corrections, NO_CORRECTIONS } from './corrections.ts';
import {
  FREEDOM_BY_COLUMN,
  type Layer,
  type LearnedLayers,
  leaveOut,
  PLAIN,
  PLAIN_WEIGHTS,
  rowsOf,
  SHIPPED_WEIGHTS,
} from './feature-space.ts';
import { fitPairwise, scoreOf, TEMPERATURE, type TrainingList } from './pairwise-model.ts';
import { facetsOf, Preferences } from './preferences.ts';
import { countProbe, NO_PROBES, type ProbeCounts } from './probe.ts';
import { ProjectContext } from './project-context.ts';
import { projectOf } from './project-guess.ts';
import { gainsOf, sameBurst, signalCount } from './signal-gain.ts';
import { type OrderName, type Outcome, pairsRight, standing } from './standing.ts';
import type { Impression, MetaLookup } from './types.ts';
import { UseMemory } from './use-memory.ts';

/** Below this many signals the search order is left alone. */
export const PHASE_1_SIGNALS = 20;
/** Signals and distinct queries from which trees may compete. */
export const PHASE_2_SIGNALS = 200;
export const PHASE_2_QUERIES = 50;

/** Prior precision, in distinct queries: a constant part, and one that grows with what is there. */
const PRECISION = 6;
const PRECISION_GROWTH = 0.1;
const RADIUS = 0.2;
const FULL_RADIUS_SIGNALS = 50;
/** Lists the weights are fitted on, and lists kept for trees. */
const FITTED_LISTS = 1_000;
const MAX_LISTS = 10_000;
/** Results looked at: what stands further down was hardly seen. */
const LOOKED_AT = 10;
const OUTCOMES = 50;
/** Trees are due again once there are a quarter more signals. */
const BOOST_GROWTH = 1.25;
const USED = 0.15;

export type LearnOptions = {
  /** Layers that are left out. None by default. */
  readonly without?: readonly Layer[];
  /** What the person said about patterns. Nothing by default. */
  readonly corrections?: Corrections;
};

/** Signals at which weights are fitted again: every 5 at first, every sixth of what is there later. */
const nextMilestone = (count: number): number => count + Math.max(5, Math.floor(count / 6));

/** A point at which trees are due, trained on the lists up to there. */
export type BoostMark = { readonly digest: string; readonly lists: number };

/**
 * Everything learned, as a fold over impressions in the order of their ids: the same impressions give the same state
 * to the last bit, which is what makes unlearning exact.
 */
export class LearnerState {
  layers: LearnedLayers;
  lists: TrainingList[] = [];
  signals = 0;
  queries = new Set<string>();
  outcomes: Outcome[] = [];
  probes: ProbeCounts = NO_PROBES;
  /** Weights as fitted last. */
  learned: readonly number[] = SHIPPED_WEIGHTS;
  /** Points at which trees were due, oldest first. */
  marks: readonly BoostMark[] = [];
  #digest = new Digest();
  #milestone = PHASE_1_SIGNALS;
  #boostAt = PHASE_2_SIGNALS;
  readonly #lookup: MetaLookup;
  readonly #options: LearnOptions;
  readonly #without: readonly Layer[];

  constructor(lookup: MetaLookup, options: LearnOptions = {}) {
    this.#lookup = lookup;
    this.#options = options;
    this.#without = options.without ?? [];
    const { corrections = NO_CORRECTIONS } = options;
    this.layers = {
      projects: new ProjectContext(lookup, corrections),
      uses: new UseMemory(),
      preferences: new Preferences(corrections),
    };
  }

  clone(): LearnerState {
    const copy = new LearnerState(this.#lookup, this.#options);
    const { projects, uses, preferences } = this.layers;
    copy.layers = { projects: projects.clone(), uses: uses.clone(), preferences: preferences.clone() };
    copy.lists = [...this.lists];
    copy.signals = this.signals;
    copy.queries = new Set(this.queries);
    copy.outcomes = [...this.outcomes];
    copy.probes = this.probes;
    copy.learned = this.learned;
    copy.marks = this.marks;
    copy.#digest = this.#digest.clone();
    copy.#milestone = this.#milestone;
    copy.#boostAt = this.#boostAt;
    return copy;
  }

  /** Learns from one impression; those without signals change nothing. */
  apply(impression: Impression): void {
    if (impression.signals.length === 0) return;
    const { at, queryKey, queryTerms, situation } = impression;
    const lastTouched = impression.shown.findLastIndex(({ seq }) =>
      impression.signals.some((signal) => signal.seq === seq),
    );
    const shown = impression.shown.slice(0, Math.max(LOOKED_AT, lastTouched + 1));
    const rows = rowsOf(shown, { now: at, queryKey, queryTerms, situation }, this.layers, this.#lookup);
    const { uses } = this.layers;
    const isBurst = (seq: number, time: number): boolean => sameBurst(uses.lastUse(seq), time);
    const gains = gainsOf(impression, isBurst);
    this.signals += signalCount(impression, isBurst);
    this.probes = countProbe(this.probes, impression, gains);
    const known = rows.flatMap((row, index) =>
      row ? [{ row: leaveOut(row, this.#without), gain: gains[index]!, item: shown[index]! }] : [],
    );
    const list: TrainingList = {
      rows: known.map(({ row }) => row),
      gains: known.map(({ gain }) => gain),
      linear: known.map(({ row }) => scoreOf(this.learned, row)),
      queryKey,
    };
    this.#note(list);
    if (list.gains.some((gain) => Math.abs(gain) >= USED)) this.#keep(list);
    this.#learnLayers(impression, known);
    this.queries.add(queryKey);
    if (this.signals >= this.#milestone) {
      this.#fit();
      this.#milestone = nextMilestone(this.signals);
    }
    if (this.signals >= this.#boostAt && this.queries.size >= PHASE_2_QUERIES) {
      this.marks = [...this.marks, { digest: String(this.#digest), lists: this.lists.length }];
      this.#boostAt = this.signals * BOOST_GROWTH;
    }
  }

  /** The order that stands the test of the person's own last 50 used lists. */
  get standing(): OrderName {
    return standing(this.outcomes);
  }

  /** Weights to serve: as fitted last, or those it was rolled back to. */
  get weights(): readonly number[] {
    return { plain: PLAIN_WEIGHTS, shipped: SHIPPED_WEIGHTS, learned: this.learned }[this.standing];
  }

  #learnLayers(
    { at, queryKey, situation }: Impression,
    known: readonly { readonly gain: number; readonly item: { readonly seq: number } }[],
  ): void {
    const { projects, uses, preferences } = this.layers;
    const usedProjects = new Map<string, number>();
    const liked = new Map<string, number>();
    const passed = new Map<string, number>();
    const usedItems = known.filter(({ gain }) => gain >= USED).length;
    for (const { gain, item } of known) {
      const meta = this.#lookup(item.seq)!;
      if (gain >= USED) usedProjects.set(projectOf(meta), (usedProjects.get(projectOf(meta)) ?? 0) + gain);
      if (Math.abs(gain) >= USED) uses.learn(queryKey, item.seq, at, gain);
      const table = gain >= USED ? liked : passed;
      const weight = gain >= USED ? gain / usedItems : 1 / Math.max(1, known.length - usedItems);
      if (usedItems > 0) for (const key of facetsOf(meta, at)) table.set(key, (table.get(key) ?? 0) + weight);
    }
    projects.learn(at, situation, usedProjects);
    if (usedItems > 0) preferences.learn(at, liked, passed);
  }

  #keep(list: TrainingList): void {
    this.lists.push(list);
    this.#digest.addWord(list.queryKey);
    for (const values of [list.gains, list.linear, ...list.rows])
      for (const value of values) this.#digest.add(value);
    const excess = this.lists.length - MAX_LISTS;
    if (excess <= 0) return;
    this.lists = this.lists.slice(excess);
    this.marks = this.marks.map((mark) => ({ ...mark, lists: Math.max(0, mark.lists - excess) }));
  }

  #note({ rows, gains, linear }: TrainingList): void {
    if (this.signals < PHASE_1_SIGNALS) return;
    const plain = pairsRight(
      rows.map((row) => row[PLAIN]!),
      gains,
    );
    if (plain === undefined) return;
    this.outcomes.push({
      plain,
      shipped: pairsRight(
        rows.map((row) => scoreOf(SHIPPED_WEIGHTS, row)),
        gains,
      )!,
      learned: pairsRight(linear, gains)!,
    });
    this.outcomes = this.outcomes.slice(-OUTCOMES);
  }

  #fit(): void {
    if (this.#without.includes('weights')) return;
    const reach = RADIUS * Math.min(1, this.signals / FULL_RADIUS_SIGNALS);
    const lists = this.lists.slice(-FITTED_LISTS);
    const precision = PRECISION + PRECISION_GROWTH * lists.length;
    this.learned = fitPairwise(lists, {
      prior: SHIPPED_WEIGHTS,
      precision: SHIPPED_WEIGHTS.map(() => precision),
      radius: FREEDOM_BY_COLUMN.map((part) => part * reach),
      temperature: TEMPERATURE,
    });
  }
}
