import type { LifecycleStep } from '../model/learning-api.ts';
import type { MemoryMeta, Seq } from '../model/memory.ts';
import { type Aging, type LifecyclePlan, planLifecycle, type Tier } from '../rank/index.ts';
import type { VaultContext } from './context.ts';
import type { Edits } from './edits.ts';

/** Moves what was not used for long to the archive, where `is:archived` finds it. Nothing is lost. */
export class Lifecycle {
  readonly #context: VaultContext;
  readonly #edits: Edits;

  constructor(context: VaultContext, edits: Edits) {
    this.#context = context;
    this.#edits = edits;
  }

  /** How many active memories are warm and cold now; `archived` is what {@link apply} would move. */
  async dryRun(): Promise<Record<LifecycleStep, number>> {
    const aging = await this.#aging();
    const at = (tier: Tier) => aging.filter((memory) => memory.tier === tier).length;
    return { warm: at('warm'), cold: at('cold'), archived: archivedBy(this.#plan(aging)).length };
  }

  /** Archives what is due; undoable, found with `is:archived`, and active again once it is opened. Answers how many. */
  async apply(): Promise<number> {
    return (await this.#edits.archive(archivedBy(this.#plan(await this.#aging())))).count;
  }

  #plan(aging: readonly Aging[]): LifecyclePlan {
    return planLifecycle(aging, this.#context.now());
  }

  /** Active memories at the tier their last use gives them. Tags and notes are the person's mark: they stay active. */
  async #aging(): Promise<Aging[]> {
    const { store, now } = this.#context;
    const lastUse = await this.#lastUses();
    const active = [...store.catalog.all()].filter(({ state }) => state === 'active');
    const fresh = active.map((meta): Aging => agingOf(meta, 'active', lastUse.get(meta.seq)));
    // The plan goes one step at a time; two runs over what was not stored give each memory the tier it has reached.
    const tierBySeq = new Map<Seq, Tier>();
    for (let step = 0; step < 2; step++) {
      const here = fresh.map((memory) => ({ ...memory, tier: tierBySeq.get(memory.seq) ?? memory.tier }));
      for (const { seq, to } of planLifecycle(here, now()).moves)
        if (to !== 'archived') tierBySeq.set(seq, to);
    }
    return fresh.map((memory) => ({ ...memory, tier: tierBySeq.get(memory.seq) ?? memory.tier }));
  }

  /** Last time a memory was opened or copied, as far as the event log reaches. */
  async #lastUses(): Promise<Map<Seq, number>> {
    const kinds = ['memory-recalled', 'memory-inserted'] as const;
    const events = await this.#context.events.events({ kinds }, Number.POSITIVE_INFINITY, 0);
    const lastUse = new Map<Seq, number>();
    for (const { at, seqs = [] } of events) for (const seq of seqs) lastUse.set(seq, at);
    return lastUse;
  }
}

const agingOf = (meta: MemoryMeta, tier: Tier, usedAt: number | undefined): Aging => ({
  seq: meta.seq,
  tier,
  createdAt: meta.createdAt,
  ...(usedAt === undefined ? {} : { usedAt }),
  pinned: meta.pinned || meta.tags.length > 0 || meta.role === 'note',
  importance: meta.importance,
});

const archivedBy = ({ moves }: LifecyclePlan): Seq[] =>
  moves.filter(({ to }) => to === 'archived').map(({ seq }) => seq);
