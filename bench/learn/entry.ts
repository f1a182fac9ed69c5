import { LAYERS, Ranker } from '../../core/rank/index.ts';
import type { BenchRecord, WorkerEntry } from '../harness/record.ts';
import { circular } from './circular.ts';
import type { CorpusConversation } from './corpora.ts';
import { bootstrap, mean } from './ndcg.ts';
import { type QueryKind, simulatePerson } from './person.ts';
import { contextOf, Life } from './simulate.ts';
import {
  type Checkpoint,
  followMove,
  followPerson,
  followPoisoned,
  followRandom,
  type Pair,
  type Recovery,
  type Study,
  seedsOf,
} from './study.ts';
import { World } from './world.ts';

type Args = { readonly conversations: readonly CorpusConversation[]; readonly study: Study };
type Emit = (record: Omit<BenchRecord, 'bench' | 'scope'>) => void;

/** The checkpoint whose gain the bars name, and where layers are left out. */
const MAIN = 200;
const KINDS: readonly QueryKind[] = ['keywords', 'questions'];

const relative = (pairs: readonly Pair[]): number =>
  mean(pairs.map(({ learned }) => learned)) / mean(pairs.map(({ plain }) => plain)) - 1;

const curve = (emit: Emit, corpus: string, kind: string, signals: number, pairs: readonly Pair[]): void => {
  const base = { corpus, kind, size: signals, n: pairs.length };
  for (const engine of ['plain', 'learned'] as const)
    emit({
      ...base,
      metric: 'ndcg@5',
      engine,
      unit: 'ratio',
      ...bootstrap(pairs, (sample) => mean(sample.map((pair) => pair[engine]))),
    });
  emit({ ...base, metric: 'gain', engine: 'learned', unit: 'relative', ...bootstrap(pairs, relative) });
};

const ablation = (emit: Emit, corpus: string, kind: string, points: readonly Checkpoint[]): void => {
  for (const layer of LAYERS) {
    const both = points.flatMap(({ fresh, without }) => {
      const left = without[layer];
      return left ? [{ plain: fresh.learned, learned: left.learned }] : [];
    });
    if (both.length === 0) continue;
    const value = bootstrap(both, relative);
    emit({
      metric: 'ablation',
      engine: 'learned',
      corpus,
      kind: `${kind} without ${layer}`,
      size: MAIN,
      n: both.length,
      unit: 'relative',
      ...value,
    });
  }
};

const harm = (emit: Emit, corpus: string, world: World, study: Study): void => {
  const seeds = seedsOf(study);
  const random = seeds.map((seed) => followRandom(world, corpus, seed, study, MAIN));
  const base = { metric: 'harm', engine: 'learned', corpus, unit: 'relative', n: seeds.length } as const;
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
  const poisoned = seeds.map((seed) => followPoisoned(world, corpus, seed, study));
  emit({ ...base, kind: 'adversarial', size: MAIN + 60, ...recovered(poisoned) });
  const moved = seeds.map((seed) => followMove(world, corpus, seed, study));
  emit({ ...base, kind: 'project-change', size: MAIN + 30, ...recovered(moved) });
};

/** Median of re-ranking 100 candidates, and the time to learn 10,000 impressions from nothing. */
const cost = (emit: Emit, world: World): void => {
  const own = world.conversations.map((_, at) => at);
  const life = new Life(world, simulatePerson(world.conversations, own, 'questions', 5), 5, 0.2);
  life.teach(MAIN);
  const query = life.person.next();
  const candidates = world.search(query.text).slice(0, 100);
  const context = contextOf(world, query);
  const times = Array.from({ length: 300 }, () => {
    const started = performance.now();
    life.ranker.rank(candidates, context);
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  const base = { engine: 'learned', corpus: 'all', kind: 'all' } as const;
  emit({
    ...base,
    metric: 'rerank',
    size: candidates.length,
    value: times[150]!,
    unit: 'ms',
    n: times.length,
  });
  const signalled = life.impressions.filter(({ signals }) => signals.length > 0);
  const span = life.impressions.at(-1)!.at - life.impressions[0]!.at;
  const many = Array.from({ length: 10_000 }, (_, id) => {
    const impression = signalled[id % signalled.length]!;
    const round = Math.floor(id / signalled.length);
    return {
      ...impression,
      id,
      at: impression.at + round * span,
      queryKey: `${impression.queryKey}-${round % 40}`,
    };
  });
  const started = performance.now();
  Ranker.restore(many, world.lookup);
  emit({
    ...base,
    metric: 'train',
    size: many.length,
    value: (performance.now() - started) / 1_000,
    unit: 's',
  });
};

/** Runs the study inside the browser's worker, with the shipped index and the shipped ranker. */
const entry: WorkerEntry<Args> = async ({ conversations, study }, bench) => {
  const emit: Emit = (record) => bench.record({ bench: 'learn', scope: 'store', ...record });
  const world = new World(conversations);
  bench.log(
    `${world.size} memories, ${study.people} people × ${study.seeds} seeds, first seed ${seedsOf(study)[0]}`,
  );
  cost(emit, world);
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
  for (const corpus of new Set(conversations.map(({ corpus }) => corpus))) {
    for (const kind of KINDS) {
      const people = seedsOf(study).map((seed) => followPerson(world, corpus, kind, seed, study, MAIN));
      for (const [at, signals] of study.checkpoints.entries()) {
        curve(
          emit,
          corpus,
          kind,
          signals,
          people.map((points) => points[at]!.fresh),
        );
        if (signals > 0)
          curve(
            emit,
            corpus,
            `${kind} again`,
            signals,
            people.map((points) => points[at]!.again),
          );
      }
      ablation(emit, corpus, kind, people.flat());
      bench.log(`${corpus} ${kind} done`);
    }
    harm(emit, corpus, world, study);
  }
};

export default entry;
