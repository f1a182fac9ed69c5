import { describe, expect, it } from 'vitest';
import { SHIPPED_WEIGHTS } from './feature-space.ts';
import { Ranker } from './ranker.ts';
import type { CandidateMeta, RankCandidate } from './types.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 2, 2, 9);
const PROJECTS = ['house', 'boat', 'choir'] as const;
type Project = (typeof PROJECTS)[number];

/** Thirty memories of three projects in turn; every other one holds code. */
const metaOf = (seq: number): CandidateMeta => ({
  agentId: 'chatgpt',
  role: 'assistant',
  createdAt: START - 90 * DAY_MS,
  conversationKey: `default/chatgpt:${seq}`,
  project: PROJECTS[seq % 3] as string,
  site: 'chatgpt',
  pinned: false,
  importance: 3,
  length: 300,
  tags: [],
  hasCode: seq % 2 === 0,
});

const candidates: readonly RankCandidate[] = Array.from({ length: 30 }, (_, seq) => ({
  seq,
  score: 10 - seq * 0.1,
  features: [seq % 7],
  meta: metaOf(seq),
  trust: 1,
}));

const chatOf = (project: Project): number => PROJECTS.indexOf(project);

/** A person who works in one project a week and always uses what holds code. */
const person = () => {
  const ranker = Ranker.restore([], metaOf);
  let id = 0;
  const contextAt = (now: number, project: Project) => ({
    now,
    query: 'plan for the mast',
    queryKey: `q${id}`,
    situation: { captures: [chatOf(project)], lastCaptureAt: now - HOUR_MS / 2 },
  });
  const work = (day: number, project: Project, searches: number) => {
    for (let search = 0; search < searches; search++) {
      const context = contextAt(START + day * DAY_MS + search * HOUR_MS, project);
      const shown = ranker.impression(candidates, ranker.rank(candidates, context), context, id);
      const wanted = shown.shown.find(({ seq }) => {
        const { project: own, hasCode } = metaOf(seq);
        return own === project && hasCode && (seq + id) % 4 < 2;
      });
      if (wanted) ranker.learn({ ...shown, signals: [{ kind: 'copy', seq: wanted.seq, at: context.now }] });
      id += 1;
    }
  };
  const best = (day: number, project: Project) =>
    ranker
      .rank(candidates, contextAt(START + day * DAY_MS, project))
      .order.slice(0, 5)
      .map((seq) => metaOf(seq).project);
  return { ranker, work, best };
};

describe('two speeds', () => {
  it('pick up a new project in a day, and old tastes and projects survive it', () => {
    const { ranker, work, best } = person();
    for (let day = 0; day < 28; day++) work(day, day % 14 < 7 ? 'house' : 'boat', 6);
    const { preferences, projects } = ranker.state.layers;
    const taste = preferences.match(['format:code'], START + 28 * DAY_MS);
    expect(taste).toBeGreaterThan(0.2);
    expect(projects.familiarity('choir', START + 28 * DAY_MS)).toBe(0);

    work(28, 'choir', 8);
    const after = ranker.state.layers;
    const tomorrow = START + 29 * DAY_MS;
    expect(best(29, 'choir')).toEqual(Array(5).fill('choir'));
    expect(after.projects.familiarity('choir', tomorrow)).toBeGreaterThan(0.4);
    expect(after.projects.familiarity('boat', tomorrow)).toBeGreaterThan(0.4);
    expect(after.preferences.match(['format:code'], tomorrow)).toBeGreaterThan(taste * 0.9);
    expect(best(29, 'house')).toEqual(Array(5).fill('house'));
  });

  it('leave weights near the shipped ones, whatever happens', () => {
    const { ranker, work } = person();
    for (let day = 0; day < 20; day++) work(day, 'house', 6);
    work(21, 'choir', 12);
    const { learned } = ranker.state;
    const moves = learned.map((weight, at) => Math.abs(weight - (SHIPPED_WEIGHTS[at] ?? 0)));
    expect(Math.max(...moves)).toBeGreaterThan(0);
    expect(Math.max(...moves)).toBeLessThanOrEqual(0.2 + 1e-9);
  });
});
