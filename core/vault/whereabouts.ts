import type { MemoryMeta, Seq } from '../model/memory.ts';
import {
  type ActivityEvent,
  activityOf,
  type Corrections,
  type Situation,
  type UsedResult,
  Workflow,
} from '../rank/index.ts';
import type { Catalog } from '../store/catalog.ts';

/** Captures that tell which project the person is in. */
const CAPTURES = 20;
/** Results used last that tell it too. */
export const USED = 5;
/** Captured questions whose activities show how the person works. */
const ACTIVITIES = 300;

const zoneMinutes = (): number => -new Date().getTimezoneOffset();

const activityIn = ({ preview, createdAt }: Pick<MemoryMeta, 'preview' | 'createdAt'>): ActivityEvent => ({
  activity: activityOf(preview),
  at: createdAt,
});

/** Where the person is now: the chats they were last in, the results they last used, what they do in which order. */
export class Whereabouts {
  readonly #catalog: () => Catalog;
  readonly #corrections: () => Corrections;
  #captures: Seq[] = [];
  #lastCaptureAt: number | undefined;
  #used: readonly UsedResult[] = [];
  #activities: ActivityEvent[] = [];
  #workflow: Workflow | undefined;

  constructor(catalog: () => Catalog, corrections: () => Corrections) {
    this.#catalog = catalog;
    this.#corrections = corrections;
  }

  /** Starts from what was captured last. */
  open(): void {
    const all = [...this.#catalog().all()];
    const newest = all.toSorted((a, b) => b.capturedAt - a.capturedAt).slice(0, CAPTURES);
    this.#captures = newest.map(({ seq }) => seq);
    this.#lastCaptureAt = newest[0]?.capturedAt;
    this.#activities = all
      .filter(({ role }) => role === 'user')
      .sort((a, b) => a.createdAt - b.createdAt)
      .slice(-ACTIVITIES)
      .map(activityIn);
  }

  /** New turns were captured. */
  captured(seqs: readonly Seq[], at: number): void {
    this.visited(seqs, at);
    const said = seqs
      .flatMap((seq) => this.#catalog().visible(seq) ?? [])
      .filter(({ role }) => role === 'user');
    this.#activities = [...this.#activities, ...said.map(activityIn)].slice(-ACTIVITIES);
    this.#workflow = undefined;
  }

  /** Turns that are known already were on the screen: their chat was opened again. */
  visited(seqs: readonly Seq[], at: number): void {
    if (seqs.length === 0) return;
    this.#captures = [...seqs.toReversed(), ...this.#captures].slice(0, CAPTURES);
    this.#lastCaptureAt = at;
  }

  /** A memory was opened, copied or inserted. */
  used(seq: Seq, at: number): void {
    this.#used = [...this.#used.filter((use) => use.seq !== seq), { seq, at }].slice(-USED);
  }

  /** Replaces what is remembered of uses by what `remembered` makes of it; nothing when left out. */
  forgetUses(remembered: (used: readonly UsedResult[]) => readonly UsedResult[] = () => []): void {
    this.#used = remembered(this.#used);
  }

  /** `front`: key of the conversation the person has in front. */
  situation(front?: string): Situation {
    const known = front === undefined ? undefined : this.#catalog().turnsOf(front).at(-1)?.seq;
    return {
      captures: this.#captures,
      zoneMinutes: zoneMinutes(),
      ...(known === undefined ? {} : { front: known }),
      ...(this.#lastCaptureAt === undefined ? {} : { lastCaptureAt: this.#lastCaptureAt }),
      ...(this.#used.length === 0 ? {} : { used: this.#used }),
    };
  }

  get workflow(): Workflow {
    this.#workflow ??= new Workflow(this.#activities, this.#corrections());
    return this.#workflow;
  }

  /** What the person said about patterns changed. */
  corrected(): void {
    this.#workflow = undefined;
  }
}
