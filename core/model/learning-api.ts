import type { Seq } from './memory.ts';
import type { Sentence } from './sentence.ts';

/** What a person did with a shown result. Negative is negative: three thumbs-down lower a memory. */
export type SignalKind =
  | 'open'
  | 'dwell'
  | 'insert'
  | 'copy'
  | 'pin'
  | 'thumbs-up'
  | 'thumbs-down'
  | 'not-this'
  | 'requery'
  | 'deleted'
  | 'insert-undone'
  | 'chosen'
  | 'worked'
  | 'partly'
  | 'failed';

export type LearnedPattern = {
  readonly id: string;
  readonly layer: 'preference' | 'project' | 'workflow';
  /** The pattern in words. */
  readonly sentence: Sentence;
  /** Its evidence in words, e.g. "from 14 messages on 6 days". */
  readonly evidence: Sentence;
  /** 0 to 1. */
  readonly strength: number;
  /** −1 (such results are passed over) to 1 (preferred). */
  readonly leaning: number;
  /** True when the person fixed it: it stays as it is. */
  readonly frozen: boolean;
};

/** What a person says of a pattern: such results are to stand higher, where search puts them, or lower. */
export type PatternCorrection = 'more' | 'as-found' | 'less';

export type LearningStatus = {
  readonly on: boolean;
  /** 0: plain order; 1: from 20 signals; 2: from 200 signals over 50 distinct queries. */
  readonly phase: 0 | 1 | 2;
  readonly signals: number;
  readonly queries: number;
  /** What is missing for the next phase; undefined in the last one. */
  readonly next?: { readonly signals: number; readonly queries: number };
  readonly project?: { readonly name: string; readonly share: number; readonly reasons: readonly Sentence[] };
  readonly patterns: readonly LearnedPattern[];
  /** Changes of mind, newest first, in words. */
  readonly contradictions: readonly { readonly sentence: Sentence; readonly at: number }[];
  /**
   * The second kind of order, boosted trees: `none` before 200 signals over 50 searches, `due` while they wait for the
   * analyst, `lost` where they did not win on the later searches, `used`, or `rolled-back` since they lost afterwards.
   * `gain` is their NDCG@10 less that of the first kind, with its 95 % interval over `n` searches they never saw.
   */
  readonly trees: {
    readonly state: 'none' | 'due' | 'lost' | 'used' | 'rolled-back';
    readonly gain?: {
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
    };
  };
  /** The order served now: `learned`, or what it was rolled back to because it did worse on the last used lists. */
  readonly order: 'plain' | 'shipped' | 'learned';
  /** Whether now and then two neighbouring results are shown swapped, to measure. */
  readonly comparing: boolean;
  /**
   * How often, where a coin put two neighbours in their order, the one that learning prefers was used; undefined: not
   * measured yet (fewer than 20 decided).
   */
  readonly effect?: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  };
  readonly weights: readonly { readonly feature: string; readonly value: number; readonly shipped: number }[];
};

/** Signals of [from, to) in milliseconds since the epoch, of one search, or on memories of one agent. */
export type SignalScope =
  | { readonly from: number; readonly to: number }
  | { readonly query: string }
  | { readonly agentId: string };

/**
 * A question about two results of a search: which fits it better. `impression` takes the answer as a signal `chosen`
 * on one of the two; without an answer nothing is kept.
 */
export type Question = { readonly impression: string; readonly results: readonly [upper: Seq, lower: Seq] };

export type LifecycleStep = 'warm' | 'cold' | 'archived';

export type LearningApi = {
  learning(): Promise<LearningStatus>;
  setLearning(on: boolean): Promise<void>;
  setComparing(on: boolean): Promise<void>;
  /** `impression` is the one that came with the search response; `value`: milliseconds of a dwell. */
  signal(impression: string, seq: Seq, kind: SignalKind, value?: number): Promise<void>;
  /**
   * The pair of neighbours among a search's first results whose order is least certain and most used; undefined where
   * every order is certain, within a day of the last question, or while asking is off. It counts as asked.
   */
  question(impression: string): Promise<Question | undefined>;
  /** Fixes a pattern as the person says; it stays so until it is unfrozen or forgotten. */
  correctPattern(id: string, correction: PatternCorrection): Promise<void>;
  /** What was learned of it so far counts no longer. A workflow does not come back, other patterns may be learned anew. */
  forgetPattern(id: string): Promise<void>;
  /** Keeps a pattern as it is, or lets it change again. */
  freezePattern(id: string, frozen: boolean): Promise<void>;
  /** Erases signals: the model is then the one that never saw them. Answers how many went. */
  forgetSignals(scope: SignalScope): Promise<number>;
  exportBehaviour(): Promise<Blob>;
  /** What archiving would do now, without doing it. */
  lifecycleDryRun(): Promise<Readonly<Record<LifecycleStep, number>>>;
  applyLifecycle(): Promise<number>;
};
