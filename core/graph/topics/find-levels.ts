import { leidenSteps } from '../leiden/leiden.ts';
import type { Csr } from '../leiden/network.ts';
import { orderBySize } from '../leiden/partition.ts';
import type { Steps } from '../steps.ts';
import { membersOf, subGraph } from './sub-graph.ts';

/** Communities smaller than this are not divided further. */
const MIN_TO_DIVIDE = 40;
const MAX_LEVELS = 3;
/** Further passes raise the quality by less than 0.001 and cost most of the time. */
const MAX_PASSES = 3;
/** Independent starts on the top level: what makes two seeds agree. Fewer where one start is already slow. */
const startsFor = (size: number): number => (size <= 20_000 ? 4 : 2);

/**
 * Levels of communities, coarse to fine. The top level is one Leiden run; each further level runs Leiden again,
 * at resolution 1, inside every community that is large enough to divide.
 */
export function* findLevels(graph: Csr, resolution: number, seed: number): Steps<Uint32Array[]> {
  const size = graph.offsets.length - 1;
  const top = yield* leidenSteps(graph, {
    resolution,
    seed,
    starts: startsFor(size),
    maxPasses: MAX_PASSES,
  });
  const levels = [top.communityOf];
  const position = new Int32Array(size);
  let communities = top.communities;
  while (levels.length < MAX_LEVELS) {
    const coarse = levels.at(-1)!;
    const fine = new Uint32Array(size);
    let next = 0;
    let divided = false;
    for (const members of membersOf(coarse, communities)) {
      yield;
      if (members.length < MIN_TO_DIVIDE) {
        for (const row of members) fine[row] = next;
        next++;
        continue;
      }
      const inside = yield* leidenSteps(subGraph(graph, members, position), {
        seed,
        starts: 1,
        maxPasses: MAX_PASSES,
      });
      members.forEach((row, i) => {
        fine[row] = next + inside.communityOf[i]!;
      });
      next += inside.communities;
      divided ||= inside.communities > 1;
    }
    if (!divided) break;
    communities = orderBySize(fine);
    levels.push(fine);
  }
  return levels;
}
