import { type Corrections, NO_CORRECTIONS } from '../corrections.ts';
import { ACTIVITIES, type Activity } from './activity.ts';
import { type Cycle, findCycles, mineSequences, type SequencePattern } from './prefix-span.ts';

export type ActivityEvent = { readonly activity: Activity; readonly at: number };

const SESSION_GAP_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;
const PARTS = ['night', 'morning', 'afternoon', 'evening'] as const;
const RECENT = 300;
const CODING: ReadonlySet<Activity> = new Set(['code', 'debug', 'test', 'deploy', 'configure']);

const sessionsOf = (events: readonly ActivityEvent[]): Activity[][] => {
  const sessions: Activity[][] = [];
  let before: ActivityEvent | undefined;
  for (const event of events) {
    const current = sessions.at(-1);
    if (!current || !before || event.at - before.at > SESSION_GAP_MS) sessions.push([event.activity]);
    else if (event.activity !== before.activity) current.push(event.activity);
    before = event;
  }
  return sessions;
};

/** Id of a sequence among the patterns. */
export const workflowId = (steps: readonly Activity[]): string => `workflow:${steps.join('>')}`;

/** A cycle from the step that comes first in a piece of work back to it, wherever in it the person is now. */
const fromItsStart = (cycle: Cycle<Activity>): Cycle<Activity> => {
  const places = cycle.steps.map((step) => ACTIVITIES.indexOf(step));
  const turned = places.map((_, at) => [...places.slice(at), ...places.slice(0, at)].join(''));
  const start = turned.indexOf(turned.toSorted()[0]!);
  const steps = [...cycle.steps.slice(start), ...cycle.steps.slice(0, start + 1)];
  return { ...cycle, steps };
};

/** Whether `part` stands in `whole`, with any steps between. */
const isWithin = (part: readonly Activity[], whole: readonly Activity[]): boolean => {
  let at = 0;
  for (const step of whole) if (step === part[at]) at += 1;
  return at === part.length;
};

/** What was mined, without what the person forgot or denied, and with what they fixed as it was. */
const corrected = (
  mined: readonly SequencePattern<Activity>[],
  corrections: Corrections,
): SequencePattern<Activity>[] => {
  const free = mined.filter(({ steps }) => !corrections.has(workflowId(steps)));
  const fixed = [...corrections].flatMap(([id, { leaning = 0 }]) => {
    if (!id.startsWith('workflow:') || leaning <= 0) return [];
    const steps = id.slice('workflow:'.length).split('>') as Activity[];
    const { found = 0, possible = 0 } = mined.find((pattern) => workflowId(pattern.steps) === id) ?? {};
    return [{ steps, found, possible, support: leaning }];
  });
  return [...fixed, ...free];
};

/** Layer 3: what a person usually does in which order and when. Mined anew from the activities of captures. */
export class Workflow {
  readonly patterns: readonly SequencePattern<Activity>[];
  /** Each from its first step back to it. */
  readonly cycles: readonly Cycle<Activity>[];
  /** Share of each activity in each part of day, 0 … 1. */
  readonly byPartOfDay: ReadonlyMap<string, ReadonlyMap<Activity, number>>;
  readonly #recent: readonly Activity[];

  /** @param events in time order; the last 300 are read. `zoneMinutes`: minutes east of UTC. */
  constructor(events: readonly ActivityEvent[], zoneMinutes = 0, corrections: Corrections = NO_CORRECTIONS) {
    const recent = events.slice(-RECENT);
    const sessions = sessionsOf(recent);
    this.cycles = findCycles(sessions.flat())
      .map(fromItsStart)
      .filter(({ steps }) => {
        const correction = corrections.get(workflowId(steps));
        return !correction || (correction.leaning ?? 0) > 0;
      });
    const known = new Set(this.cycles.map(({ steps }) => workflowId(steps)));
    this.patterns = corrected(mineSequences(sessions), corrections).filter(
      ({ steps }) => !known.has(workflowId(steps)),
    );
    this.#recent = sessions.at(-1) ?? [];
    const counts = new Map<string, Map<Activity, number>>();
    for (const { activity, at } of recent) {
      const local = (at + zoneMinutes * 60_000) % DAY_MS;
      const part = PARTS[Math.floor((local / DAY_MS) * PARTS.length)]!;
      const row = counts.get(part) ?? new Map<Activity, number>();
      counts.set(part, row.set(activity, (row.get(activity) ?? 0) + 1));
    }
    this.byPartOfDay = new Map(
      [...counts].map(([part, row]) => {
        const total = [...row.values()].reduce((sum, count) => sum + count, 0);
        return [part, new Map([...row].map(([activity, count]) => [activity, count / total]))];
      }),
    );
  }

  /** The patterns that say something of their own: no part of a cycle, nor of a longer one found as often. */
  get told(): SequencePattern<Activity>[] {
    const rounds = this.cycles.map(({ steps }) => [...steps, ...steps.slice(1)]);
    return this.patterns.filter(
      (pattern) =>
        !rounds.some((round) => isWithin(pattern.steps, round)) &&
        !this.patterns.some(
          (other) =>
            other.steps.length > pattern.steps.length &&
            other.found >= pattern.found &&
            isWithin(pattern.steps, other.steps),
        ),
    );
  }

  /** Activities likely next with their probabilities; empty where nothing mined fits the last steps. */
  next(): Map<Activity, number> {
    const votes = new Map<Activity, number>();
    for (const { steps, support } of [
      ...this.patterns,
      ...this.cycles.map(({ steps, share }) => ({ steps, support: share })),
    ]) {
      for (let known = steps.length - 1; known >= 1; known -= 1) {
        const prefix = steps.slice(0, known);
        if (prefix.some((step, at) => this.#recent.at(at - known) !== step)) continue;
        votes.set(steps[known]!, (votes.get(steps[known]!) ?? 0) + support * known);
      }
    }
    const total = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
    return new Map([...votes].map(([activity, vote]) => [activity, vote / total]));
  }

  /** −1 … 1: how well a memory with or without code fits what comes next. */
  fit(hasCode: boolean): number {
    const next = this.next();
    if (next.size === 0) return 0;
    let coding = 0;
    for (const [activity, share] of next) if (CODING.has(activity)) coding += share;
    return hasCode ? 2 * coding - 1 : 1 - 2 * coding;
  }
}
