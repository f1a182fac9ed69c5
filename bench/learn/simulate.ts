import {
  type ActivityEvent,
  type BoostState,
  type Impression,
  type Layer,
  type RankCandidate,
  type RankContext,
  Ranker,
  trainBoosted,
  type UsedResult,
  Workflow,
} from '../../core/rank/index.ts';
import { type ClickModel, clickOn } from './clicks.ts';
import { ndcg5 } from './ndcg.ts';
import type { AskedQuery, Person } from './person.ts';
import { type Random, seeded } from './random.ts';
import type { Scores, Working } from './working.ts';
import type { World } from './world.ts';

const USED = 5;
/** Captured questions that show how the person works, as the vault remembers them. */
const ACTIVITIES = 300;
const queryKeyOf = (text: string): string => `key:${text}`;

export const contextOf = (
  world: World,
  query: AskedQuery,
  used: readonly UsedResult[],
  workflow = new Workflow([]),
): RankContext => ({
  now: query.at,
  query: query.text,
  queryKey: queryKeyOf(query.text),
  situation: {
    ...(query.front === undefined ? {} : { front: world.seqOf(query.front, 0) }),
    captures: query.captures.map(([conversation, turn]) => world.seqOf(conversation, turn)),
    lastCaptureAt: query.capturedAt,
    used,
  },
  ...(workflow.skill > 0 ? { workflowFit: (seq) => workflow.fit(world.activity(seq)) } : {}),
});

/** A person and the ranker alone, without a vault around it: many lives in little time. */
export class Life implements Working {
  readonly ranker: Ranker;
  readonly impressions: Impression[] = [];
  readonly person: Person;
  readonly #world: World;
  readonly #random: Random;
  readonly #model: ClickModel;
  readonly #noise: number;
  #used: UsedResult[] = [];
  #activities: ActivityEvent[] = [];
  #workflow = new Workflow([]);

  constructor(world: World, person: Person, seed: number, noise: number) {
    this.#world = world;
    this.person = person;
    this.#random = seeded(seed ^ 0x5f3759df);
    this.#model = seed % 2 === 0 ? 'position' : 'cascade';
    this.#noise = noise;
    this.ranker = Ranker.restore([], world.lookup);
  }

  get signals(): number {
    return this.ranker.phase().signals;
  }

  get trees(): BoostState {
    return this.ranker.boosted().state;
  }

  /** The same past, learned without one layer. */
  without(layer: Layer): Ranker {
    return Ranker.restore(this.impressions, this.#world.lookup, { without: [layer] });
  }

  #look(query: AskedQuery, ranker: Ranker) {
    const candidates = this.#world.search(query.text);
    this.#capture(query);
    const context = contextOf(this.#world, query, this.#used, this.#workflow);
    const ranking = ranker.rank(candidates, context);
    const relevant = this.#world.relevant(query.project, query.evidence);
    const impression = ranker.impression(candidates, ranking, context, this.impressions.length);
    return { candidates, ranking, relevant, impression };
  }

  #capture({ fresh, capturedAt }: AskedQuery): void {
    const said = fresh.flatMap(([conversation, turn]) => {
      const seq = this.#world.seqOf(conversation, turn);
      return this.#world.lookup(seq)?.role === 'user'
        ? [{ activity: this.#world.activity(seq), at: capturedAt }]
        : [];
    });
    if (said.length === 0) return;
    this.#activities = [...this.#activities, ...said].slice(-ACTIVITIES);
    this.#workflow = new Workflow(this.#activities);
  }

  #click(impression: Impression, isGood: (seq: number) => boolean, model: ClickModel): Impression {
    const shown = impression.shown.map(({ seq }) => seq);
    const signals = clickOn(shown, isGood, model, this.#noise, impression.at, this.#random);
    for (const { seq, at } of signals) this.#used = [...this.#used, { seq, at }].slice(-USED);
    return { ...impression, signals };
  }

  async teach(signals: number, isGood?: (seq: number) => boolean, model = this.#model): Promise<void> {
    const most = (signals - this.signals) * 12;
    for (let tries = 0; tries < most && this.signals < signals; tries += 1) {
      const { impression, relevant } = this.#look(this.person.next(), this.ranker);
      const clicked = this.#click(impression, isGood ?? ((seq) => relevant.has(seq)), model);
      this.impressions.push(clicked);
      this.ranker.learn(clicked);
      const due = this.ranker.boostDue();
      if (due) this.ranker.takeBoosted(trainBoosted(due));
    }
  }

  async measure(queries: readonly AskedQuery[], ranker = this.ranker): Promise<Scores> {
    const scores: Scores = { plain: [], learned: [], certain: [] };
    for (const query of queries) {
      const { candidates, ranking, relevant, impression } = this.#look(query, ranker);
      const all = [...relevant].map(() => 1);
      const score = (list: readonly RankCandidate[]) =>
        ndcg5(
          list.slice(0, 5).map(({ seq }) => (relevant.has(seq) ? 1 : 0)),
          all,
        );
      scores.plain.push(score(candidates));
      scores.learned.push(score(ranking.order.map((at) => candidates[at]!)));
      scores.certain.push(score(this.#world.search(query.text, query.project)));
      this.#click(impression, (seq) => relevant.has(seq), this.#model);
    }
    return scores;
  }
}
