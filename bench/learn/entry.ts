import { LAYERS } from '../../core/rank/index.ts';
import type { BenchRecord, WorkerEntry } from '../harness/record.ts';
import { circular } from './circular.ts';
import type { CorpusConversation } from './corpora.ts';
import { cost } from './cost.ts';
import { cycles } from './cycles.ts';
import { bootstrap, mean } from './ndcg.ts';
import type { QueryKind } from './person.ts';
import {
  besideRanker,
  type Checkpoint,
  everybody,
  followMove,
  followPerson,
  followPoisoned,
  followRandom,
  type Home,
  inVault,
  type Levels,
  leaveOutLayers,
  type Move,
  type Pair,
  type Recovery,
  type Someone,
  type Study,
} from './study.ts';
import { VaultWorld } from './vault-world.ts';
import { World } from './world.ts';

type Args = {
  readonly conversations: readonly CorpusConversation[];
  readonly corpus: string;
  readonly study: Study;
  /** Whether this worker also measures what no data set changes. */
  readonly general: boolean;
};
type Emit = (record: Omit<BenchRecord, 'bench' | 'scope'> & { readonly scope?: string }) => void;

/** The checkpoint whose gain the bars name, and where layers are left out. */
const MAIN = 200;
const KINDS: readonly QueryKind[] = ['keywords', 'questions'];

const relative = (pairs: readonly Pair[]): number =>
  mean(pairs.map(({ learned }) => learned)) / mean(pairs.map(({ plain }) => plain)) - 1;

const curve = (
  emit: Emit,
  at: { readonly corpus: string; readonly scope: string; readonly kind: string; readonly size: number },
  levels: readonly Levels[],
): void => {
  const base = { ...at, n: levels.length };
  for (const engine of ['plain', 'learned', 'certain'] as const)
    emit({
      ...base,
      metric: 'ndcg@5',
      engine,
      unit: 'ratio',
      ...bootstrap(levels, (sample) => mean(sample.map((level) => level[engine]))),
    });
  const gains = {
    learned: levels,
    certain: levels.map(({ plain, certain }) => ({ plain, learned: certain })),
  };
  for (const [engine, pairs] of Object.entries(gains))
    emit({ ...base, metric: 'gain', engine, unit: 'relative', ...bootstrap(pairs, relative) });
  emit({
    ...base,
    metric: 'points',
    engine: 'learned',
    unit: 'points',
    ...bootstrap(levels, (sample) => 100 * mean(sample.map(({ plain, learned }) => learned - plain))),
  });
};

type Lived = { readonly someone: Someone; readonly points: readonly Checkpoint[] };

/** Curves of some people in one scope. */
const curves = (emit: Emit, corpus: string, scope: string, kind: string, people: readonly Lived[]): void => {
  for (const size of new Set(people.flatMap(({ points }) => points.map(({ signals }) => signals)))) {
    const here = people.flatMap(({ points }) => points.filter(({ signals }) => signals === size));
    curve(
      emit,
      { corpus, scope, kind, size },
      here.map(({ fresh }) => fresh),
    );
    const used = here.filter(({ trees }) => trees === 'used').length / here.length;
    if (scope !== 'vault')
      emit({
        corpus,
        scope,
        kind,
        size,
        metric: 'trees-used',
        engine: 'learned',
        value: used,
        unit: 'ratio',
        n: here.length,
      });
    if (size > 0)
      curve(
        emit,
        { corpus, scope, kind: `${kind} again`, size },
        here.map(({ again }) => again),
      );
  }
};

const ablation = async (
  emit: Emit,
  corpus: string,
  kind: QueryKind,
  world: World,
  people: readonly Someone[],
  queries: number,
): Promise<void> => {
  const left: Awaited<ReturnType<typeof leaveOutLayers>>[] = [];
  for (const someone of people) left.push(await leaveOutLayers(world, someone, kind, MAIN, queries));
  for (const layer of LAYERS)
    emit({
      metric: 'ablation',
      engine: 'learned',
      corpus,
      kind: `${kind} without ${layer}`,
      size: MAIN,
      n: people.length,
      unit: 'relative',
      ...bootstrap(
        left.map((byLayer) => byLayer[layer]),
        relative,
      ),
    });
};

const harm = async (
  emit: Emit,
  corpus: string,
  home: Home,
  people: readonly Someone[],
  queries: number,
): Promise<void> => {
  const base = { metric: 'harm', engine: 'learned', corpus, unit: 'relative', n: people.length } as const;
  const random: Levels[] = [];
  const poisoned: Recovery[] = [];
  const moved: Move[] = [];
  for (const someone of people) {
    random.push(await followRandom(home, someone, MAIN, queries));
    poisoned.push(await followPoisoned(home, someone, queries));
    moved.push(await followMove(home, someone, queries));
  }
  emit({ ...base, kind: 'random', size: MAIN, ...bootstrap(random, relative) });
  // Both lives of a person are asked the same queries.
  const recovered = (all: readonly Recovery[]) =>
    bootstrap(
      all.map(({ before, after }) => ({ plain: before.learned, learned: after.learned })),
      relative,
    );
  emit({ ...base, kind: 'adversarial', size: MAIN + 60, ...recovered(poisoned) });
  emit({ ...base, kind: 'project-change', size: MAIN + 30, ...recovered(moved) });
  const newcomers = moved.map(({ newcomer, after }) => ({ before: newcomer, after }));
  emit({ ...base, kind: 'project-change against a newcomer', size: MAIN + 30, ...recovered(newcomers) });
  const whereabouts = moved.flatMap((move) => move.whereabouts ?? []);
  emit({ ...base, kind: 'project-change without reuse', size: MAIN + 30, ...recovered(whereabouts) });
};

const general = async (emit: Emit, world: World): Promise<void> => {
  const { candidates, rerank, runs, train, lists, trees } = await cost(world);
  const base = { engine: 'learned', corpus: 'all', kind: 'all' } as const;
  emit({ ...base, metric: 'rerank', size: candidates, value: rerank, unit: 'ms', n: runs });
  emit({ ...base, metric: 'train', size: 10_000, value: train, unit: 's' });
  emit({ ...base, metric: 'train-trees', size: lists, value: trees, unit: 's' });
  for (const [engine, value] of Object.entries(circular()))
    emit({
      metric: 'ndcg@5',
      engine,
      corpus: 'generated',
      kind: 'circular',
      size: 1_000,
      unit: 'ratio',
      ...value,
    });
};

/** People at work in no data set: whose days go in rounds, and whose days follow no order. */
const habits = (emit: Emit): void => {
  for (const [kind, value] of Object.entries(cycles()))
    emit({
      metric: 'gain',
      engine: 'learned',
      corpus: 'generated',
      kind: `workflow ${kind}`,
      size: 200,
      unit: 'relative',
      ...value,
    });
};

/**
 * People of one data set at work: all of them beside the ranker alone (scope `store`; `held-out` for those nobody tuned
 * on), and some of them in the vault through its public calls (scope `vault`).
 */
const entry: WorkerEntry<Args> = async ({ conversations, corpus, study, general: isGeneral }, bench) => {
  const emit: Emit = (record) => bench.record({ bench: 'learn', scope: 'store', ...record });
  const world = new World(conversations);
  if (isGeneral) {
    await general(emit, world);
    habits(emit);
  }
  const people = everybody(conversations, corpus, study);
  const first = people.slice(0, study.people);
  bench.log(
    `${corpus}: ${world.size} memories, ${study.people} people × ${study.seeds} seeds, first ${people[0]?.seed}`,
  );
  const { checkpoints, queries } = study;
  const live = async (home: Home, kind: QueryKind, some: readonly Someone[], at: readonly number[]) => {
    const lives: Lived[] = [];
    for (const someone of some)
      lives.push({ someone, points: await followPerson(home, someone, kind, at, queries) });
    return lives;
  };
  const alone = besideRanker(world);
  for (const kind of KINDS) {
    const lives = await live(alone, kind, people, checkpoints);
    curves(emit, corpus, 'store', kind, lives);
    curves(
      emit,
      corpus,
      'held-out',
      kind,
      lives.filter(({ someone }) => someone.heldOut),
    );
    await ablation(emit, corpus, kind, world, first, queries);
    bench.log(`${corpus} ${kind}: the ranker alone is done`);
  }
  await harm(emit, corpus, alone, first, study.queriesOfHarm);
  bench.log(`${corpus}: harm is done`);
  const home = inVault(await VaultWorld.open(conversations));
  const early = checkpoints.filter((signals) => signals <= MAIN);
  for (const kind of KINDS) {
    curves(emit, corpus, 'vault', kind, await live(home, kind, people.slice(0, study.inVault), early));
    bench.log(`${corpus} ${kind}: the vault is done`);
  }
};

export default entry;
