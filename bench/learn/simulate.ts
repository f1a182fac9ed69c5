import {
  type Impression,
  type Layer,
  type RankContext,
  Ranker,
  type UsedResult,
} from '../../core/rank/index.ts';
import { clickOn } from './clicks.ts';
import { ndcg5 } from './ndcg.ts';
import type { AskedQuery, Person } from './person.ts';
import { type Random, seeded } from './random.ts';
import type { World } from './world.ts';

const USED = 5;
const queryKeyOf = (text: string): string => `key:${text}`;

export const contextOf = (world: World, query: AskedQuery, used: readonly UsedResult[]): RankContext => ({
  now: query.at,
  query: query.text,
  queryKey: queryKeyOf(query.text),
  situation: {
    ...(query.front === undefined ? {} : { front: world.seqOf(query.front, 0) }),
    captures: query.captures.map(([conversation, turn]) => world.seqOf(conversation, turn)),
    lastCaptureAt: query.capturedAt,
    used,
  },
});

/** A person and the ranker alone, without a vault around it: for what the vault has no call for. */
export class Life {
  readonly ranker: Ranker;
  readonly impressions: Impression[] = [];
  readonly person: Person;
  readonly #world: World;
  readonly #random: Random;
  readonly #noise: number;
  #used: UsedResult[] = [];

  constructor(world: World, person: Person, seed: number, noise: number) {
    this.#world = world;
    this.person = person;
    this.#random = seeded(seed ^ 0x5f3759df);
    this.#noise = noise;
    this.ranker = Ranker.restore([], world.lookup);
  }

  /** The same past, learned without one layer. */
  without(layer: Layer): Ranker {
    return Ranker.restore(this.impressions, this.#world.lookup, { without: [layer] });
  }

  #look(query: AskedQuery, ranker: Ranker): { impression: Impression; score: number } {
    const candidates = this.#world.search(query.text);
    const context = contextOf(this.#world, query, this.#used);
    const ranking = ranker.rank(candidates, context);
    const relevant = this.#world.relevant(query.project, query.evidence);
    const impression = ranker.impression(candidates, ranking, context, this.impressions.length);
    const signals = clickOn(
      impression.shown.map(({ seq }) => seq),
      (seq) => relevant.has(seq),
      'cascade',
      this.#noise,
      query.at,
      this.#random,
    );
    for (const { seq, at } of signals) this.#used = [...this.#used, { seq, at }].slice(-USED);
    const gains = ranking.order.slice(0, 5).map((at) => (relevant.has(candidates[at]!.seq) ? 1 : 0));
    return {
      impression: { ...impression, signals },
      score: ndcg5(
        gains,
        [...relevant].map(() => 1),
      ),
    };
  }

  /** Lives on until the ranker has `signals` signals, or 12 searches a signal were not enough. */
  teach(signals: number): void {
    for (let tries = 0; tries < signals * 12 && this.ranker.phase().signals < signals; tries += 1) {
      const { impression } = this.#look(this.person.next(), this.ranker);
      this.impressions.push(impression);
      this.ranker.learn(impression);
    }
  }

  /** NDCG@5 on queries, in the order of what this or another ranker learned. */
  measure(queries: readonly AskedQuery[], ranker = this.ranker): number[] {
    return queries.map((query) => this.#look(query, ranker).score);
  }
}
