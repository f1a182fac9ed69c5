import { LAYERS } from '../../core/rank/index.ts';
import type { BenchRecord, WorkerEntry } from '../harness/record.ts';
import { circular } from './circular.ts';
import type { CorpusConversation } from './corpora.ts';
import { cost } from './cost.ts';
import { bootstrap, mean } from './ndcg.ts';
import type { QueryKind } from './person.ts';
import {
  type Checkpoint,
  everybody,
  followMove,
  followPerson,
  followPoisoned,
  followRandom,
  type Levels,
  leaveOutLayers,
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

/** Curves over everybody, and over those held out alone. */
const curves = (
  emit: Emit,
  corpus: string,
  kind: string,
  people: readonly { readonly someone: Someone; readonly points: readonly Checkpoint[] }[],
): void => {
  const scopes = { store: people, 'held-out': people.filter(({ someone }) => someone.heldOut) };
  for (const [scope, some] of Object.entries(scopes))
    for (const size of new Set(some.flatMap(({ points }) => points.map(({ signals }) => signals)))) {
      const here = some.flatMap(({ points }) => points.filter(({ signals }) => signals === size));
      curve(
        emit,
        { corpus, scope, kind, size },
        here.map(({ fresh }) => fresh),
      );
      if (size > 0)
        curve(
          emit,
          { corpus, scope, kind: `${kind} again`, size },
          here.map(({ again }) => again),
        );
    }
};

const ablation = (
  emit: Emit,
  corpus: string,
  kind: QueryKind,
  world: World,
  people: readonly Someone[],
  queries: number,
): void => {
  const left = people.map((someone) => leaveOutLayers(world, someone, kind, MAIN, queries));
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
  world: VaultWorld,
  people: readonly Someone[],
  queries: number,
): Promise<void> => {
  const base = { metric: 'harm', engine: 'learned', corpus, unit: 'relative', n: people.length } as const;
  const random: Levels[] = [];
  const poisoned: Recovery[] = [];
  const moved: Recovery[] = [];
  for (const someone of people) {
    random.push(await followRandom(world, someone, MAIN, queries));
    poisoned.push(await followPoisoned(world, someone, queries));
    moved.push(await followMove(world, someone, queries));
  }
  emit({ ...base, kind: 'random', size: MAIN, ...bootstrap(random, relative) });
  // Learned over plain, after against before: queries of different weeks are not equally hard.
  const recovered = (all: readonly Recovery[]) =>
    bootstrap(
      all,
      (sample) =>
        (1 + relative(sample.map(({ after }) => after))) /
          (1 + relative(sample.map(({ before }) => before))) -
        1,
    );
  emit({ ...base, kind: 'adversarial', size: MAIN + 60, ...recovered(poisoned) });
  emit({ ...base, kind: 'project-change', size: MAIN + 30, ...recovered(moved) });
};

const general = (emit: Emit, world: World): void => {
  const { candidates, rerank, runs, train } = cost(world);
  const base = { engine: 'learned', corpus: 'all', kind: 'all' } as const;
  emit({ ...base, metric: 'rerank', size: candidates, value: rerank, unit: 'ms', n: runs });
  emit({ ...base, metric: 'train', size: 10_000, value: train, unit: 's' });
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

/** People of one data set at work with a vault that holds everybody's conversations. */
const entry: WorkerEntry<Args> = async ({ conversations, corpus, study, general: isGeneral }, bench) => {
  const emit: Emit = (record) => bench.record({ bench: 'learn', scope: 'store', ...record });
  const alone = new World(conversations);
  if (isGeneral) general(emit, alone);
  const world = await VaultWorld.open(conversations);
  const people = everybody(conversations, corpus, study);
  const first = people.slice(0, study.people);
  bench.log(
    `${corpus}: ${world.size} memories, ${study.people} people × ${study.seeds} seeds, first ${people[0]?.seed}`,
  );
  const { checkpoints, queries } = study;
  for (const kind of KINDS) {
    const lives: { someone: Someone; points: Checkpoint[] }[] = [];
    for (const someone of people) {
      // Beyond the main checkpoint a life is long: one of each person's seeds goes there.
      const own = first.includes(someone) ? checkpoints : checkpoints.filter((signals) => signals <= MAIN);
      lives.push({ someone, points: await followPerson(world, someone, kind, own, queries) });
      bench.log(`${corpus} ${kind} ${lives.length} of ${people.length}`);
    }
    curves(emit, corpus, kind, lives);
    ablation(emit, corpus, kind, alone, first, queries);
  }
  await harm(emit, corpus, world, first, queries);
};

export default entry;
