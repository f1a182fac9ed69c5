import type { CorpusConversation, CorpusQuestion } from './corpora.ts';
import { pick, type Random, seeded, shuffled } from './random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const START = Date.UTC(2025, 0, 6);

/** How a person works. Chosen once for all people and kept apart from the ranker, which knows none of it. */
const HABITS = {
  projects: 3,
  /** Share of a project's questions that are never asked before the last weeks. */
  heldOut: 0.4,
  /** A session stays with the last session's project this often. */
  sticky: 0.55,
  /** … and otherwise follows the part of day this often. */
  rhythm: 0.5,
  queriesPerSession: 5,
  /** A query looks something up in another project of the person this often. */
  elsewhere: 0.15,
  /** A chat of the current project is in front while searching. */
  inFront: 0.5,
  /** Turns captured between two queries, at most. */
  captures: 8,
} as const;

export type QueryKind = 'keywords' | 'questions';

export type AskedQuery = {
  readonly at: number;
  readonly text: string;
  /** Index of the conversation that holds the answer. */
  readonly project: number;
  readonly evidence: readonly string[];
  /** Index of the conversation in front, where one is. */
  readonly front?: number;
  /** Turns of the current project captured since the query before. */
  readonly fresh: readonly (readonly [conversation: number, turn: number])[];
  /** Conversation and turn of the last 20 captures, newest first. */
  readonly captures: readonly (readonly [conversation: number, turn: number])[];
  readonly capturedAt: number;
};

export type Person = {
  readonly projects: readonly number[];
  /** Queries of the weeks in which the person teaches: any number, in time order. */
  next(): AskedQuery;
  /** Queries of later weeks on targets never asked before. */
  later(count: number): AskedQuery[];
  /** Queries of later weeks on targets asked before. */
  laterAgain(count: number): AskedQuery[];
  /** From now on the person works in other conversations. */
  moveTo(projects: readonly number[]): void;
};

const STOP = new Set(
  'the a an and or of to in on at for with by from is are was were be been did do does has have had how what when where which who whom whose why would could should can will may might i my me we our you your he she his her they their them it its this that these those there than then as about into over between after before during not no if so such some any many much most more other also per give list tell mention mentioned across through throughout order say said using use used'.split(
    ' ',
  ),
);

/** Content words of a question without names: lower case in the middle of the sentence. */
const keywordsOf = (text: string): string[] => {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$|['’]s$/gu, ''));
  const plain = words.filter((word) => /^\p{Ll}[\p{Ll}-]{2,}$/u.test(word) && !STOP.has(word));
  return [...new Set(plain)];
};

/** 2 to 4 keywords of a question; undefined when it has fewer than two. */
export const shorten = (text: string, random: Random): string | undefined => {
  const words = keywordsOf(text);
  if (words.length < 2) return undefined;
  const kept = new Set(shuffled(random, words).slice(0, 2 + Math.floor(random() * 3)));
  return words.filter((word) => kept.has(word)).join(' ');
};

const VARIANTS = 2;

/** Keyword forms are few per question, so that a person repeats themselves as people do. */
const phrase = (question: CorpusQuestion, kind: QueryKind, variant: number): string | undefined =>
  kind === 'questions'
    ? question.text
    : shorten(
        question.text,
        seeded([...question.text].reduce((sum, c) => sum * 31 + c.charCodeAt(0), variant)),
      );

/**
 * A simulated person who works in three of the conversations over weeks, the rest belonging to others.
 * @param start milliseconds since the epoch.
 */
export const simulatePerson = (
  conversations: readonly CorpusConversation[],
  own: readonly number[],
  kind: QueryKind,
  seed: number,
  start = START,
): Person => {
  let random = seeded(seed);
  let projects = shuffled(random, own).slice(0, HABITS.projects);
  const split = new Map<number, { known: CorpusQuestion[]; held: CorpusQuestion[] }>();
  const questionsOf = (project: number) => {
    const found = split.get(project);
    if (found) return found;
    const usable = conversations[project]!.questions.filter((question) => phrase(question, kind, 0));
    // By person and project alone, so that two lives of one person hold out the same questions.
    const mixed = shuffled(seeded(seed + 31 * (project + 1)), usable);
    const cut = Math.max(1, Math.round(mixed.length * HABITS.heldOut));
    const made = { held: mixed.slice(0, cut), known: mixed.slice(cut) };
    split.set(project, made);
    return made;
  };

  let now = start;
  let current = projects[0]!;
  let left = 0;
  let captures: [number, number][] = [];
  let fresh: [number, number][] = [];
  let capturedAt = now;
  const place = new Map<number, number>();

  const capture = (count: number): void => {
    for (let made = 0; made < count; made += 1) {
      const turn = place.get(current) ?? Math.floor(random() * conversations[current]!.turns.length);
      place.set(current, (turn + 1) % conversations[current]!.turns.length);
      captures = [[current, turn] as [number, number], ...captures].slice(0, 20);
      fresh.push([current, turn]);
    }
    if (count > 0) capturedAt = now;
  };

  const startSession = (): void => {
    now += HOUR_MS * (2 + random() * 8);
    const hour = Math.floor((now % DAY_MS) / HOUR_MS);
    if (hour < 7) now += (7 - hour) * HOUR_MS;
    if (random() >= HABITS.sticky) {
      const part = Math.floor(((now % DAY_MS) / DAY_MS) * 6);
      current = random() < HABITS.rhythm ? projects[part % projects.length]! : pick(random, projects);
    }
    left = 2 + Math.floor(random() * (2 * HABITS.queriesPerSession - 3));
    capture(Math.floor(random() * 4));
  };

  const ask = (from: 'known' | 'held'): AskedQuery => {
    if (left <= 0) startSession();
    left -= 1;
    now += MINUTE_MS * (1 + random() * 12);
    const project = random() < HABITS.elsewhere ? pick(random, projects) : current;
    const question = pick(random, questionsOf(project)[from]);
    const text = phrase(question, kind, Math.floor(random() * VARIANTS))!;
    const query: AskedQuery = {
      at: now,
      text,
      project,
      evidence: question.evidence,
      ...(random() < HABITS.inFront ? { front: current } : {}),
      captures,
      fresh,
      capturedAt,
    };
    fresh = [];
    capture(Math.floor(random() * HABITS.captures));
    return query;
  };

  let stretches = 0;
  /**
   * Queries of a stretch of weeks that begins on a new morning with dice of its own: two lives of one person ask the
   * same there, whatever each did before.
   */
  const stretch = (count: number, from: 'known' | 'held'): AskedQuery[] => {
    const before = random;
    stretches += 1;
    now = Math.ceil(now / DAY_MS) * DAY_MS;
    random = seeded(seed + 101 * stretches);
    current = pick(random, projects);
    left = 0;
    const asked = Array.from({ length: count }, (_, query) => {
      random = seeded(seed + 101 * stretches + 7_927 * (query + 1));
      return ask(from);
    });
    random = before;
    return asked;
  };

  return {
    get projects() {
      return projects;
    },
    next: () => ask('known'),
    later: (count) => stretch(count, 'held'),
    laterAgain: (count) => stretch(count, 'known'),
    moveTo(others) {
      projects = [...others];
      current = projects[0]!;
      left = 0;
    },
  };
};
