import type { Impression, Signal, UsedResult } from '../rank/index.ts';
import { USED } from './whereabouts.ts';

/** What is to be forgotten of behaviour. */
export type Forgotten = {
  readonly signal: (signal: Signal, impression: Impression) => boolean;
  /** A use that was no signal on a list: a memory opened in another way. */
  readonly use: (use: UsedResult) => boolean;
};

const USES: ReadonlySet<string> = new Set(['open', 'insert', 'copy', 'pin', 'thumbs-up']);

const nameOf = ({ seq, at }: UsedResult): string => `${seq}|${at}`;

/**
 * How behaviour reads without what is forgotten. What later searches remember of it is replaced by what they would have
 * remembered then: the uses before it.
 */
export const forgetting = (impressions: readonly Impression[], forgotten: Forgotten) => {
  const kept = (impression: Impression): readonly Signal[] => {
    const signals = impression.signals.filter((signal) => !forgotten.signal(signal, impression));
    return signals.length === impression.signals.length ? impression.signals : signals;
  };
  const gone = new Set<string>();
  const uses: UsedResult[] = [];
  let count = 0;
  for (const impression of impressions) {
    const left = new Set(kept(impression));
    for (const signal of impression.signals) {
      if (!left.has(signal)) {
        count += 1;
        gone.add(nameOf(signal));
      } else if (USES.has(signal.kind)) uses.push({ seq: signal.seq, at: signal.at });
    }
  }
  uses.sort((a, b) => a.at - b.at);

  /** The uses remembered at `at`, latest last. */
  const remembered = (used: readonly UsedResult[], at: number): readonly UsedResult[] => {
    const own = used.filter((use) => !forgotten.use(use) && !gone.has(nameOf(use)));
    if (own.length === used.length) return used;
    const end = uses.findLastIndex((use) => use.at < at) + 1;
    const latest = new Map<number, UsedResult>();
    for (let place = end - 1; place >= 0 && latest.size < USED; place -= 1) {
      const use = uses[place] as UsedResult;
      if (!latest.has(use.seq)) latest.set(use.seq, use);
    }
    const all = new Map<number, UsedResult>();
    for (const use of [...[...latest.values()].reverse(), ...own].sort((a, b) => a.at - b.at)) {
      all.delete(use.seq);
      all.set(use.seq, use);
    }
    return [...all.values()].slice(-USED);
  };

  return {
    /** Signals that go. */
    count,
    remembered,
    isEmpty: (impression: Impression): boolean =>
      impression.signals.length > 0 && kept(impression).length === 0,
    strip: (impression: Impression): Impression => {
      const signals = kept(impression);
      const { used = [] } = impression.situation;
      const left = remembered(used, impression.at);
      if (left === used && signals === impression.signals) return impression;
      const { used: _, ...situation } = impression.situation;
      return {
        ...impression,
        signals,
        situation: left.length === 0 ? situation : { ...situation, used: left },
      };
    },
  };
};
