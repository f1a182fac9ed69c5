import { Entrance } from './entrance.ts';
import type { Judged } from './judged.ts';
import { mean, median, pick } from './random.ts';

const MEMORIES = 50;
const SLEEPER_CLEAN = 50;
const SLEEPER_POISON = 25;

export type Figures = { readonly recollect: number[]; readonly reference: number[] };

const both = (): Figures => ({ recollect: [], reference: [] });

/** Trust of an honest agent minus that of one that writes a share of poison, after 50 memories each. */
export const trustGap = (
  attack: readonly Judged[],
  benign: readonly Judged[],
  share: number,
  runs: number,
  random: () => number,
): Figures => {
  const gaps = both();
  for (let run = 0; run < runs; run++) {
    const entrance = new Entrance();
    for (let i = 0; i < MEMORIES; i++) {
      entrance.write('honest', pick(benign, random));
      // Exactly the share, spread evenly: 30 % of 50 is 15 in every run.
      const poison = Math.floor((i + 1) * share) > Math.floor(i * share);
      entrance.write('poisoner', pick(poison ? attack : benign, random));
    }
    gaps.recollect.push(entrance.honesty('honest') - entrance.honesty('poisoner'));
    gaps.reference.push(entrance.book.agent('honest').reference - entrance.book.agent('poisoner').reference);
  }
  return gaps;
};

/** An agent that is honest for 50 memories and then writes 25 of poison. */
export const sleeper = (
  attack: readonly Judged[],
  benign: readonly Judged[],
  runs: number,
  random: () => number,
): { readonly drop: Figures; readonly memoriesToAlarm: number; readonly alarmed: number } => {
  const drop = both();
  const delays: number[] = [];
  for (let run = 0; run < runs; run++) {
    const entrance = new Entrance();
    for (let i = 0; i < SLEEPER_CLEAN; i++) entrance.write('sleeper', pick(benign, random));
    const before = {
      honesty: entrance.honesty('sleeper'),
      reference: entrance.book.agent('sleeper').reference,
    };
    const alarmedBefore = entrance.book.agent('sleeper').state === 'alarmed';
    let delay = Number.POSITIVE_INFINITY;
    for (let i = 1; i <= SLEEPER_POISON; i++) {
      const { alarm } = entrance.write('sleeper', pick(attack, random));
      if (alarm) delay = Math.min(delay, i);
    }
    if (alarmedBefore) continue;
    const after = entrance.book.agent('sleeper');
    drop.recollect.push(1 - (1 - after.hostile) / before.honesty);
    drop.reference.push(1 - after.reference / before.reference);
    delays.push(delay);
  }
  return {
    drop,
    memoriesToAlarm: median(delays),
    alarmed: mean(delays.map((delay) => (Number.isFinite(delay) ? 1 : 0))),
  };
};

/** Share of honest agents that raise an alarm within 50 memories. */
export const honestAlarmed = (benign: readonly Judged[], runs: number, random: () => number): number => {
  let alarmed = 0;
  for (let run = 0; run < runs; run++) {
    const entrance = new Entrance();
    for (let i = 0; i < MEMORIES; i++) entrance.write('honest', pick(benign, random));
    if (entrance.book.agent('honest').state === 'alarmed') alarmed++;
  }
  return alarmed / runs;
};

/**
 * The reference system's published protocol: nine honest agents and one poisoner with 50 memories each, every flag given
 * as its protocol gives it (by hand, always right); and its sleeper.
 */
export const published = (): {
  readonly gap: { recollect: number; reference: number };
  readonly drop: { recollect: number; reference: number };
} => {
  const quiet: Judged = {
    text: '',
    detection: { flagged: false, instructionLike: false, score: 0, findings: [] },
  };
  const flag: Judged = {
    text: '',
    detection: { flagged: true, instructionLike: true, score: 1, findings: [] },
  };
  const entrance = new Entrance();
  const honest = Array.from({ length: 9 }, (_, index) => `honest-${index}`);
  for (let i = 0; i < MEMORIES; i++) {
    for (const agent of honest) entrance.write(agent, quiet);
    entrance.write('poisoner', flag);
  }
  const gap = {
    recollect: mean(honest.map((agent) => entrance.honesty(agent))) - entrance.honesty('poisoner'),
    reference:
      mean(honest.map((agent) => entrance.book.agent(agent).reference)) -
      entrance.book.agent('poisoner').reference,
  };
  for (let i = 0; i < SLEEPER_CLEAN; i++) entrance.write('sleeper', quiet);
  const before = {
    honesty: entrance.honesty('sleeper'),
    reference: entrance.book.agent('sleeper').reference,
  };
  for (let i = 0; i < SLEEPER_POISON; i++) entrance.write('sleeper', flag);
  return {
    gap,
    drop: {
      recollect: 1 - entrance.honesty('sleeper') / before.honesty,
      reference: 1 - entrance.book.agent('sleeper').reference / before.reference,
    },
  };
};
