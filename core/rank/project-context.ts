import { type Corrections, isForgotten, NO_CORRECTIONS } from './corrections.ts';
import {
  captureVotes,
  fade,
  guessProject,
  PROJECT_SOURCES,
  type ProjectGuess,
  type ProjectSource,
  type ProjectVotes,
  projectOf,
  QUERY_HALF_LIFE_MS,
  usedVotes,
} from './project-guess.ts';
import type { MetaLookup, Situation } from './types.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CAPTURE_HALF_LIFE_MS = 12 * HOUR_MS;
/** Two speeds: a project of today is familiar tomorrow, and an old one stays so for weeks. */
const HABIT_HALF_LIFE_MS = 14 * DAY_MS;
const RECENT_HALF_LIFE_MS = 2 * DAY_MS;
/** Uses of one project within this time are one witness to where the person is, not many. */
const SITTING_MS = 3_600_000;
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
type Habit = { weight: number; at: number };
type Habits = ReadonlyMap<string, Habit>;
type Today = { readonly day: number; readonly weightByPart: Map<string, number> };

const partOfDay = (at: number, { zoneMinutes = 0 }: Situation): number =>
  Math.floor((((at + zoneMinutes * 60_000) % DAY_MS) / DAY_MS) * PARTS_OF_DAY);

const weightOf = (table: Habits, key: string, now: number, halfLife: number): number => {
  const habit = table.get(key);
  return habit ? habit.weight * fade(now - habit.at, halfLife) : 0;
};

const add = (table: Map<string, Habit>, key: string, at: number, weight: number, halfLife: number): void => {
  table.set(key, { weight: weightOf(table, key, at, halfLife) + weight, at });
};

/** A project's weight beside the largest, 0 … 1; small while there is little evidence at all. */
const shareOf = (table: Habits, key: string, now: number, halfLife: number): number => {
  let most = 0;
  for (const other of table.keys()) most = Math.max(most, weightOf(table, other, now, halfLife));
  return weightOf(table, key, now, halfLife) / (most + 2);
};

/** How much of what a source said still holds, 0 … 1. */
const freshness = (source: ProjectSource, now: number, { lastCaptureAt, used }: Situation): number => {
  if (source === 'captures') return fade(now - (lastCaptureAt ?? now), CAPTURE_HALF_LIFE_MS);
  if (source === 'queries') return fade(now - (used?.at(-1)?.at ?? now), QUERY_HALF_LIFE_MS);
  return 1;
};

/**
 * Layer 2: what is remembered to tell which project the person is in. A fold over uses of results: the same uses in
 * the same order give the same guesses.
 */
export class ProjectContext {
  #habits = new Map<string, Habit>();
  #recent = new Map<string, Habit>();
  #rhythms = new Map<string, Habit>();
  /** Uses of the latest day, which say nothing yet about what is usual at this hour. */
  #today: Today = { day: 0, weightByPart: new Map() };
  #reliability = new Map<ProjectSource, Reliability>();
  readonly #lookup: MetaLookup;
  readonly #corrections: Corrections;

  constructor(lookup: MetaLookup, corrections: Corrections = NO_CORRECTIONS) {
    this.#lookup = lookup;
    this.#corrections = corrections;
  }

  clone(): ProjectContext {
    const copy = new ProjectContext(this.#lookup, this.#corrections);
    copy.#habits = new Map([...this.#habits].map(([key, habit]) => [key, { ...habit }]));
    copy.#recent = new Map([...this.#recent].map(([key, habit]) => [key, { ...habit }]));
    copy.#rhythms = new Map([...this.#rhythms].map(([key, habit]) => [key, { ...habit }]));
    copy.#today = { day: this.#today.day, weightByPart: new Map(this.#today.weightByPart) };
    copy.#reliability = new Map([...this.#reliability].map(([key, value]) => [key, { ...value }]));
    return copy;
  }

  /** The project the person is in at `now`; no winner where nothing speaks clearly. */
  guess(now: number, situation: Situation): ProjectGuess {
    const votes = this.#votes(now, situation);
    return guessProject(
      votes,
      (source) => this.reliability(source),
      (source) => freshness(source, now, situation),
      situation,
    );
  }

  /** How often the project a source preferred was the one whose memory was used, 0 … 0.95. */
  reliability(source: ProjectSource): number {
    const { hits, uses } = this.#reliability.get(source) ?? { hits: 0, uses: 0 };
    const mean = (hits + PRIOR_RELIABILITY[source] * PRIOR_USES) / (uses + PRIOR_USES);
    return Math.min(MAX_RELIABILITY, mean);
  }

  /** Share of the person's past uses that fell into a project, fading over weeks; 0 when never. What they fixed holds. */
  familiarity(key: string, now: number): number {
    const fixed = this.#leaning(key);
    if (fixed !== undefined) return fixed;
    return Math.max(
      shareOf(this.#habits, key, now, HABIT_HALF_LIFE_MS),
      shareOf(this.#recent, key, now, RECENT_HALF_LIFE_MS),
    );
  }

  /** Learns from the projects of results used at `at` with weights above 0. */
  learn(at: number, situation: Situation, used: ReadonlyMap<string, number>): void {
    if (used.size === 0) return;
    const before = Math.max(...[...used.keys()].map((key) => this.#recent.get(key)?.at ?? 0));
    const news = Math.min(1, Math.max(0, at - before) / SITTING_MS);
    for (const [source, votes] of this.#votes(at, situation)) {
      let total = 0;
      let hit = 0;
      for (const [key, weight] of votes) {
        total += weight;
        if (used.has(key)) hit += weight;
      }
      if (total === 0) continue;
      const known = this.#reliability.get(source) ?? { hits: 0, uses: 0 };
      // A source that has not spoken for long is neither praised nor blamed.
      const weight = freshness(source, at, situation) * news;
      const kept = RELIABILITY_MEMORY ** weight;
      this.#reliability.set(source, {
        hits: known.hits * kept + (weight * hit) / total,
        uses: known.uses * kept + weight,
      });
    }
    for (const [key, weight] of used) {
      if (isForgotten(this.#corrections, `project:${key}`, at)) continue;
      add(this.#habits, key, at, weight, HABIT_HALF_LIFE_MS);
      add(this.#recent, key, at, weight, RECENT_HALF_LIFE_MS);
      this.#addToday(`${partOfDay(at, situation)}|${key}`, at, weight);
    }
  }

  /** Projects by how much they were used, largest first. */
  habits(now: number): { key: string; weight: number }[] {
    return [...this.#habits.keys()]
      .map((key) => ({ key, weight: weightOf(this.#habits, key, now, HABIT_HALF_LIFE_MS) }))
      .toSorted((a, b) => b.weight - a.weight);
  }

  #votes(now: number, situation: Situation): Map<ProjectSource, ProjectVotes> {
    const votes = new Map<ProjectSource, ProjectVotes>();
    const front = situation.front === undefined ? undefined : this.#lookup(situation.front);
    if (front) votes.set('front', new Map([[projectOf(front), 1]]));
    const captures = captureVotes(situation.captures, this.#lookup);
    if (captures.size > 0) votes.set('captures', captures);
    const queries = usedVotes(situation.used ?? [], now, this.#lookup);
    if (queries.size > 0) votes.set('queries', queries);
    const habit = new Map(
      this.habits(now).flatMap(({ key, weight }) =>
        (this.#leaning(key) ?? 1) > 0 ? [[key, weight] as const] : [],
      ),
    );
    if (habit.size > 0) votes.set('habit', habit);
    const part = partOfDay(now, situation);
    const rhythm = new Map<string, number>();
    for (const key of habit.keys()) {
      const weight = weightOf(this.#rhythms, `${part}|${key}`, now, HABIT_HALF_LIFE_MS);
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

  #addToday(key: string, at: number, weight: number): void {
    const day = Math.floor(at / DAY_MS);
    if (day !== this.#today.day) {
      for (const [part, sum] of this.#today.weightByPart)
        add(this.#rhythms, part, at, sum, HABIT_HALF_LIFE_MS);
      this.#today = { day, weightByPart: new Map() };
    }
    const { weightByPart } = this.#today;
    weightByPart.set(key, (weightByPart.get(key) ?? 0) + weight);
  }

  #leaning(key: string): number | undefined {
    return this.#corrections.get(`project:${key}`)?.leaning;
  }
}
