import type { BoostMark, LearnerState } from '../learner-state.ts';
import { losesTo, pairsRight } from '../standing.ts';
import { type Boosted, isBetter } from './boosted.ts';
import { correctionOf } from './lambda-mart.ts';
import { cellsOf, type TrainingSet, trainingSet } from './training-set.ts';
import type { Tree } from './tree.ts';

/** What became of the trees: not due, due but not trained, worse in the shadow test, in use, or worse later. */
export type BoostState = 'none' | 'due' | 'lost' | 'used' | 'rolled-back';

const OUTCOMES = 50;

/** The mark whose lists `boosted` was trained on; none once any of those lists is gone or reads otherwise. */
const markOf = ({ marks }: LearnerState, boosted: Boosted | undefined): BoostMark | undefined =>
  boosted && marks.find(({ digest }) => digest === boosted.digest);

/** Holds the trees trained last beside what is learned now, and answers whether they may be used. */
export class BoostDesk {
  #boosted: Boosted | undefined;
  #judged: { readonly state: LearnerState; readonly answer: BoostState } | undefined;

  /** The lists to train on, when there are trees to train. */
  due(state: LearnerState): TrainingSet | undefined {
    const mark = state.marks.at(-1);
    if (!mark || mark.lists === 0 || mark.digest === this.#boosted?.digest) return undefined;
    return trainingSet(state.lists.slice(0, mark.lists), mark.digest);
  }

  take(boosted: Boosted): void {
    this.#boosted = boosted;
    this.#judged = undefined;
  }

  /** What is kept: trees whose lists are all still there. */
  held(state: LearnerState): Boosted | undefined {
    return markOf(state, this.#boosted) ? this.#boosted : undefined;
  }

  state(state: LearnerState): BoostState {
    if (this.#judged?.state !== state) this.#judged = { state, answer: this.#judge(state) };
    return this.#judged.answer;
  }

  /** The trees to use now. */
  trees(state: LearnerState): readonly Tree[] | undefined {
    return this.state(state) === 'used' ? this.#boosted?.trees : undefined;
  }

  #judge(state: LearnerState): BoostState {
    const mark = markOf(state, this.#boosted);
    if (!this.#boosted || !mark) return state.marks.length > 0 ? 'due' : 'none';
    const { trees, verdict } = this.#boosted;
    if (!isBetter(verdict)) return 'lost';
    if (state.standing !== 'learned') return 'rolled-back';
    const later = state.lists.slice(mark.lists).slice(-OUTCOMES);
    const outcomes = later.flatMap(({ rows, gains, linear }) => {
      const learned = pairsRight(linear, gains);
      if (learned === undefined) return [];
      const corrected = cellsOf(rows, linear).map((cells, at) => linear[at]! + correctionOf(trees, cells));
      return [{ learned, boosted: pairsRight(corrected, gains)! }];
    });
    return losesTo(outcomes, 'boosted', 'learned') ? 'rolled-back' : 'used';
  }
}
