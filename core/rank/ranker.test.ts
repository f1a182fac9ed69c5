import { describe, expect, it } from 'vitest';
import { FEATURES } from './feature-space.ts';
import { Ranker } from './ranker.ts';
import type { CandidateMeta, Impression, RankCandidate, Signal } from './types.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = Date.UTC(2026, 2, 2, 9);

const metaOf = (seq: number): CandidateMeta => ({
  agentId: 'chatgpt',
  role: seq % 3 === 0 ? 'user' : 'assistant',
  createdAt: START - seq * HOUR_MS,
  conversationKey: seq % 2 === 0 ? 'default/chatgpt:garden' : 'default/claude:boat',
  site: 'chatgpt',
  pinned: false,
  importance: 3,
  length: 300 + seq,
  tags: [],
  hasCode: false,
});

const candidates = (count = 12): RankCandidate[] =>
  Array.from({ length: count }, (_, seq) => ({
    seq,
    score: 10 - seq * 0.15,
    features: [seq % 5, count - seq],
    meta: metaOf(seq),
    trust: 1,
  }));

/** A person who opens one result per search, two hours apart, each time by another query. */
const taught = (count: number, wanted: (at: number) => number, kind: 'copy' | 'thumbs-down' = 'copy') => {
  const ranker = Ranker.restore([], metaOf);
  const impressions: Impression[] = [];
  for (let id = 0; id < count; id += 1) {
    const context = {
      now: START + id * 2 * HOUR_MS,
      query: 'planting plan',
      queryKey: `q${id % 60}`,
      situation: { captures: [id % 12] },
    };
    const offered = candidates();
    const shown = ranker.impression(offered, ranker.rank(offered, context), context, id);
    const signal: Signal = { kind, seq: wanted(id), at: context.now + MINUTE_MS };
    impressions.push({ ...shown, signals: [signal] });
    ranker.learn(impressions.at(-1)!);
  }
  return { ranker, impressions };
};

const LATER = START + 500 * HOUR_MS;

const asking = (front: number, queryKey = 'new') => ({
  now: LATER,
  query: 'planting plan',
  queryKey,
  situation: { captures: [front], front },
});

const placeOf = (ranker: Ranker, seq: number, front = 0, queryKey = 'new'): number =>
  ranker.rank(candidates(), asking(front, queryKey)).order.indexOf(seq);

describe('ranker', () => {
  it('leaves the search order untouched below 20 signals', () => {
    const { ranker } = taught(19, () => 9);
    const ranking = ranker.rank(candidates(), asking(1));
    expect(ranking.phase).toBe(0);
    expect(ranking.order).toEqual(ranking.plainPosition);
    expect(ranker.phase().next).toEqual({ signals: 20, queries: 0 });
  });

  it('gives the same query two orders in two projects', () => {
    const { ranker } = taught(80, (at) => at % 12);
    const inGarden = ranker.rank(candidates(), asking(0));
    const onBoat = ranker.rank(candidates(), asking(1));
    expect(inGarden.project?.winner?.key).toBe('default/chatgpt:garden');
    expect(onBoat.project?.winner?.key).toBe('default/claude:boat');
    expect(inGarden.order.slice(0, 3).every((seq) => seq % 2 === 0)).toBe(true);
    expect(onBoat.order.slice(0, 3).every((seq) => seq % 2 === 1)).toBe(true);
  });

  it('lowers a memory after three thumbs down', () => {
    const { ranker } = taught(60, (at) => (at % 2 === 0 ? 4 : 5));
    const before = placeOf(ranker, 2, 0, 'again');
    for (let time = 0; time < 3; time += 1) {
      const context = { ...asking(0, 'again'), now: LATER - (6 - 2 * time) * HOUR_MS };
      const offered = candidates();
      const shown = ranker.impression(offered, ranker.rank(offered, context), context, 1_000 + time);
      ranker.learn({ ...shown, signals: [{ kind: 'thumbs-down', seq: 2, at: context.now }] });
    }
    expect(placeOf(ranker, 2, 0, 'again')).toBeGreaterThan(before);
  });

  it('becomes exactly the model without a day when the day is erased', () => {
    const { ranker, impressions } = taught(120, (at) => (at * 7) % 12);
    const day = (impression: Impression) =>
      impression.at >= START + 40 * HOUR_MS && impression.at < START + 64 * HOUR_MS;
    expect(ranker.unlearn(day)).toBe(12);
    const never = Ranker.restore(
      impressions.filter((impression) => !day(impression)),
      metaOf,
    );
    expect(ranker.state.weights).toEqual(never.state.weights);
    expect(ranker.rank(candidates(), asking(1))).toEqual(never.rank(candidates(), asking(1)));
  });

  it('learns the same one impression at a time as all at once', () => {
    const { ranker, impressions } = taught(90, (at) => (at * 5) % 12);
    const again = Ranker.restore(impressions.toReversed(), metaOf);
    expect(again.state.weights).toEqual(ranker.state.weights);
    expect(again.rank(candidates(), asking(0))).toEqual(ranker.rank(candidates(), asking(0)));
  });

  it('takes in a signal that comes late', () => {
    const { ranker, impressions } = taught(40, () => 3);
    const late = { ...impressions[5]!, signals: [{ kind: 'thumbs-down', seq: 3, at: START } as const] };
    ranker.learn(late);
    const expected = Ranker.restore(
      impressions.map((impression) => (impression.id === 5 ? late : impression)),
      metaOf,
    );
    expect(ranker.state.weights).toEqual(expected.state.weights);
  });

  it('learns nothing from memories that are gone', () => {
    const { impressions } = taught(60, (at) => at % 12);
    const ranker = Ranker.restore(impressions, () => undefined);
    expect(ranker.state.lists.every(({ rows }) => rows.length === 0)).toBe(true);
  });

  it('lifts what fits the next step of the work, and learns from the fit of that moment', () => {
    const { ranker } = taught(80, (at) => at % 12);
    const fits = { ...asking(0), workflowFit: (seq: number) => (seq === 8 ? 1 : 0) };
    const offered = candidates();
    const before = ranker.rank(offered, asking(0)).order.indexOf(8);
    const ranking = ranker.rank(offered, fits);
    expect(ranking.order.indexOf(8)).toBeLessThan(before);
    const shown = ranker.impression(offered, ranking, fits, 2_000);
    expect(shown.shown.find(({ seq }) => seq === 8)?.fit).toBe(1);
    ranker.learn({ ...shown, signals: [{ kind: 'copy', seq: 8, at: LATER }] });
    const column = FEATURES.indexOf('workflow');
    expect(ranker.state.lists.at(-1)?.rows.filter((row) => row[column] === 1)).toHaveLength(1);
  });

  it('says in words why a result stands where it stands', () => {
    const { ranker } = taught(80, (at) => at % 12);
    const ranking = ranker.rank(candidates(), asking(0));
    const [first] = ranking.order;
    const sentences = ranking.why[first!]!.map(({ sentence }) => sentence);
    expect(sentences).toContain('It belongs to the project you are in now.');
    expect(ranking.why[first!]!.reduce((sum, { share }) => sum + Math.abs(share), 0)).toBeLessThanOrEqual(
      1 + 1e-9,
    );
  });

  it('counts a burst of clicks on one result as one use', () => {
    const { ranker } = taught(40, (at) => at % 12);
    const uses = (copies: number): number => {
      const copy = Ranker.restore([...taught(40, (at) => at % 12).impressions], metaOf);
      for (let time = 0; time < copies; time += 1) {
        const context = { ...asking(0, 'burst'), now: LATER + time * 1_000 };
        const offered = candidates();
        const shown = copy.impression(offered, copy.rank(offered, context), context, 500 + time);
        copy.learn({ ...shown, signals: [{ kind: 'copy', seq: 8, at: context.now }] });
      }
      return copy.state.layers.uses.used(8, LATER);
    };
    expect(uses(30)).toBeCloseTo(uses(1), 3);
    expect(ranker.state.layers.uses.used(8, START)).toBeLessThan(2);
  });

  it('learns less from a memory that is trusted less', () => {
    const usesWith = (trust: number): number => {
      const { impressions } = taught(40, (at) => at % 12);
      const offered = candidates().map((candidate) => ({ ...candidate, trust }));
      const ranker = Ranker.restore(impressions, metaOf);
      const context = asking(0, 'doubtful');
      const shown = ranker.impression(offered, ranker.rank(offered, context), context, 900);
      ranker.learn({ ...shown, signals: [{ kind: 'copy', seq: 8, at: context.now }] });
      return ranker.state.layers.uses.usedFor('doubtful', 8, LATER);
    };
    expect(usesWith(1)).toBeGreaterThan(0.7);
    expect(usesWith(0.3)).toBeLessThan(0.3);
    expect(usesWith(0)).toBe(0);
  });
});
