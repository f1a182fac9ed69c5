import type { Signal } from '../../core/rank/index.ts';
import { type ClickModel, clickOn } from './clicks.ts';
import { ndcg5 } from './ndcg.ts';
import type { AskedQuery, Person } from './person.ts';
import { type Random, seeded } from './random.ts';
import type { VaultWorld } from './vault-world.ts';
import type { Scores, Working } from './working.ts';

type Shown = {
  readonly seqs: readonly number[];
  readonly impression: string | undefined;
  readonly relevant: ReadonlySet<number>;
};

/** A person at work with the vault: visits chats, searches, and uses results as people do. */
export class VaultLife implements Working {
  readonly person: Person;
  readonly #world: VaultWorld;
  readonly #random: Random;
  readonly #model: ClickModel;
  readonly #noise: number;
  /** As the vault counts them: several clicks of one burst are one. */
  signals = 0;

  constructor(world: VaultWorld, person: Person, seed: number, noise: number, model?: ClickModel) {
    this.#world = world;
    this.person = person;
    this.#random = seeded(seed ^ 0x5f3759df);
    this.#model = model ?? (seed % 2 === 0 ? 'position' : 'cascade');
    this.#noise = noise;
  }

  async #see(query: AskedQuery): Promise<Shown> {
    const world = this.#world;
    world.now = query.capturedAt;
    await world.visit(query.fresh);
    world.now = query.at;
    const { hits, impression } = await world.ask(
      query.text,
      query.front === undefined ? {} : { front: query.front },
    );
    return {
      seqs: hits.map(({ row }) => row.seq),
      impression,
      relevant: world.relevant(query.project, query.evidence),
    };
  }

  #clicks(shown: readonly number[], isGood: (seq: number) => boolean, model: ClickModel): Signal[] {
    return clickOn(shown, isGood, model, this.#noise, this.#world.now, this.#random);
  }

  /** Lives on until there are `signals` signals, or 12 searches a signal were not enough. */
  async teach(signals: number, isGood?: (seq: number) => boolean, model = this.#model): Promise<void> {
    const { vault } = this.#world;
    const most = (signals - this.signals) * 12;
    for (let tries = 0; tries < most && this.signals < signals; tries += 1) {
      const { seqs, impression, relevant } = await this.#see(this.person.next());
      if (impression === undefined) continue;
      const clicks = this.#clicks(seqs, isGood ?? ((seq) => relevant.has(seq)), model);
      for (const click of clicks) {
        this.#world.now = click.at;
        if (click.kind === 'open') {
          await vault.signal(impression, click.seq, 'open');
          await vault.signal(impression, click.seq, 'dwell', click.dwellMs);
        } else if (click.kind === 'insert' || click.kind === 'copy')
          await vault.signal(impression, click.seq, click.kind);
      }
      if (clicks.length > 0) this.signals = (await vault.learning()).signals;
    }
  }

  /** NDCG@5 on queries with what was learned so far. What is opened here tells where the person is and teaches nothing. */
  async measure(queries: readonly AskedQuery[]): Promise<Scores> {
    const world = this.#world;
    const scores: Scores = { plain: [], learned: [], certain: [] };
    for (const query of queries) {
      const { seqs, relevant } = await this.#see(query);
      const all = [...relevant].map(() => 1);
      const score = (list: readonly number[]) =>
        ndcg5(
          list.map((seq) => (relevant.has(seq) ? 1 : 0)),
          all,
        );
      scores.plain.push(score(await world.plain(query.text)));
      scores.learned.push(score(seqs));
      scores.certain.push(score(await world.plain(query.text, query.project)));
      for (const { seq, kind } of this.#clicks(seqs, (seq) => relevant.has(seq), this.#model))
        if (kind === 'open') await world.vault.memory(seq);
    }
    return scores;
  }
}
