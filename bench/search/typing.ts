import { STOP_WORDS } from '../../core/search/analyse/word-lists.ts';
import type { WorkerBench } from '../harness/record.ts';
import type { Engine, EngineDocument, EngineFactory } from './engine.ts';
import { seededRandom } from './large-store.ts';

/** A query of two words of one memory, and the same as a hurried hand types it. */
export type TypedCase = {
  readonly kind: string;
  readonly clean: string;
  readonly typed: string;
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DEPTH = 10;
const stopWords = new Set(STOP_WORDS.en);

type Random = () => number;

const below = (limit: number, random: Random): number => Math.floor(random() * limit);

/** One slip anywhere in the word, its first letter included: wrong, missing, doubled, added or swapped. */
export const slip = (word: string, random: Random): string => {
  const at = below(word.length, random);
  const letter = LETTERS[below(LETTERS.length, random)] as string;
  const before = word.slice(0, at);
  const here = word[at] as string;
  const after = word.slice(at + 1);
  switch (below(5, random)) {
    case 0:
      return before + letter + after;
    case 1:
      return before + after;
    case 2:
      return before + here + here + after;
    case 3:
      return before + letter + here + after;
    default:
      return at + 1 < word.length
        ? before + after[0] + here + after.slice(1)
        : word.slice(0, -2) + here + word.at(-2);
  }
};

const KINDS: Readonly<
  Record<string, { readonly shortest: number; type(word: string, random: Random): string }>
> = {
  'as-typed': { shortest: 5, type: (word) => word },
  beginning: { shortest: 6, type: (word, random) => word.slice(0, 4 + below(word.length - 5, random)) },
  'one-slip': { shortest: 5, type: slip },
  'first-letter': {
    shortest: 5,
    type: (word, random) =>
      [
        word.slice(1),
        word[1] + (word[0] as string) + word.slice(2),
        slip(word[0] as string, random) + word.slice(1),
      ][below(3, random)] as string,
  },
  'two-slips': { shortest: 8, type: (word, random) => slip(slip(word, random), random) },
  'beginning-with-slip': {
    shortest: 8,
    type: (word, random) => slip(word.slice(0, 6 + below(word.length - 6, random)), random),
  },
};

/** The same cases for every engine: a word of a memory as context, then one that is typed badly, without a space after it. */
export const typedCases = (documents: readonly EngineDocument[], perKind: number): TypedCase[] => {
  const random = seededRandom(23);
  return Object.entries(KINDS).flatMap(([kind, { shortest, type }]) => {
    const cases: TypedCase[] = [];
    while (cases.length < perKind) {
      const { text } = documents[below(documents.length, random)] as EngineDocument;
      const words = [...new Set(text.toLowerCase().match(/\b[a-z]{5,20}\b/g))].filter(
        (word) => !stopWords.has(word),
      );
      const word = words[below(words.length, random)];
      const beside = words[below(words.length, random)];
      if (word === undefined || beside === undefined || word === beside || word.length < shortest) continue;
      const typed = type(word, random);
      if (typed === word && kind !== 'as-typed') continue;
      cases.push({ kind, clean: `${beside} ${word}`, typed: `${beside} ${typed}` });
    }
    return cases;
  });
};

/** Share of typed queries among whose ten first hits is the first hit of the query as it was meant. */
export const measureTyping = async (
  factory: EngineFactory,
  documents: readonly EngineDocument[],
  cases: readonly TypedCase[],
  bench: Pick<WorkerBench, 'record'>,
): Promise<void> => {
  const engine: Engine = await factory.create();
  await engine.add(documents);
  for (const [kind, own] of Map.groupBy(cases, (each) => each.kind)) {
    let asked = 0;
    let found = 0;
    const times: number[] = [];
    for (const { clean, typed } of own) {
      const [best] = await engine.search(clean, 1);
      const started = performance.now();
      const ranked = await engine.search(typed, DEPTH);
      times.push(performance.now() - started);
      asked += 1;
      if (best !== undefined && ranked.includes(best)) found += 1;
    }
    const common = {
      bench: 'search',
      engine: factory.name,
      corpus: 'mixed',
      scope: 'store',
      size: documents.length,
      kind: `typing-${kind}`,
      n: asked,
    } as const;
    bench.record({ ...common, metric: 'recall@10', value: found / asked, unit: 'ratio' });
    times.sort((a, b) => a - b);
    bench.record({
      ...common,
      metric: 'latency-p95',
      value: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
      unit: 'ms',
    });
  }
  engine.close?.();
};
