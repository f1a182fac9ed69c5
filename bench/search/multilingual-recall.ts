import type { WorkerBench } from '../harness/record.ts';
import type { EngineDocument, EngineFactory } from './engine.ts';
import { MULTILINGUAL } from './multilingual.ts';

const DEPTH = 10;

/** Recall of each language's questions for their memories, all of them together among the other documents of a store. */
export const measureLanguages = async (
  factory: EngineFactory,
  others: readonly EngineDocument[],
  bench: Pick<WorkerBench, 'record'>,
): Promise<void> => {
  const engine = await factory.create();
  const first = others.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  const documents = MULTILINGUAL.map(
    ({ memory }, at): EngineDocument => ({
      id: first + at,
      text: memory,
      conversation: 3_000_000 + at,
      order: 0,
      role: 'user',
      createdAt: 0,
      title: '',
    }),
  );
  await engine.add([...others, ...documents]);
  const found: { readonly language: string; readonly hit: boolean }[] = [];
  for (const [at, { question, language }] of MULTILINGUAL.entries())
    found.push({ language, hit: (await engine.search(question, DEPTH)).includes(first + at) });
  const all = found.map(({ hit }) => ({ language: 'all', hit }));
  for (const [language, own] of Map.groupBy([...all, ...found], (each) => each.language)) {
    bench.record({
      bench: 'search',
      metric: 'recall@10',
      engine: factory.name,
      corpus: 'languages',
      scope: 'store',
      size: others.length + documents.length,
      kind: language,
      value: own.filter(({ hit }) => hit).length / own.length,
      unit: 'ratio',
      n: own.length,
    });
  }
  engine.close?.();
};
