import { DAY_MS } from '../../model/day.ts';
/** `archived` memories are kept and found with `is:archived`; nothing is lost at any tier. */
export type Tier = 'active' | 'warm' | 'cold' | 'archived';

export type Aging = {
  readonly seq: number;
  readonly tier: Tier;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Last time it was opened, copied or inserted; undefined when never. */
  readonly usedAt?: number;
  readonly pinned: boolean;
  /** 1 to 5, set by the person; 3 when untouched. */
  readonly importance: number;
};

export type LifecycleOptions = {
  /** Days unused after which a memory is warm, cold and archived. Default 30, 120, 365. */
  readonly days?: readonly [warm: number, cold: number, archived: number];
  /** At most this share of all memories is archived in one run. Default 0.1. */
  readonly maxShare?: number;
  /** Never leaves fewer than this many out of the archive. Default 1,000. */
  readonly keepAtLeast?: number;
};

export type Move = { readonly seq: number; readonly from: Tier; readonly to: Tier; readonly reason: string };

export type LifecyclePlan = {
  readonly moves: readonly Move[];
  /** Memories that would be archived but for the bounds. */
  readonly heldBack: number;
};

const DEFAULT_DAYS = [30, 120, 365] as const;

/** Importance stretches the time: 5 doubles it, 1 halves it. */
const idleDays = ({ createdAt, usedAt, importance }: Aging, now: number): number =>
  Math.max(0, now - Math.max(createdAt, usedAt ?? 0)) / DAY_MS / 2 ** ((importance - 3) / 2);

const tierFor = (aging: Aging, now: number, [warm, cold, archived]: readonly number[]): Tier => {
  if (aging.pinned) return 'active';
  const idle = idleDays(aging, now);
  if (idle >= archived!) return 'archived';
  if (idle >= cold!) return 'cold';
  return idle >= warm! ? 'warm' : 'active';
};

const ORDER: readonly Tier[] = ['active', 'warm', 'cold', 'archived'];

/** One step at a time on the way down, all at once on the way back. */
const step = (from: Tier, wanted: Tier): Tier => {
  const [at, to] = [ORDER.indexOf(from), ORDER.indexOf(wanted)];
  return to > at ? ORDER[at + 1]! : wanted;
};

const reasonOf = (aging: Aging, now: number, to: Tier, from: Tier): string => {
  if (ORDER.indexOf(to) < ORDER.indexOf(from)) return aging.pinned ? 'Pinned.' : 'Used again.';
  const days = Math.floor((now - Math.max(aging.createdAt, aging.usedAt ?? 0)) / DAY_MS);
  return `Not used for ${days} days.`;
};

/**
 * What a run of the lifecycle would do; it changes nothing itself, so a dry run is the plan and a run carries it out.
 * Oldest unused are archived first, within the bounds; pinned memories never leave `active`.
 */
export const planLifecycle = (
  memories: readonly Aging[],
  now: number,
  { days = DEFAULT_DAYS, maxShare = 0.1, keepAtLeast = 1_000 }: LifecycleOptions = {},
): LifecyclePlan => {
  const moves: Move[] = [];
  const toArchive: { aging: Aging; move: Move }[] = [];
  for (const aging of memories) {
    const to = step(aging.tier, tierFor(aging, now, days));
    if (to === aging.tier) continue;
    const move = { seq: aging.seq, from: aging.tier, to, reason: reasonOf(aging, now, to, aging.tier) };
    if (to === 'archived') toArchive.push({ aging, move });
    else moves.push(move);
  }
  const kept = memories.filter(({ tier }) => tier !== 'archived').length;
  const room = Math.max(0, Math.min(Math.floor(memories.length * maxShare), kept - keepAtLeast));
  const oldest = toArchive.toSorted((a, b) => idleDays(b.aging, now) - idleDays(a.aging, now)).slice(0, room);
  return {
    moves: [...moves, ...oldest.map(({ move }) => move)],
    heldBack: toArchive.length - oldest.length,
  };
};
