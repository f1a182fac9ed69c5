/** Quality of one ranked list against the set of relevant ids; binary relevance. */
export type Quality = {
  readonly ndcg5: number;
  readonly ndcg10: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr: number;
};

const gain = (rank: number): number => 1 / Math.log2(rank + 2);

const ndcg = (ranked: readonly number[], relevant: ReadonlySet<number>, depth: number): number => {
  let found = 0;
  ranked.slice(0, depth).forEach((id, rank) => {
    if (relevant.has(id)) found += gain(rank);
  });
  let ideal = 0;
  for (let rank = 0; rank < Math.min(depth, relevant.size); rank++) ideal += gain(rank);
  return found / ideal;
};

const recall = (ranked: readonly number[], relevant: ReadonlySet<number>, depth: number): number =>
  ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;

/** NDCG and recall at 5 and 10, and the reciprocal rank (0 beyond the list). `relevant` is not empty. */
export const qualityOf = (ranked: readonly number[], relevant: ReadonlySet<number>): Quality => {
  const first = ranked.findIndex((id) => relevant.has(id));
  return {
    ndcg5: ndcg(ranked, relevant, 5),
    ndcg10: ndcg(ranked, relevant, 10),
    recall5: recall(ranked, relevant, 5),
    recall10: recall(ranked, relevant, 10),
    mrr: first < 0 ? 0 : 1 / (first + 1),
  };
};
