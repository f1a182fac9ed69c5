import { type Corrections, NO_CORRECTIONS } from '../corrections.ts';
import { ACTIVITIES, type Activity } from './activity.ts';
import { type Cycle, findCycles, isWithin, mineSequences, type SequencePattern } from './prefix-span.ts';

export type ActivityEvent = { readonly activity: Activity; readonly at: number };

const SESSION_GAP_MS = 2 * 3_600_000;
const RECENT = 300;
/** Foretelling is tried on what follows this part of the events, and says nothing about fewer steps. */
const EARLIER = 0.7;
const FEWEST_STEPS = 8;

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

/** Layer 3: what a person usually does in which order. Mined anew from the activities of captures. */
export class Workflow {
  readonly patterns: readonly SequencePattern<Activity>[];
  /** Each from its first step back to it. */
  readonly cycles: readonly Cycle<Activity>[];
  readonly #corrections: Corrections;
  readonly #recent: readonly Activity[];
  readonly #events: readonly ActivityEvent[];
  readonly #usual: ReadonlyMap<Activity, number>;
  #skill: number | undefined;
  #next: ReadonlyMap<Activity, number> | undefined;

  /** @param events in time order; the last 300 are read. */
  constructor(events: readonly ActivityEvent[], corrections: Corrections = NO_CORRECTIONS) {
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
    this.#corrections = corrections;
    this.#recent = sessions.at(-1) ?? [];
    this.#events = recent;
    this.#usual = usualOf(sessions.flat());
  }

  /**
   * The patterns that say something of their own: those the person fixed, and what is no part of a cycle nor of a
   * longer one found as often.
   */
  get told(): SequencePattern<Activity>[] {
    const rounds = this.cycles.map(({ steps }) => [...steps, ...steps.slice(1)]);
    return this.patterns.filter(
      (pattern) =>
        this.#corrections.has(workflowId(pattern.steps)) ||
        (!rounds.some((round) => isWithin(pattern.steps, round)) &&
          !this.patterns.some(
            (other) =>
              other.steps.length > pattern.steps.length &&
              other.found >= pattern.found &&
              isWithin(pattern.steps, other.steps),
          )),
    );
  }

  /** Activities likely next with their probabilities; empty where nothing mined fits the last steps. */
  next(last: readonly Activity[] = this.#recent): Map<Activity, number> {
    const votes = new Map<Activity, number>();
    for (const { steps, support } of [
      ...this.patterns,
      ...this.cycles.map(({ steps, share }) => ({ steps, support: share })),
    ]) {
      for (let known = steps.length - 1; known >= 1; known -= 1) {
        const prefix = steps.slice(0, known);
        if (prefix.some((step, at) => last.at(at - known) !== step)) continue;
        votes.set(steps[known]!, (votes.get(steps[known]!) ?? 0) + support * known);
      }
    }
    const total = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
    return new Map([...votes].map(([activity, vote]) => [activity, vote / total]));
  }

  /**
   * What foretelling the next activity is worth for this person, 0 … 1: how much oftener than the commonest activity
   * patterns of their earlier sessions were right about their later ones; 0 where its 95 % interval reaches 0, as for
   * most people, whose activities follow no order.
   */
  get skill(): number {
    this.#skill ??= skillOf(this.#events);
    return this.#skill;
  }

  /** −1 … 1: how much likelier than usual a memory of this activity is wanted next, as far as that can be foretold. */
  fit(activity: Activity): number {
    if (this.skill === 0) return 0;
    this.#next ??= this.next();
    if (this.#next.size === 0) return 0;
    return this.skill * ((this.#next.get(activity) ?? 0) - (this.#usual.get(activity) ?? 0));
  }
}

/** Share of each activity. */
const usualOf = (steps: readonly Activity[]): Map<Activity, number> => {
  const shares = new Map<Activity, number>();
  for (const step of steps) shares.set(step, (shares.get(step) ?? 0) + 1 / steps.length);
  return shares;
};

const likeliest = (shares: ReadonlyMap<Activity, number>, but: Activity): Activity | undefined =>
  [...shares].filter(([activity]) => activity !== but).toSorted((a, b) => b[1] - a[1])[0]?.[0];

const skillOf = (events: readonly ActivityEvent[]): number => {
  const cut = Math.floor(events.length * EARLIER);
  const earlier = new Workflow(events.slice(0, cut));
  const later = sessionsOf(events.slice(cut));
  const usual = usualOf(events.slice(0, cut).map(({ activity }) => activity));
  const differences: number[] = [];
  for (const session of later)
    for (let at = 1; at < session.length; at += 1) {
      const [before, now] = [session[at - 1]!, session[at]!];
      const common = likeliest(usual, before);
      const foretold = likeliest(earlier.next(session.slice(0, at)), before) ?? common;
      differences.push((foretold === now ? 1 : 0) - (common === now ? 1 : 0));
    }
  const n = differences.length;
  if (n < FEWEST_STEPS) return 0;
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / n;
  const variance = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0) / (n - 1);
  return mean > 1.96 * Math.sqrt(variance / n) ? mean : 0;
};
