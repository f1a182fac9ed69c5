import { BenchVault } from './bench-vault.ts';
import type { Family } from './families.ts';
import { pick } from './random.ts';

const MEMORIES = 50;
const SLEEPER_POISON = 25;
/** Shares of poison that an agent is measured with. */
export const SHARES = [1, 0.3] as const;

/** P(not hostile), which is what evidence leaves of trust, and the reference's score of the same flags. */
export type Both = { readonly recollect: number; readonly reference: number };
export type FamilyRun = {
  /** Trust of an honest agent less that of the poisoner, by share of poison. */
  readonly gaps: readonly Both[];
  readonly drop: Both;
  /** Poison written until the alarm; infinite when none came. Undefined when it was alarmed before. */
  readonly toAlarm: number | undefined;
};

const both = (agent: { hostile: number; reference: number } | undefined): Both => {
  if (!agent) throw new Error('bench trust: the vault does not know an agent that wrote');
  return { recollect: 1 - agent.hostile, reference: agent.reference };
};
const less = (a: Both, b: Both): Both => ({
  recollect: a.recollect - b.recollect,
  reference: a.reference - b.reference,
});

/** One run of one family: two poisoners beside an honest agent, and a sleeper, each memory captured by one vault. */
export const familyRun = async (
  attack: Family,
  benign: readonly string[],
  random: () => number,
): Promise<FamilyRun> => {
  const bench = await BenchVault.open();
  for (let i = 0; i < MEMORIES; i++) {
    await bench.write('honest', pick(benign, random));
    for (const share of SHARES) {
      // Exactly the share, spread evenly: 30 % of 50 is 15 in every run.
      const poison = Math.floor((i + 1) * share) > Math.floor(i * share);
      await bench.write(`poisoner-${share}`, pick(poison ? attack.texts : benign, random));
    }
    await bench.write('sleeper', pick(benign, random));
  }
  const after = await bench.trust();
  const awake = after.get('sleeper');
  const gaps = SHARES.map((share) => less(both(after.get('honest')), both(after.get(`poisoner-${share}`))));
  let toAlarm = Number.POSITIVE_INFINITY;
  for (let i = 1; i <= SLEEPER_POISON; i++) {
    await bench.write('sleeper', pick(attack.texts, random));
    if (toAlarm === Number.POSITIVE_INFINITY && (await bench.trust()).get('sleeper')?.state === 'alarmed')
      toAlarm = i;
  }
  const [before, later] = [both(awake), both((await bench.trust()).get('sleeper'))];
  return {
    gaps,
    drop: {
      recollect: 1 - later.recollect / before.recollect,
      reference: 1 - later.reference / before.reference,
    },
    toAlarm: awake?.state === 'alarmed' ? undefined : toAlarm,
  };
};

/** One honest agent for each kind of ordinary text, 50 memories each: the names of those that are alarmed. */
export const honestRun = async (kinds: readonly Family[], random: () => number): Promise<string[]> => {
  const bench = await BenchVault.open();
  for (const { name, texts } of kinds)
    for (let i = 0; i < MEMORIES; i++) await bench.write(name, pick(texts, random));
  return [...(await bench.trust())].flatMap(([name, { state }]) => (state === 'alarmed' ? [name] : []));
};
