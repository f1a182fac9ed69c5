import type { Seq } from './memory.ts';

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
  | 'worked'
  | 'partly'
  | 'failed';

export type LearnedPattern = {
  readonly id: string;
  readonly layer: 'preference' | 'project' | 'workflow';
  /** The pattern in words. */
  readonly sentence: string;
  /** Its evidence in words, e.g. "from 14 messages on 6 days". */
  readonly evidence: string;
  /** 0 to 1. */
  readonly strength: number;
  readonly frozen: boolean;
};

export type LearningStatus = {
  readonly on: boolean;
  /** 0: plain order; 1: from 20 signals; 2: from 200 signals over 50 distinct queries. */
  readonly phase: 0 | 1 | 2;
  readonly signals: number;
  readonly queries: number;
  /** What is missing for the next phase, in words. */
  readonly next: string;
  readonly project?: { readonly name: string; readonly share: number; readonly reasons: readonly string[] };
  readonly patterns: readonly LearnedPattern[];
  /** Share of recent shown lists on which learning did better than the plain order; undefined: not measured yet. */
  readonly effect?: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  };
  readonly weights: readonly { readonly feature: string; readonly value: number; readonly shipped: number }[];
};

export type LifecycleStep = 'warm' | 'cold' | 'archived';

export type LearningApi = {
  learning(): Promise<LearningStatus>;
  setLearning(on: boolean): Promise<void>;
  /** `impression` is the one that came with the search response; `value`: milliseconds of a dwell. */
  signal(impression: string, seq: Seq, kind: SignalKind, value?: number): Promise<void>;
  correctPattern(id: string, correction: string): Promise<void>;
  forgetPattern(id: string): Promise<void>;
  freezePattern(id: string, frozen: boolean): Promise<void>;
  /** Erases the signals of [from, to): the model is then the one that never saw them. */
  forgetSignals(from: number, to: number): Promise<number>;
  exportBehaviour(): Promise<Blob>;
  /** What archiving would do now, without doing it. */
  lifecycleDryRun(): Promise<Readonly<Record<LifecycleStep, number>>>;
  applyLifecycle(): Promise<number>;
};
