import type { BoostState } from '../../core/rank/index.ts';
import type { ClickModel } from './clicks.ts';
import type { AskedQuery, Person } from './person.ts';

/** NDCG@5 by query: plain, learned, and plain within the right project only. */
export type Scores = { readonly plain: number[]; readonly learned: number[]; readonly certain: number[] };

/** A person at work, with the vault or with the ranker alone. */
export type Working = {
  readonly person: Person;
  readonly signals: number;
  /** What became of the trees; beside the ranker alone, where they are trained on the spot. */
  readonly trees?: BoostState;
  /** Lives on until there are `signals` signals, or 12 searches a signal were not enough. */
  teach(signals: number, isGood?: (seq: number) => boolean, model?: ClickModel): Promise<void>;
  /** NDCG@5 on queries with what was learned so far. What is opened here tells where the person is and teaches nothing. */
  measure(queries: readonly AskedQuery[]): Promise<Scores>;
};
