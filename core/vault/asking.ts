import { DAY_MS } from '../model/day.ts';
import type { Settings } from '../model/settings.ts';
import type { Impression, Ranker } from '../rank/index.ts';

/** Whether a question may be put now: the person allows it, and the last one was a day ago. */
export const mayAsk = ({ learning, asking, askedAt }: Settings, now: number): boolean =>
  learning && asking && now - askedAt >= DAY_MS;

/**
 * The list of the two results to ask about, under a number of its own, so that an answer is evidence about these two
 * alone and is forgotten like any other list.
 */
export const questionOf = (ranker: Ranker, shown: Impression, id: () => number): Impression | undefined => {
  const at = ranker.questionIn(shown);
  if (at === undefined) return undefined;
  const { probe: _, ...rest } = shown;
  return { ...rest, id: id(), shown: shown.shown.slice(at, at + 2), signals: [] };
};
