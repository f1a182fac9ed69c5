import type { TopicState } from '../types.ts';

/** Share of the smaller side that two topics must have in common to be one and the same. */
const MIN_OVERLAP = 0.3;

/**
 * Ids for the communities of one level: a community takes the id of the earlier topic it shares most memories with,
 * each id once, largest overlap first; the rest get new ids from `nextId` on.
 */
export const matchTopics = (
  seqs: Uint32Array,
  communityOf: Uint32Array,
  previous: TopicState | undefined,
  level: number,
  nextId: number,
): { readonly ids: Uint32Array; readonly nextId: number } => {
  let communities = 0;
  for (const c of communityOf) if (c >= communities) communities = c + 1;
  const ids = new Uint32Array(communities);
  const taken = new Set<number>();
  const before = previous?.levels[level];
  if (previous && before) {
    const oldSize = new Map<number, number>();
    const oldOf = new Map<number, number>();
    previous.seqs.forEach((seq, i) => {
      oldOf.set(seq, before[i]!);
      oldSize.set(before[i]!, (oldSize.get(before[i]!) ?? 0) + 1);
    });
    const size = new Uint32Array(communities);
    const overlaps = new Map<string, { community: number; id: number; count: number }>();
    seqs.forEach((seq, row) => {
      const community = communityOf[row]!;
      size[community]!++;
      const id = oldOf.get(seq);
      if (id === undefined) return;
      const key = `${community}/${id}`;
      const known = overlaps.get(key);
      if (known) known.count++;
      else overlaps.set(key, { community, id, count: 1 });
    });
    const ranked = [...overlaps.values()].sort((a, b) => b.count - a.count || a.id - b.id);
    for (const { community, id, count } of ranked) {
      const least = MIN_OVERLAP * Math.min(size[community]!, oldSize.get(id)!);
      if (ids[community] !== 0 || taken.has(id) || count < least) continue;
      ids[community] = id;
      taken.add(id);
    }
  }
  let next = nextId;
  for (let c = 0; c < communities; c++) if (ids[c] === 0) ids[c] = next++;
  return { ids, nextId: next };
};
