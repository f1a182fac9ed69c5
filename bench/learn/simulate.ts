import { type Impression, type RankContext, Ranker } from '../../core/rank/index.ts';
import { type ClickModel, clickOn } from './clicks.ts';
import { ndcg5 } from './ndcg.ts';
import type { AskedQuery, Person } from './person.ts';
import { type Random, seeded } from './random.ts';
import type { World } from './world.ts';

export type Scores = { plain: number[]; learned: number[] };

const queryKeyOf = (text: string): string => `key:${text}`;

export const contextOf = (world: World, query: AskedQuery): RankContext => ({
  now: query.at,
  query: query.text,
  queryKey: queryKeyOf(query.text),
  situation: {
    ...(query.front === undefined ? {} : { front: world.seqOf(query.front, 0) }),
    captures: query.captures.map(([conversation, turn]) => world.seqOf(conversation, turn)),
    lastCaptureAt: query.capturedAt,
  },
});

const noted = (
  world: World,
  ranker: Ranker,
  query: AskedQuery,
  id: number,
): { impression: Impression; relevant: Set<number>; plain: number; learned: number } => {
  const candidates = world.search(query.text);
  const context = contextOf(world, query);
  const ranking = ranker.rank(candidates, context);
  const relevant = world.relevant(query.project, query.evidence);
  const gain = (seq: number): number => (relevant.has(seq) ? 1 : 0);
  const all = [...relevant].map(() => 1);
  return {
    impression: ranker.impression(candidates, ranking, context, id),
    relevant,
    plain: ndcg5(
      candidates.slice(0, 5).map(({ seq }) => gain(seq)),
      all,
    ),
    learned: ndcg5(
      ranking.order.slice(0, 5).map((at) => gain(candidates[at]!.seq)),
      all,
    ),
  };
};

/** A person and the ranker that learns from them. */
export class Life {
  ranker: Ranker;
  readonly impressions: Impression[] = [];
  readonly #world: World;
  readonly person: Person;
  readonly #random: Random;
  readonly #model: ClickModel;
  readonly #noise: number;

  constructor(world: World, person: Person, seed: number, noise: number, model?: ClickModel) {
    this.#world = world;
    this.person = person;
    this.#random = seeded(seed ^ 0x5f3759df);
    this.#model = model ?? (seed % 2 === 0 ? 'position' : 'cascade');
    this.#noise = noise;
    this.ranker = Ranker.restore([], world.lookup);
  }

  /** Lives on until the ranker has `signals` signals, or 12 searches a signal were not enough. */
  teach(signals: number, isGood?: (seq: number) => boolean, model = this.#model): void {
    for (let tries = 0; tries < signals * 12 && this.ranker.phase().signals < signals; tries += 1) {
      const query = this.person.next();
      const { impression, relevant } = noted(this.#world, this.ranker, query, this.impressions.length);
      const shown = impression.shown.map(({ seq }) => seq);
      const wanted = isGood ?? ((seq: number) => relevant.has(seq));
      const clicked = clickOn(shown, wanted, model, this.#noise, query.at, this.#random);
      const done = { ...impression, signals: clicked };
      this.impressions.push(done);
      this.ranker.learn(done);
    }
  }

  /** NDCG@5 on queries, plain and with what was learned so far (or by another ranker); learning is paused meanwhile. */
  measure(queries: readonly AskedQuery[], ranker = this.ranker): Scores {
    const scores: Scores = { plain: [], learned: [] };
    for (const query of queries) {
      const { impression, relevant, plain, learned } = noted(this.#world, ranker, query, 1e9);
      scores.plain.push(plain);
      scores.learned.push(learned);
      const shown = impression.shown.map(({ seq }) => seq);
      const clicked = clickOn(
        shown,
        (seq) => relevant.has(seq),
        this.#model,
        this.#noise,
        query.at,
        this.#random,
      );
      ranker.observe({ ...impression, signals: clicked });
    }
    return scores;
  }
}
