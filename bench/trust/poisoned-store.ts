import { capPerOrigin, newcomerFamily, TrustBook } from '../../core/trust/index.ts';
import type { Judged } from './judged.ts';
import { pick } from './random.ts';

const STORE = 1_000;
const POISON = 10;
const QUERIES = 60;
const TOP = 5;
const WORD = /[\p{L}\p{N}]+/gu;

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

type Row = {
  readonly agent: string;
  readonly poison: boolean;
  readonly words: Map<string, number>;
  readonly length: number;
  hidden: boolean;
};

const rowOf = (text: string, agent: string, poison: boolean, hidden: boolean): Row => {
  const words = new Map<string, number>();
  const all = wordsOf(text);
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { agent, poison, words, length: all.length, hidden };
};

/** BM25 (k1 = 1.2, b = 0.75) of every row; indices of those above zero. */
const scoresOf = (rows: readonly Row[], query: readonly string[]): { index: number; score: number }[] => {
  const average = rows.reduce((sum, { length }) => sum + length, 0) / rows.length;
  const scores = new Float64Array(rows.length);
  for (const word of new Set(query)) {
    const holding = rows.flatMap((row, index) => (row.words.has(word) ? [index] : []));
    const idf = Math.log(1 + (rows.length - holding.length + 0.5) / (holding.length + 0.5));
    for (const index of holding) {
      const { words, length } = rows[index]!;
      const count = words.get(word)!;
      scores[index]! += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
    }
  }
  return [...scores]
    .flatMap((score, index) => (score > 0 ? [{ index, score }] : []))
    .sort((a, b) => b.score - a.score);
};

export type Poisoned = {
  readonly before: number;
  readonly after: number;
  /** Loss of NDCG@10 of ordinary queries against the plain order, 0…1. */
  readonly cost: number;
};

/**
 * A store of 1,000 memories of eight honest agents with 1 % poison by a ninth. Each poison text carries the words of
 * a query it is planted for; 60 such queries, of ordinary memories' own words, are asked.
 */
export const poisonedStore = (
  attack: readonly Judged[],
  benign: readonly Judged[],
  random: () => number,
): Poisoned => {
  const book = new TrustBook();
  const rows: Row[] = [];
  const targets = Array.from({ length: QUERIES }, () => pick(benign, random)).map(({ text }) =>
    [...new Set(wordsOf(text))].filter((word) => word.length > 4).slice(0, 5),
  );
  let seq = 0;
  const write = (text: string, { detection }: Judged, agent: string, poison: boolean): void => {
    const { quarantine } = book.observe({
      agentKey: agent,
      conversationKey: `c${++seq}`,
      seq,
      at: 1_750_000_000_000 + seq * 60_000,
      role: 'assistant',
      label: 'assistant-generated',
      detection,
      echo: false,
    });
    rows.push(rowOf(text, agent, poison, quarantine));
  };
  for (let i = 0; i < STORE; i++) {
    if (i % (STORE / POISON) === 50) {
      const item = pick(attack, random);
      const bait = targets
        .slice((i * QUERIES) / STORE, ((i + 100) * QUERIES) / STORE)
        .flat()
        .join(' ');
      write(`${bait}\n${item.text.slice(0, 1_500)}`, item, 'poisoner', true);
    } else {
      const item = pick(benign, random);
      write(item.text, item, `honest-${i % 8}`, false);
    }
  }
  let before = 0;
  let after = 0;
  let cost = 0;
  let asked = 0;
  for (const query of targets) {
    if (query.length < 3) continue;
    asked++;
    const plain = scoresOf(rows, query);
    const guarded = capPerOrigin(
      plain
        .filter(({ index }) => !rows[index]!.hidden)
        .map(({ index, score }) => ({
          index,
          score: score * book.rankFactor(rows[index]!.agent, 'assistant-generated'),
        }))
        .sort((a, b) => b.score - a.score),
      ({ index }) => {
        const { agent } = rows[index]!;
        const family = newcomerFamily(agent, book.agent(agent));
        return family === agent ? undefined : family;
      },
    );
    const poisonIn = (list: readonly { index: number }[]): number =>
      list.slice(0, TOP).filter(({ index }) => rows[index]!.poison).length / TOP;
    before += poisonIn(plain);
    after += poisonIn(guarded);
    // What an honest store would have answered, graded by its own order.
    const ideal = plain
      .filter(({ index }) => !rows[index]!.poison)
      .slice(0, 10)
      .map(({ index }) => index);
    const gain = (list: readonly { index: number }[]): number =>
      list.slice(0, 10).reduce((sum, { index }, place) => {
        const rank = ideal.indexOf(index);
        return sum + (rank < 0 ? 0 : (10 - rank) / Math.log2(place + 2));
      }, 0);
    const best = gain(ideal.map((index) => ({ index })));
    const honestOnly = guarded.filter(({ index }) => !rows[index]!.poison);
    if (best > 0) cost += 1 - gain(honestOnly) / best;
  }
  return { before: before / asked, after: after / asked, cost: cost / asked };
};
