import { leidenSteps } from '../leiden/leiden.ts';
import type { Csr } from '../leiden/network.ts';
import { orderBySize } from '../leiden/partition.ts';
import type { Steps } from '../steps.ts';
import { membersOf, subGraph } from './sub-graph.ts';

/** Communities smaller than this are not divided further. */
const MIN_TO_DIVIDE = 40;
const MAX_LEVELS = 3;
/** Independent starts on the top level: what makes two seeds agree. Fewer where one start is already slow. */
const startsFor = (size: number): number => (size <= 20_000 ? 6 : 2);
/** Two passes come within 0.001 of what many reach; only the best start goes on. */
const SCOUT_PASSES = 2;
const MAX_PASSES = 10;

/** Where there are few subjects: lower melts them, higher cuts the long ones in pieces. */
const LEAST_RESOLUTION = 0.15;
const MOST_RESOLUTION = 1;
const RESOLUTION_PER_TOPIC = 0.025;

/** How many communities of equal size would be as mixed: 1 / Σ share² (Simpson 1949). */
const effectiveNumber = (communityOf: Uint32Array): number => {
  const sizes = new Map<number, number>();
  for (const c of communityOf) sizes.set(c, (sizes.get(c) ?? 0) + 1);
  let squares = 0;
  for (const size of sizes.values()) squares += (size / communityOf.length) ** 2;
  return squares > 0 ? 1 / squares : 0;
};

/**
 * The resolution of the top level. Modularity melts two related subjects as soon as there is enough besides them
 * (Fortunato & Barthélemy 2007), so the resolution follows the number of subjects that a first look finds. The look
 * has a seed of its own: the same graph always gets the same resolution.
 */
function* chooseResolution(graph: Csr): Steps<number> {
  const look = yield* leidenSteps(graph, {
    resolution: LEAST_RESOLUTION,
    starts: 1,
    maxPasses: SCOUT_PASSES,
  });
  const followed = RESOLUTION_PER_TOPIC * effectiveNumber(look.communityOf);
  return Math.min(MOST_RESOLUTION, Math.max(LEAST_RESOLUTION, followed));
}

export type FoundLevels = { readonly resolution: number; readonly levels: Uint32Array[] };

/**
 * Levels of communities, coarse to fine. The top level is one Leiden run; each further level runs Leiden again,
 * at resolution 1, inside every community that is large enough to divide.
 */
export function* findLevels(graph: Csr, seed: number, resolution?: number): Steps<FoundLevels> {
  const size = graph.offsets.length - 1;
  const chosen = resolution ?? (yield* chooseResolution(graph));
  const top = yield* leidenSteps(graph, {
    resolution: chosen,
    seed,
    starts: startsFor(size),
    scoutPasses: SCOUT_PASSES,
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
        maxPasses: SCOUT_PASSES,
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
  return { resolution: chosen, levels };
}
