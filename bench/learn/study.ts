import { LAYERS, type Layer, Ranker } from '../../core/rank/index.ts';
import { mean } from './ndcg.ts';
import { type QueryKind, simulatePerson } from './person.ts';
import { Life, type Scores } from './simulate.ts';
import type { World } from './world.ts';

const NOISE = 0.2;

export type Study = {
  readonly people: number;
  readonly seeds: number;
  readonly checkpoints: readonly number[];
  /** Held-out queries asked at each checkpoint. */
  readonly queries: number;
};

/** Mean NDCG@5 of one person, before and after. */
export type Pair = { readonly plain: number; readonly learned: number };

const pairOf = ({ plain, learned }: Scores): Pair => ({ plain: mean(plain), learned: mean(learned) });

const ownOf = (world: World, corpus: string): number[] =>
  world.conversations.flatMap((conversation, at) => (conversation.corpus === corpus ? [at] : []));

const lifeOf = (world: World, corpus: string, kind: QueryKind, seed: number): Life =>
  new Life(world, simulatePerson(world.conversations, ownOf(world, corpus), kind, seed), seed, NOISE);

/** Seeds of every person of a study. */
export const seedsOf = ({ people, seeds }: Study): number[] =>
  Array.from({ length: people * seeds }, (_, at) => 101 + at * 7_919);

export type Checkpoint = {
  readonly signals: number;
  readonly fresh: Pair;
  readonly again: Pair;
  /** With one layer left out, on the same queries as `fresh`. */
  readonly without: Readonly<Partial<Record<Layer, Pair>>>;
};

/** One person's way through the checkpoints; layers are left out at the checkpoint `ablateAt`. */
export const followPerson = (
  world: World,
  corpus: string,
  kind: QueryKind,
  seed: number,
  study: Study,
  ablateAt: number,
): Checkpoint[] => {
  const life = lifeOf(world, corpus, kind, seed);
  return study.checkpoints.map((signals) => {
    life.teach(signals);
    const fresh = life.person.later(study.queries);
    const again = life.person.laterAgain(Math.ceil(study.queries / 2));
    const without: Partial<Record<Layer, Pair>> = {};
    const measured = pairOf(life.measure(fresh));
    if (signals === ablateAt)
      for (const layer of LAYERS) without[layer] = pairOf(life.measure(fresh, leftOut(world, life, layer)));
    return { signals, fresh: measured, again: pairOf(life.measure(again)), without };
  });
};

const leftOut = (world: World, life: Life, layer: Layer): Ranker =>
  Ranker.restore(life.impressions, world.lookup, [layer]);

/** A person whose every click is random. */
export const followRandom = (
  world: World,
  corpus: string,
  seed: number,
  study: Study,
  signals: number,
): Pair => {
  const life = lifeOf(world, corpus, 'keywords', seed);
  life.teach(signals, undefined, 'random');
  return pairOf(life.measure(life.person.later(study.queries)));
};

export type Recovery = { readonly before: Pair; readonly after: Pair };

const RECOVERY_SIGNALS = 30;

const level = (life: Life, study: Study): Pair => pairOf(life.measure(life.person.later(study.queries)));

/** 200 good signals, then 30 clicks on results of strangers, then 30 good ones; each on queries of its own time. */
export const followPoisoned = (world: World, corpus: string, seed: number, study: Study): Recovery => {
  const life = lifeOf(world, corpus, 'keywords', seed);
  life.teach(200);
  const own = new Set(life.person.projects.map((at) => world.conversations[at]!.key));
  const before = level(life, study);
  life.teach(230, (seq) => !own.has(world.lookup(seq)!.conversationKey), 'cascade');
  life.teach(230 + RECOVERY_SIGNALS);
  return { before, after: level(life, study) };
};

/**
 * A person who leaves for other projects after 200 signals. `before` is what 200 signals in the new projects alone
 * give on the same queries; `after` is 30 signals after the move.
 */
export const followMove = (world: World, corpus: string, seed: number, study: Study): Recovery => {
  const life = lifeOf(world, corpus, 'keywords', seed);
  const before = [...life.person.projects];
  const others = ownOf(world, corpus).filter((at) => !before.includes(at));
  const next = [...others, ...before].slice(0, before.length);
  life.teach(200);
  life.person.moveTo(next);
  life.teach(200 + RECOVERY_SIGNALS);
  const queries = life.person.later(study.queries);
  const native = lifeOf(world, corpus, 'keywords', seed);
  native.person.moveTo(next);
  native.teach(200);
  return { before: pairOf(native.measure(queries)), after: pairOf(life.measure(queries)) };
};
