import type { Signal } from '../../core/rank/index.ts';
import type { Random } from './random.ts';

export type ClickModel = 'position' | 'cascade' | 'random';

const LOOKED_AT = 10;
const CLICK_RELEVANT = 0.9;

const examined = (position: number): number => 1 / (1 + position) ** 0.6;

const relevantClick = (seq: number, at: number, random: Random): Signal[] => {
  const dwellMs = random() < 0.8 ? 8_000 + random() * 60_000 : 3_000 + random() * 5_000;
  const opened: Signal = { kind: 'open', seq, at, dwellMs };
  return random() < 0.3
    ? [opened, { kind: random() < 0.5 ? 'insert' : 'copy', seq, at: at + dwellMs }]
    : [opened];
};

/** A click that says nothing: some are quick to go back, some stay as long as a real one. */
const noiseClick = (seq: number, at: number, random: Random): Signal => ({
  kind: 'open',
  seq,
  at,
  dwellMs: random() < 0.5 ? 8_000 + random() * 30_000 : random() * 8_000,
});

/**
 * What a person does on a list: by the position-based model (each position is looked at with a falling chance), the
 * cascade model (top down until satisfied), or at random. With chance `noise` the click lands anywhere.
 */
export const clickOn = (
  shown: readonly number[],
  isRelevant: (seq: number) => boolean,
  model: ClickModel,
  noise: number,
  at: number,
  random: Random,
): Signal[] => {
  const seen = shown.slice(0, LOOKED_AT);
  if (seen.length === 0) return [];
  if (model === 'random' || random() < noise)
    return [noiseClick(seen[Math.floor(random() * seen.length)]!, at, random)];
  const signals: Signal[] = [];
  for (const [position, seq] of seen.entries()) {
    const looks = model === 'cascade' ? random() < 0.93 : random() < examined(position);
    if (!looks || !isRelevant(seq) || random() >= CLICK_RELEVANT) continue;
    signals.push(...relevantClick(seq, at, random));
    if (model === 'cascade') break;
  }
  return signals;
};
