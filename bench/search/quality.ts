import type { BenchRecord, WorkerBench } from '../harness/record.ts';
import type { TestConversation } from './corpus.ts';
import { documentsOf } from './documents.ts';
import type { Engine, EngineFactory } from './engine.ts';
import { meanWithInterval } from './interval.ts';
import { type Quality, qualityOf } from './metrics.ts';

type Answer = Quality & { readonly kind: string; readonly conversation: number };

const METRICS: readonly (readonly [string, keyof Quality])[] = [
  ['ndcg@5', 'ndcg5'],
  ['ndcg@10', 'ndcg10'],
  ['recall@5', 'recall5'],
  ['recall@10', 'recall10'],
  ['mrr', 'mrr'],
];
const DEPTH = 10;

const ask = async (
  engine: Engine,
  conversations: readonly TestConversation[],
  firstIds: readonly number[],
  offset: number,
) => {
  const answers: Answer[] = [];
  for (const [index, { questions }] of conversations.entries()) {
    for (const { text, kind, relevant } of questions) {
      const first = firstIds[index] as number;
      const ranked = await engine.search(text, DEPTH);
      answers.push({
        ...qualityOf(ranked, new Set(relevant.map((at) => first + at))),
        kind,
        conversation: index + offset,
      });
    }
  }
  return answers;
};

/** Measures one engine on one corpus, each question in its own conversation and in one store of all. */
export const measureQuality = async (
  factory: EngineFactory,
  conversations: readonly TestConversation[],
  bench: WorkerBench,
): Promise<void> => {
  const corpus = conversations[0]?.corpus ?? '';
  const size = conversations.reduce((sum, { documents }) => sum + documents.length, 0);
  const answersByScope: Record<string, Answer[]> = { conversation: [], store: [] };
  for (const [index, conversation] of conversations.entries()) {
    const { documents, firstIds } = documentsOf([conversation]);
    const engine = await factory.create();
    await engine.add(documents);
    answersByScope.conversation?.push(...(await ask(engine, [conversation], firstIds, index)));
    engine.close?.();
  }
  const { documents, firstIds } = documentsOf(conversations);
  const engine = await factory.create();
  await engine.add(documents);
  answersByScope.store?.push(...(await ask(engine, conversations, firstIds, 0)));
  engine.close?.();

  const common = { bench: 'search', engine: factory.name, corpus, size, unit: 'ratio' } as const;
  const record = (
    metric: string,
    scope: string,
    kind: string,
    answers: readonly Answer[],
    key: keyof Quality,
  ): void => {
    if (answers.length === 0) return;
    const measured: BenchRecord = {
      ...common,
      metric,
      scope,
      kind,
      ...meanWithInterval(answers, (answer) => answer[key]),
      n: answers.length,
    };
    bench.record(measured);
  };
  for (const [scope, answers] of Object.entries(answersByScope)) {
    for (const [metric, key] of METRICS) record(metric, scope, 'all', answers, key);
    if (factory.name !== 'recollect') continue;
    for (const [kind, group] of Map.groupBy(answers, ({ kind }) => kind))
      record('ndcg@10', scope, kind, group, 'ndcg10');
    for (const [kind, group] of Map.groupBy(answers, ({ kind }) => kind))
      record('recall@10', scope, kind, group, 'recall10');
    for (const half of [0, 1]) {
      const group = answers.filter(({ conversation }) => conversation % 2 === half);
      const kind = half === 0 ? 'conversations 1, 3, …' : 'conversations 2, 4, …';
      record('ndcg@10', scope, kind, group, 'ndcg10');
      record('recall@10', scope, kind, group, 'recall10');
    }
  }
};
