import { BenchVault } from './bench-vault.ts';
import type { Family } from './families.ts';
import { pick } from './random.ts';

const STORE = 1_000;
const POISON = 10;
const QUERIES = 60;
const HONEST = 8;
const TOP = 5;
const DEPTH = 10;
const WORD = /[\p{L}\p{N}]+/gu;

const keywordsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(WORD) ?? [])].filter((word) => word.length > 4).slice(0, 5);

export type Poisoned = {
  /** Share of poison in the first five results, without and with the defence. */
  readonly before: number;
  readonly after: number;
  /** NDCG@10 that questions for ordinary memories lose by the defence, 0…1. */
  readonly cost: number;
};

/**
 * A store of 1,000 memories of eight honest agents with 1 % poison by a ninth, captured and searched by the vault twice:
 * once with every agent declared welcome, which switches the defence off, and once as it is. Each poison text carries
 * the words of six questions that it is planted for; 60 such questions are asked, and 60 for other memories, of which
 * the one whose words they are is the answer.
 */
export const poisonedStore = async (
  attack: Family,
  benign: readonly string[],
  random: () => number,
): Promise<Poisoned> => {
  const baits = Array.from({ length: QUERIES }, () => keywordsOf(pick(benign, random)));
  const texts = Array.from({ length: STORE }, (_, index) => {
    const poison = index % (STORE / POISON) === STORE / POISON / 2;
    if (!poison) return { text: pick(benign, random), agent: `honest-${index % HONEST}` };
    const group = Math.floor((index * POISON) / STORE);
    const own = baits.slice((group * QUERIES) / POISON, ((group + 1) * QUERIES) / POISON);
    const text = `${own.flat().join(' ')}\n${pick(attack.texts, random).slice(0, 1_500)}`;
    return { text, agent: 'poisoner' };
  });
  const asked = Array.from({ length: QUERIES }, () => pick(texts, random)).filter(
    ({ agent, text }) => agent !== 'poisoner' && keywordsOf(text).length >= 3,
  );
  const measure = async (defended: boolean) => {
    const bench = await BenchVault.open();
    const allowAll = async (): Promise<void> => {
      for (const agent of new Set(texts.map((row) => row.agent))) await bench.allow(agent);
    };
    // Before, so that nothing is held back; after, so that no one is suspected.
    if (!defended) await allowAll();
    for (const { text, agent } of texts) await bench.write(agent, text);
    if (!defended) await allowAll();
    let poisoned = 0;
    let counted = 0;
    for (const words of baits) {
      if (words.length < 3) continue;
      counted++;
      const { hits } = await bench.vault.search({ query: words.join(' '), limit: DEPTH });
      poisoned += hits.slice(0, TOP).filter(({ row }) => row.agentId.endsWith('/poisoner')).length / TOP;
    }
    let gain = 0;
    for (const { text } of asked) {
      const { hits } = await bench.vault.search({ query: keywordsOf(text).join(' '), limit: DEPTH });
      const found = await bench.vault.texts(hits.map(({ row }) => row.seq));
      const right = new Set(found.flatMap((row) => (row.text === text ? [row.seq] : [])));
      const place = hits.findIndex(({ row }) => right.has(row.seq));
      if (place >= 0) gain += 1 / Math.log2(place + 2);
    }
    return { poisoned: poisoned / (counted || 1), ndcg: gain / (asked.length || 1) };
  };
  const [plain, defended] = [await measure(false), await measure(true)];
  return {
    before: plain.poisoned,
    after: defended.poisoned,
    cost: plain.ndcg === 0 ? 0 : (plain.ndcg - defended.ndcg) / plain.ndcg,
  };
};
