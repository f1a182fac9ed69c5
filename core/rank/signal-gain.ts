import type { Impression, Signal } from './types.ts';

const LONG_DWELL_MS = 8_000;
const QUICK_BACK_MS = 3_000;
const BURST_MS = 3_600_000;
const IGNORED_ABOVE = -0.1;

const GAIN_BY_KIND: Readonly<Record<Exclude<Signal['kind'], 'open' | 'outcome'>, number>> = {
  insert: 0.8,
  copy: 0.8,
  pin: 0.8,
  'thumbs-up': 1,
  'thumbs-down': -1,
  'not-this': -1,
  'insert-undone': -0.8,
  chosen: 0.5,
  requery: -0.2,
  'deleted-after-recall': -1,
};
const GAIN_BY_OUTCOME = { worked: 1, partly: 0.4, failed: -0.8 } as const;

const openGain = (dwellMs: number | undefined): number => {
  if (dwellMs === undefined) return 0.2;
  if (dwellMs >= LONG_DWELL_MS) return 0.5;
  return dwellMs < QUICK_BACK_MS ? -0.3 : 0.1;
};

const gainOf = (signal: Signal): number => {
  if (signal.kind === 'open') return openGain(signal.dwellMs);
  if (signal.kind === 'outcome') return GAIN_BY_OUTCOME[signal.outcome];
  return GAIN_BY_KIND[signal.kind];
};

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

/**
 * What each shown result earned on this impression, −1 … 1, in shown order: the sum of its signals by kind,
 * less where its trust is low, and −0.1 where it was passed over above a result that was used.
 * `isBurst` tells results used within the last hour already: they earn nothing a second time.
 */
export const gainsOf = (
  impression: Impression,
  isBurst: (seq: number, at: number) => boolean = () => false,
): number[] => {
  const position = new Map(impression.shown.map(({ seq }, at) => [seq, at]));
  const gains = impression.shown.map(() => 0);
  for (const signal of impression.signals) {
    const at = position.get(signal.seq);
    if (at === undefined) continue;
    const gain = gainOf(signal);
    if (gain > 0 && isBurst(signal.seq, signal.at)) continue;
    gains[at] = clamp(gains[at]! + gain * (gain > 0 ? impression.shown[at]!.trust : 1));
  }
  const lastUsed = gains.findLastIndex((gain) => gain > 0);
  return gains.map((gain, at) => (gain === 0 && at < lastUsed ? IGNORED_ABOVE : gain));
};

/** Results of an impression that carry a signal of the person, bursts aside: what the phases count. */
export const signalCount = (
  impression: Impression,
  isBurst: (seq: number, at: number) => boolean = () => false,
): number => {
  const shown = new Set(impression.shown.map(({ seq }) => seq));
  const counted = impression.signals.filter(({ seq, at }) => shown.has(seq) && !isBurst(seq, at));
  return new Set(counted.map(({ seq }) => seq)).size;
};

/** Whether a use at `at` belongs to the same burst as one at `before`. */
export const sameBurst = (before: number | undefined, at: number): boolean =>
  before !== undefined && at - before < BURST_MS;
