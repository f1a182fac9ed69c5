import type { Boosted, Impression, Ranker } from '../rank/index.ts';
import type { BehaviourStore } from '../store/behaviour-store.ts';
import type { VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';

const FACT = 'boosted';

/** The second phase: trees that the analyst trains whenever they are due, kept with the behaviour they come from. */
export class Boosting {
  readonly #context: () => VaultContext;
  readonly #store: BehaviourStore<Impression>;
  readonly #ranker: () => Ranker;
  #isTraining = false;

  constructor(context: () => VaultContext, store: BehaviourStore<Impression>, ranker: () => Ranker) {
    this.#context = context;
    this.#store = store;
    this.#ranker = ranker;
  }

  async open(): Promise<void> {
    const kept = await this.#store.fact<Boosted>(FACT);
    if (kept) this.#ranker().takeBoosted(kept);
  }

  /** Trains what is due, when an analyst is there. Returns at once; search goes on as it was until trees have won. */
  start(): void {
    this.#train().catch((error: unknown) =>
      this.#context().health.add({
        area: 'learning',
        severity: 'warning',
        code: 'trees-not-trained',
        values: { error: nameOf(error) },
        message: `The second kind of order could not be learned (${nameOf(error)}).`,
        action: 'Results come in the order of the first kind; it is tried again after the next signal.',
      }),
    );
  }

  /** Takes trees from the disk that saw what is forgotten now. Runs inside the mutation queue. */
  async drop(): Promise<void> {
    if (!this.#ranker().boosted().kept) await this.#store.dropFact(FACT);
  }

  async #train(): Promise<void> {
    const { graph, queue, settings } = this.#context();
    if (this.#isTraining || !graph.analyst.isThere || !settings.current.learning) return;
    this.#isTraining = true;
    try {
      for (let due = this.#ranker().boostDue(); due; due = this.#ranker().boostDue()) {
        const set = due;
        const boosted = await graph.analyst.ask((remote) => remote.trainBoosted(set));
        if (!boosted) return;
        await queue.run(async () => {
          this.#ranker().takeBoosted(boosted);
          // Something may have been forgotten while they were trained.
          if (this.#ranker().boosted().kept) await this.#store.putFact(FACT, boosted);
        });
      }
    } finally {
      this.#isTraining = false;
    }
  }
}
