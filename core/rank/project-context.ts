import {
  captureVotes,
  guessProject,
  PROJECT_SOURCES,
  type ProjectGuess,
  type ProjectSource,
  type ProjectVotes,
  projectOf,
} from './project-guess.ts';
import type { MetaLookup, Situation } from './types.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const QUERIES = 5;
/** A query of an hour ago says half as much about now. */
const QUERY_HALF_LIFE_MS = HOUR_MS;
const CAPTURE_HALF_LIFE_MS = 12 * HOUR_MS;
const HABIT_HALF_LIFE_MS = 14 * DAY_MS;
const PARTS_OF_DAY = 6;
/** Hits and misses of a source fade, so that a change of ways is noticed within some 40 uses. */
const RELIABILITY_MEMORY = 0.96;

/** Believed before anything is known of the person, worth `PRIOR_USES` uses. */
const PRIOR_RELIABILITY: Readonly<Record<ProjectSource, number>> = {
  front: 0.7,
  captures: 0.6,
  queries: 0.6,
  habit: 0.5,
  rhythm: 0.3,
};
const PRIOR_USES = 12;
const MAX_RELIABILITY = 0.95;

type Reliability = { hits: number; uses: number };
type Used = { readonly at: number; readonly projects: ProjectVotes };
type Habit = { weight: number; at: number };

const fade = (age: number, halfLife: number): number => 2 ** (-Math.max(0, age) / halfLife);
const partOfDay = (at: number, { zoneMinutes = 0 }: Situation): number =>
  Math.floor((((at + zoneMinutes * 60_000) % DAY_MS) / DAY_MS) * PARTS_OF_DAY);

/**
 * Layer 2: what is remembered to tell which project the person is in. A fold over uses of results: the same uses in
 * the same order give the same guesses.
 */
export class ProjectContext {
  #recent: Used[] = [];
  #habits = new Map<string, Habit>();
  #rhythms = new Map<string, Habit>();
  #reliability = new Map<ProjectSource, Reliability>();
  readonly #lookup: MetaLookup;

  constructor(lookup: MetaLookup) {
    this.#lookup = lookup;
  }

  clone(): ProjectContext {
    const copy = new ProjectContext(this.#lookup);
    copy.#recent = [...this.#recent];
    copy.#habits = new Map([...this.#habits].map(([key, habit]) => [key, { ...habit }]));
    copy.#rhythms = new Map([...this.#rhythms].map(([key, habit]) => [key, { ...habit }]));
    copy.#reliability = new Map([...this.#reliability].map(([key, value]) => [key, { ...value }]));
    return copy;
  }

  /** The project the person is in at `now`; no winner where nothing speaks clearly. */
  guess(now: number, situation: Situation): ProjectGuess {
    const votes = this.#votes(now, situation);
    const ages: Partial<Record<ProjectSource, number>> = {
      captures: fade(now - (situation.lastCaptureAt ?? now), CAPTURE_HALF_LIFE_MS),
      queries: fade(now - (this.#recent.at(-1)?.at ?? now), QUERY_HALF_LIFE_MS),
    };
    return guessProject(votes, (source) => this.reliability(source) * (ages[source] ?? 1), situation);
  }

  /** How often the project a source preferred was the one whose memory was used, 0 … 0.95. */
  reliability(source: ProjectSource): number {
    const { hits, uses } = this.#reliability.get(source) ?? { hits: 0, uses: 0 };
    const mean = (hits + PRIOR_RELIABILITY[source] * PRIOR_USES) / (uses + PRIOR_USES);
    return Math.min(MAX_RELIABILITY, mean);
  }

  /** Share of the person's past uses that fell into a project, fading over weeks; 0 when never. */
  familiarity(key: string, now: number): number {
    const own = this.#weight(this.#habits, key, now);
    let most = 0;
    for (const other of this.#habits.keys()) most = Math.max(most, this.#weight(this.#habits, other, now));
    return own / (most + 2);
  }

  /** Learns from the projects of results used at `at` with weights above 0. */
  learn(at: number, situation: Situation, used: ReadonlyMap<string, number>): void {
    if (used.size === 0) return;
    for (const [source, votes] of this.#votes(at, situation)) {
      let total = 0;
      let hit = 0;
      for (const [key, weight] of votes) {
        total += weight;
        if (used.has(key)) hit += weight;
      }
      if (total === 0) continue;
      const known = this.#reliability.get(source) ?? { hits: 0, uses: 0 };
      this.#reliability.set(source, {
        hits: known.hits * RELIABILITY_MEMORY + hit / total,
        uses: known.uses * RELIABILITY_MEMORY + 1,
      });
    }
    this.notice(at, used);
    for (const [key, weight] of used) {
      this.#add(this.#habits, key, at, weight);
      this.#add(this.#rhythms, `${partOfDay(at, situation)}|${key}`, at, weight);
    }
  }

  /** Remembers a query's projects as the latest without learning from them. */
  notice(at: number, used: ReadonlyMap<string, number>): void {
    if (used.size > 0) this.#recent = [...this.#recent, { at, projects: used }].slice(-QUERIES);
  }

  /** Projects by how much they were used, largest first. */
  habits(now: number): { key: string; weight: number }[] {
    return [...this.#habits.keys()]
      .map((key) => ({ key, weight: this.#weight(this.#habits, key, now) }))
      .toSorted((a, b) => b.weight - a.weight);
  }

  #votes(now: number, situation: Situation): Map<ProjectSource, ProjectVotes> {
    const votes = new Map<ProjectSource, ProjectVotes>();
    const front = situation.front === undefined ? undefined : this.#lookup(situation.front);
    if (front) votes.set('front', new Map([[projectOf(front), 1]]));
    const captures = captureVotes(situation.captures, this.#lookup);
    if (captures.size > 0) votes.set('captures', captures);
    const queries = new Map<string, number>();
    for (const { at, projects } of this.#recent)
      for (const [key, weight] of projects)
        queries.set(key, (queries.get(key) ?? 0) + weight * fade(now - at, QUERY_HALF_LIFE_MS));
    if (queries.size > 0) votes.set('queries', queries);
    const habit = new Map(this.habits(now).map(({ key, weight }) => [key, weight]));
    if (habit.size > 0) votes.set('habit', habit);
    const part = partOfDay(now, situation);
    const rhythm = new Map<string, number>();
    for (const key of habit.keys()) {
      const weight = this.#weight(this.#rhythms, `${part}|${key}`, now);
      if (weight > 0) rhythm.set(key, weight);
    }
    if (rhythm.size > 0) votes.set('rhythm', rhythm);
    return new Map(
      PROJECT_SOURCES.flatMap((source) => {
        const found = votes.get(source);
        return found ? [[source, found] as const] : [];
      }),
    );
  }

  #weight(table: ReadonlyMap<string, Habit>, key: string, now: number): number {
    const habit = table.get(key);
    return habit ? habit.weight * fade(now - habit.at, HABIT_HALF_LIFE_MS) : 0;
  }

  #add(table: Map<string, Habit>, key: string, at: number, weight: number): void {
    table.set(key, { weight: this.#weight(table, key, at) + weight, at });
  }
}
