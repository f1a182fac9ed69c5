import type { CandidateMeta, MetaLookup, Situation, UsedResult } from './types.ts';

/** What speaks for a project, strongest usually first. */
export const PROJECT_SOURCES = ['front', 'captures', 'queries', 'habit', 'rhythm'] as const;
export type ProjectSource = (typeof PROJECT_SOURCES)[number];

/** How much each project was seen by one source; sums are not normalised. */
export type ProjectVotes = ReadonlyMap<string, number>;

/** Which project a person is in now. */
export type ProjectGuess = {
  /** Probability by project, largest first; what is left to 1 belongs to projects never seen. */
  readonly shares: ReadonlyMap<string, number>;
  /** The likeliest project, only when its share is above 40 %. */
  readonly winner?: { readonly key: string; readonly share: number };
  /** Sources that voted, with the project each prefers and its reliability for this person (0 … 1). */
  readonly evidence: readonly {
    readonly source: ProjectSource;
    readonly key: string;
    readonly reliability: number;
  }[];
  readonly situation: Situation;
};

/** A winner needs more than this share, else there is none. */
export const WINNER_SHARE = 0.4;
const CAPTURES = 20;
const USED = 5;
/** What was used an hour ago says half as much about now. */
export const QUERY_HALF_LIFE_MS = 3_600_000;
const CAPTURE_DECAY = 6;
/** Weight of "none of the projects that any source named". */
const ELSEWHERE = 0.5;

/** Evidence fainter than this is not told. */
const HEARD = 0.05;

/** The project of a memory: its label where the chat has one, else the conversation itself. */
export const projectOf = (meta: CandidateMeta): string => meta.project ?? meta.conversationKey;

/** Votes of the last 20 captures, newer ones more. */
export const captureVotes = (captures: readonly number[], lookup: MetaLookup): Map<string, number> => {
  const votes = new Map<string, number>();
  for (const [at, seq] of captures.slice(0, CAPTURES).entries()) {
    const meta = lookup(seq);
    if (!meta) continue;
    const key = projectOf(meta);
    votes.set(key, (votes.get(key) ?? 0) + Math.exp(-at / CAPTURE_DECAY));
  }
  return votes;
};

/** What is left of a weight after `age`. */
export const fade = (age: number, halfLife: number): number => 2 ** (-Math.max(0, age) / halfLife);

/** Votes of the last 5 results used, newer ones more. */
export const usedVotes = (
  used: readonly UsedResult[],
  now: number,
  lookup: MetaLookup,
): Map<string, number> => {
  const votes = new Map<string, number>();
  for (const { seq, at } of used.slice(-USED)) {
    const meta = lookup(seq);
    if (!meta) continue;
    const key = projectOf(meta);
    votes.set(key, (votes.get(key) ?? 0) + fade(now - at, QUERY_HALF_LIFE_MS));
  }
  return votes;
};

const favourite = (votes: ProjectVotes): string | undefined => {
  let best: string | undefined;
  let most = 0;
  for (const [key, weight] of votes) {
    if (weight > most) [best, most] = [key, weight];
  }
  return best;
};

/**
 * Joins what the sources say as independent witnesses: each names a project with the reliability it has shown for
 * this person and says nothing with the rest (naive Bayes over the projects named, plus one "elsewhere").
 */
export const guessProject = (
  votesBySource: ReadonlyMap<ProjectSource, ProjectVotes>,
  reliability: (source: ProjectSource) => number,
  freshness: (source: ProjectSource) => number,
  situation: Situation,
): ProjectGuess => {
  const keys = new Set([...votesBySource.values()].flatMap((votes) => [...votes.keys()]));
  const evidence: ProjectGuess['evidence'][number][] = [];
  const odds = new Map<string, number>([...keys].map((key) => [key, 1]));
  let elsewhere = ELSEWHERE;
  for (const [source, votes] of votesBySource) {
    const key = favourite(votes);
    if (key === undefined) continue;
    const trust = reliability(source) * freshness(source);
    if (trust >= HEARD) evidence.push({ source, key, reliability: reliability(source) });
    let total = 0;
    for (const weight of votes.values()) total += weight;
    const rest = (1 - trust) / (keys.size + 1);
    for (const [name, value] of odds)
      odds.set(name, value * (rest + (trust * (votes.get(name) ?? 0)) / total));
    elsewhere *= rest;
  }
  let total = elsewhere;
  for (const value of odds.values()) total += value;
  const shares = new Map(
    [...odds].map(([key, value]) => [key, value / total] as const).toSorted((a, b) => b[1] - a[1]),
  );
  const [first] = shares;
  return {
    shares,
    evidence,
    situation,
    ...(first && first[1] > WINNER_SHARE ? { winner: { key: first[0], share: first[1] } } : {}),
  };
};
