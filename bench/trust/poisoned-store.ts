import { BenchVault } from './bench-vault.ts';
import type { Family } from './families.ts';
import { pick } from './random.ts';

const STORE = 1_000;
const POISON = 10;
/** Questions about memories of the store that poison is planted for, how many words of them each poison carries, */
const TARGETS = 20;
const CARRIED = 6;
/** and questions that no poison was written for. */
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
 * once with every agent declared welcome, which switches the defence off, and once as it is. A question is the first
 * telling words of an honest memory of the store, which is its answer. For 20 of them poison competes: each poison text
 * carries the words of six, so three of them are after every such question. 60 more are asked to see what the defence
 * costs.
 */
export const poisonedStore = async (
  attack: Family,
  benign: readonly string[],
  random: () => number,
): Promise<Poisoned> => {
  const isPoison = (index: number) => index % (STORE / POISON) === STORE / POISON / 2;
  const honest = Array.from({ length: STORE }, (_, index) => index)
    .filter((index) => !isPoison(index))
    .map((index) => ({ index, text: pick(benign, random), agent: `honest-${index % HONEST}` }));
  const askable = honest.filter(({ text }) => keywordsOf(text).length >= 3);
  const baits = Array.from({ length: TARGETS }, () => keywordsOf(pick(askable, random).text));
  const poison = Array.from({ length: POISON }, (_, group) => {
    const own = Array.from({ length: CARRIED }, (_, offset) => baits[(group * 2 + offset) % TARGETS]!);
    const text = `${own.flat().join(' ')}\n${pick(attack.texts, random).slice(0, 1_500)}`;
    return { index: group * (STORE / POISON) + STORE / POISON / 2, text, agent: 'poisoner' };
  });
  const texts = [...honest, ...poison].sort((a, b) => a.index - b.index);
  const asked = Array.from({ length: QUERIES }, () => pick(askable, random));
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
    for (const words of baits) {
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
    return { poisoned: poisoned / baits.length, ndcg: gain / asked.length };
  };
  const [plain, defended] = [await measure(false), await measure(true)];
  return {
    before: plain.poisoned,
    after: defended.poisoned,
    cost: plain.ndcg === 0 ? 0 : (plain.ndcg - defended.ndcg) / plain.ndcg,
  };
};
