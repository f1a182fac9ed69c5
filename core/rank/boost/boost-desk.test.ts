import { describe, expect, it } from 'vitest';
import { Ranker } from '../ranker.ts';
import type { CandidateMeta, Impression, RankCandidate } from '../types.ts';
import { trainBoosted } from './boosted.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 2, 2, 9);

const metaOf = (seq: number): CandidateMeta => ({
  agentId: 'chatgpt',
  role: 'assistant',
  createdAt: START,
  conversationKey: 'default/chatgpt:1',
  site: 'chatgpt',
  pinned: false,
  importance: 3,
  length: 250 + 100 * (seq % 12),
  tags: [],
  hasCode: false,
});

/** Neither short nor long: no weight says so, and to the preferences all are of medium length. */
const isLiked = (seq: number): boolean => metaOf(seq).length > 500 && metaOf(seq).length < 900;

const offered = (id: number): RankCandidate[] =>
  Array.from({ length: 12 }, (_, place) => {
    const seq = id * 12 + ((place * 5 + id * 7) % 12);
    return { seq, score: 10 - place * 0.05, features: [], meta: metaOf(seq), trust: 1 };
  });

const contextOf = (id: number) => ({
  now: START + id * 2 * HOUR_MS,
  query: 'planting plan',
  queryKey: `q${id % 80}`,
  situation: { captures: [] },
});

const work = (
  ranker: Ranker,
  from: number,
  to: number,
  likes: (seq: number, id: number) => boolean,
): Impression[] =>
  Array.from({ length: to - from }, (_, step) => {
    const id = from + step;
    const context = contextOf(id);
    const shown = ranker.impression(offered(id), ranker.rank(offered(id), context), context, id);
    const { seq } = shown.shown.find((item) => likes(item.seq, id))!;
    const impression = { ...shown, signals: [{ kind: 'copy', seq, at: context.now } as const] };
    ranker.learn(impression);
    return impression;
  });

const train = (ranker: Ranker): void => {
  const due = ranker.boostDue();
  if (due) ranker.takeBoosted(trainBoosted(due));
};

const orderOf = (ranker: Ranker, id = 5_000) => ranker.rank(offered(id), contextOf(id)).order;
const firstThree = (ranker: Ranker, id = 5_000) =>
  orderOf(ranker, id)
    .slice(0, 3)
    .map((at) => isLiked(offered(id)[at]!.seq));

describe('the second phase', { timeout: 60_000 }, () => {
  it('is not due below 200 signals over 50 queries', () => {
    const ranker = Ranker.restore([], metaOf);
    work(ranker, 0, 190, isLiked);
    expect(ranker.boostDue()).toBeUndefined();
    expect(ranker.boosted()).toEqual({ state: 'none' });
  });

  it('orders by trees once they won, and goes back by itself once they lose', () => {
    const ranker = Ranker.restore([], metaOf);
    work(ranker, 0, 320, isLiked);
    expect(ranker.boosted().state).toBe('due');
    train(ranker);
    expect(ranker.boosted()).toMatchObject({ state: 'used' });
    expect(firstThree(ranker)).toEqual(Array(3).fill(true));
    // From now on what search finds best is right, whatever its length.
    work(ranker, 320, 365, (seq, id) => seq === offered(id)[0]!.seq);
    expect(ranker.boosted().state).toBe('rolled-back');
  });

  it('is exactly what it would be had a day never been recorded', () => {
    const ranker = Ranker.restore([], metaOf);
    const impressions = work(ranker, 0, 330, isLiked);
    train(ranker);
    const isForgotten = ({ id }: Impression) => id >= 100 && id < 112;
    ranker.unlearn(isForgotten);
    expect(ranker.boosted()).toEqual({ state: 'due' });
    train(ranker);
    const never = Ranker.restore(
      impressions.filter((impression) => !isForgotten(impression)),
      metaOf,
    );
    train(never);
    expect(ranker.boosted()).toEqual(never.boosted());
    expect(ranker.boosted().state).toBe('used');
    for (const id of [5_000, 5_001, 5_002]) expect(orderOf(ranker, id)).toEqual(orderOf(never, id));
  });

  it('keeps trees that never saw what is forgotten', () => {
    const ranker = Ranker.restore([], metaOf);
    work(ranker, 0, 260, isLiked);
    train(ranker);
    work(ranker, 260, 268, isLiked);
    ranker.unlearn(({ id }) => id >= 260);
    expect(ranker.boosted().state).toBe('used');
  });
});
