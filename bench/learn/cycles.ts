import {
  ACTIVITIES,
  type Activity,
  type ActivityEvent,
  type CandidateMeta,
  type Impression,
  type RankCandidate,
  type RankContext,
  Ranker,
  Workflow,
} from '../../core/rank/index.ts';
import { bootstrap, mean, ndcg5 } from './ndcg.ts';
import { pick, type Random, seeded, shuffled } from './random.ts';

const PEOPLE = 20;
const MEMORIES = 600;
const CANDIDATES = 50;
const TAUGHT = 200;
const ASKED = 40;
const STEPS = 4;
/** A step is another one than the habit says this often, and so is what is looked for. */
const NOISE = 0.3;
const START = Date.UTC(2025, 0, 6);
const SEARCHES_A_DAY = 10;
const MINUTE_MS = 60_000;

type Levels = { readonly plain: number; readonly learned: number };

const metaOf = (seq: number): CandidateMeta => ({
  agentId: 'agent',
  role: 'assistant',
  createdAt: START,
  conversationKey: 'chat',
  site: 'site',
  pinned: false,
  importance: 3,
  length: 400,
  tags: [],
  hasCode: seq % 2 === 0,
});

/** Steps of a day's work: round by round, or in no order at all. */
const stepsOf = (random: Random, isOrdered: boolean) => {
  const cycle = shuffled(random, ACTIVITIES).slice(0, STEPS);
  let at = 0;
  return {
    next: (): Activity => {
      at += 1;
      return isOrdered && random() >= NOISE ? cycle[at % STEPS]! : pick(random, cycle);
    },
    /** What the person will want next; nobody but they know. */
    wanted: (): Activity => (isOrdered && random() >= NOISE ? cycle[(at + 1) % STEPS]! : pick(random, cycle)),
  };
};

const live = (seed: number, isOrdered: boolean): Levels => {
  const random = seeded(seed);
  const steps = stepsOf(random, isOrdered);
  const activities = Array.from({ length: MEMORIES }, () => pick(random, ACTIVITIES));
  const events: ActivityEvent[] = [];
  const impressions: Impression[] = [];
  const ranker = Ranker.restore([], metaOf);
  let now = START;
  let asked = 0;
  const ask = () => {
    now += (asked % SEARCHES_A_DAY === 0 ? 16 * 60 : 20) * MINUTE_MS;
    asked += 1;
    events.push({ activity: steps.next(), at: now });
    const wanted = steps.wanted();
    const seqs = shuffled(
      random,
      Array.from({ length: MEMORIES }, (_, seq) => seq),
    ).slice(0, CANDIDATES);
    const candidates = seqs.map(
      (seq): RankCandidate => ({ seq, score: 5 + random() * 3, features: [], meta: metaOf(seq), trust: 1 }),
    );
    candidates.sort((a, b) => b.score - a.score);
    const target = candidates.find(({ seq }) => activities[seq] === wanted)?.seq;
    const workflow = new Workflow(events.slice(-300));
    const context: RankContext = {
      now,
      query: 'the usual words',
      queryKey: `q${impressions.length % 60}`,
      situation: { captures: [] },
      ...(workflow.skill > 0 ? { workflowFit: (seq: number) => workflow.fit(activities[seq]!) } : {}),
    };
    return { candidates, context, target };
  };
  const score = (order: readonly RankCandidate[], target: number | undefined): number =>
    ndcg5(
      order.map(({ seq }) => (seq === target ? 1 : 0)),
      [1],
    );
  const plain: number[] = [];
  const learned: number[] = [];
  for (let search = 0; search < TAUGHT + ASKED; search += 1) {
    const { candidates, context, target } = ask();
    const ranking = ranker.rank(candidates, context);
    if (search >= TAUGHT) {
      plain.push(score(candidates, target));
      learned.push(
        score(
          ranking.order.map((at) => candidates[at]!),
          target,
        ),
      );
      continue;
    }
    const shown = ranker.impression(candidates, ranking, context, search);
    const signals = shown.shown.some(({ seq }) => seq === target)
      ? [{ kind: 'copy', seq: target!, at: now } as const]
      : [];
    impressions.push({ ...shown, signals });
    ranker.learn(impressions.at(-1)!);
  }
  return { plain: mean(plain), learned: mean(learned) };
};

/**
 * What the workflow layer does for people whose work goes in rounds, and for people whose work follows no order, by
 * construction: of equally likely results, the one is wanted that belongs to their next step. Relative to the plain order.
 */
export const cycles = (): Record<'ordered' | 'orderless', { value: number; low: number; high: number }> => {
  const gain = (sample: readonly Levels[]): number =>
    mean(sample.map(({ learned }) => learned)) / mean(sample.map(({ plain }) => plain)) - 1;
  const over = (isOrdered: boolean) =>
    bootstrap(
      Array.from({ length: PEOPLE }, (_, person) => live(400_009 + 7_919 * person, isOrdered)),
      gain,
    );
  return { ordered: over(true), orderless: over(false) };
};
