import { BenchVault } from './bench-vault.ts';

const LOOPS = 200;
const SYBILS = 100;
const TOP = 8;

/** 200 loops of inserting a memory and capturing the answer that repeats it: how many changed what is known of the agent. */
export const echoEvidence = async (): Promise<number> => {
  const bench = await BenchVault.open();
  await bench.write(
    'm',
    'The sourdough starter is fed twice a day with equal parts of rye flour and warm water before baking.',
    'user',
  );
  const [own] = (await bench.vault.recent(1)).rows;
  await bench.write('m', 'Fine.');
  const known = async (): Promise<string> => {
    const { hostile = 0, flags = [], usefulness = 0 } = (await bench.trust()).get('m') ?? {};
    return JSON.stringify({ hostile, flags, usefulness });
  };
  let changed = 0;
  for (let i = 0; i < LOOPS; i++) {
    const preview = await bench.vault.previewInsertion([own?.seq ?? 0], []);
    if (!preview.ok) throw new Error(preview.error.message);
    await bench.vault.inserted(preview.value.mark);
    const before = await known();
    await bench.write('m', `You said: ${preview.value.block}`);
    if ((await known()) !== before) changed++;
  }
  return changed;
};

/** Of the first eight results, how many come from 100 new identities that all write the words asked for. */
export const sybilsInTop = async (): Promise<number> => {
  const bench = await BenchVault.open();
  for (let i = 0; i < 12; i++) await bench.write('honest', `A note of day ${i} about the turbine blade.`);
  for (let i = 0; i < SYBILS; i++) await bench.write(`sybil-${i}`, `turbine blade turbine blade number ${i}`);
  const { hits } = await bench.vault.search({ query: 'turbine blade', limit: 20 });
  return hits.slice(0, TOP).filter(({ row }) => row.agentId.includes('sybil')).length;
};
