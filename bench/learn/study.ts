import { type BoostState, LAYERS, type Layer } from '../../core/rank/index.ts';
import { mean } from './ndcg.ts';
import { type QueryKind, simulatePerson } from './person.ts';
import { Life } from './simulate.ts';
import { VaultLife } from './vault-life.ts';
import type { VaultWorld } from './vault-world.ts';
import type { Scores, Working } from './working.ts';
import type { World } from './world.ts';

const NOISE = 0.2;
const RECOVERY_SIGNALS = 30;

export type Study = {
  readonly people: number;
  readonly seeds: number;
  /** People who also live in the vault: a life there takes as long as five beside it. */
  readonly inVault: number;
  readonly checkpoints: readonly number[];
  /** Held-out queries asked at each checkpoint. */
  readonly queries: number;
  /** Held-out queries asked after something went wrong: differences there are small. */
  readonly queriesOfHarm: number;
};

/** Mean NDCG@5 of one person: plain, learned, and plain with the project known for certain. */
export type Levels = { readonly plain: number; readonly learned: number; readonly certain: number };
export type Pair = Pick<Levels, 'plain' | 'learned'>;

const levelsOf = ({ plain, learned, certain }: Scores): Levels => ({
  plain: mean(plain),
  learned: mean(learned),
  certain: mean(certain),
});

/** Somebody of the study. Those of the first half were there when weights were chosen, the others never. */
export type Someone = {
  readonly seed: number;
  /** Conversations they may work in. */
  readonly own: readonly number[];
  readonly heldOut: boolean;
};

const FEWEST_TO_SPLIT = 8;
const FIRST_SEED = 700_001;

/**
 * Everybody of a study: every other person is held out, and where a data set has 8 conversations or more, works in
 * other conversations than the rest.
 */
export const everybody = (
  conversations: readonly { readonly corpus: string }[],
  corpus: string,
  { people, seeds }: Study,
): Someone[] => {
  const all = conversations.flatMap((conversation, at) => (conversation.corpus === corpus ? [at] : []));
  return Array.from({ length: people * seeds }, (_, person) => {
    const half = person % 2;
    const own = all.length < FEWEST_TO_SPLIT ? all : all.filter((_, at) => at % 2 === half);
    return { seed: FIRST_SEED + person * 7_919, own, heldOut: half === 1 };
  });
};

const MONTH_MS = 30 * 86_400_000;

/** Where people live: in the vault, or beside the ranker alone. */
export type Home = {
  readonly start: (someone: Someone, kind: QueryKind) => Promise<Working>;
  readonly conversationOf: (seq: number) => number | undefined;
};

export const inVault = (world: VaultWorld): Home => ({
  conversationOf: (seq) => world.conversationOf(seq),
  start: async ({ seed, own }, kind) => {
    await world.forgetBehaviour();
    const person = simulatePerson(world.conversations, own, kind, seed, world.now + MONTH_MS);
    return new VaultLife(world, person, seed, NOISE);
  },
});

const lifeIn = (world: World, { seed, own }: Someone, kind: QueryKind): Life =>
  new Life(world, simulatePerson(world.conversations, own, kind, seed), seed, NOISE);

export const besideRanker = (world: World): Home => ({
  conversationOf: (seq) => world.conversationOf(seq),
  start: async (someone, kind) => lifeIn(world, someone, kind),
});

export type Checkpoint = {
  readonly signals: number;
  readonly fresh: Levels;
  readonly again: Levels;
  readonly trees?: BoostState;
};

/** One person's way through the checkpoints. */
export const followPerson = async (
  home: Home,
  someone: Someone,
  kind: QueryKind,
  checkpoints: readonly number[],
  queries: number,
): Promise<Checkpoint[]> => {
  const life = await home.start(someone, kind);
  const points: Checkpoint[] = [];
  for (const signals of checkpoints) {
    await life.teach(signals);
    const fresh = levelsOf(await life.measure(life.person.later(queries)));
    const again = levelsOf(await life.measure(life.person.laterAgain(Math.ceil(queries / 2))));
    points.push({ signals, fresh, again, ...(life.trees ? { trees: life.trees } : {}) });
  }
  return points;
};

/** The ranker alone with each layer left out, on one person's held-out queries: `plain` is the whole ranker. */
export const leaveOutLayers = async (
  world: World,
  someone: Someone,
  kind: QueryKind,
  signals: number,
  queries: number,
): Promise<Readonly<Record<Layer, Pair>>> => {
  const life = lifeIn(world, someone, kind);
  await life.teach(signals);
  const asked = life.person.later(queries);
  const whole = mean((await life.measure(asked)).learned);
  const left = {} as Record<Layer, Pair>;
  for (const layer of LAYERS)
    left[layer] = { plain: whole, learned: mean((await life.measure(asked, life.without(layer))).learned) };
  return left;
};

/** A person whose every click is random. */
export const followRandom = async (
  home: Home,
  someone: Someone,
  signals: number,
  queries: number,
): Promise<Levels> => {
  const life = await home.start(someone, 'keywords');
  await life.teach(signals, undefined, 'random');
  return levelsOf(await life.measure(life.person.later(queries)));
};

export type Recovery = { readonly before: Pair; readonly after: Pair };

/**
 * 200 good signals, then 30 clicks on results of strangers, then 30 good ones. `before` is the same person without the
 * poison: 230 good signals.
 */
export const followPoisoned = async (home: Home, someone: Someone, queries: number): Promise<Recovery> => {
  const measured = async (poisoned: boolean): Promise<Levels> => {
    const life = await home.start(someone, 'keywords');
    await life.teach(200);
    const own = new Set(life.person.projects);
    if (poisoned) await life.teach(230, (seq) => !own.has(home.conversationOf(seq)!), 'cascade');
    await life.teach((poisoned ? 230 : 200) + RECOVERY_SIGNALS);
    return levelsOf(await life.measure(life.person.later(queries)));
  };
  return { before: await measured(false), after: await measured(true) };
};

export type Move = Recovery & {
  /** What the same 30 signals give a person who begins with them. */
  readonly newcomer: Pair;
  /** Both lives without their memory of uses, which 30 signals cannot fill as 200 do. */
  readonly whereabouts?: Recovery;
};

/**
 * A person who leaves for other projects after 200 signals, 30 signals later. `before` is what 200 signals in the new
 * projects alone give.
 */
export const followMove = async (home: Home, someone: Someone, queries: number): Promise<Move> => {
  const life = await home.start(someone, 'keywords');
  const old = life.person.projects;
  const others = someone.own.filter((at) => !old.includes(at));
  const next = [...others, ...old].slice(0, old.length);
  await life.teach(200);
  life.person.moveTo(next);
  await life.teach(200 + RECOVERY_SIGNALS);
  const asked = life.person.later(queries);
  const after = levelsOf(await life.measure(asked));
  const native = await home.start(someone, 'keywords');
  native.person.moveTo(next);
  await native.teach(200);
  const own = native.person.later(queries);
  const before = levelsOf(await native.measure(own));
  const begun = await home.start(someone, 'keywords');
  begun.person.moveTo(next);
  await begun.teach(RECOVERY_SIGNALS);
  const newcomer = levelsOf(await begun.measure(begun.person.later(queries)));
  if (!(life instanceof Life && native instanceof Life)) return { before, after, newcomer };
  const whereabouts = {
    before: levelsOf(await native.measure(own, native.without('reuse'))),
    after: levelsOf(await life.measure(asked, life.without('reuse'))),
  };
  return { before, after, newcomer, whereabouts };
};
