import type { GraphDocument } from './types.ts';

/** Small talk on three unlike subjects, written for the tests. */
const SUBJECTS: readonly (readonly string[])[] = [
  [
    'My sourdough starter is sluggish and the rye flour smells of acetone.',
    'Feed the sourdough starter twice a day with rye flour and warm water.',
    'The sourdough loaf came out dense, was the bulk fermentation too short?',
    'Bulk fermentation depends on dough temperature; a warm oven helps the sourdough loaf.',
    'What hydration do you advise for a rye sourdough loaf?',
    'Start the rye dough at 75% hydration and watch the bulk fermentation.',
    'The crust of my loaf burns before the crumb is baked.',
    'Lower the oven after twenty minutes and bake the loaf in a Dutch oven.',
  ],
  [
    'The Postgres query planner ignores my index on the orders table.',
    'Run ANALYZE on the orders table so that the query planner sees fresh statistics.',
    'Now the query planner picks a bitmap scan over the orders index.',
    'A bitmap scan is fine while the orders table fits the buffer cache in Postgres.',
    'How do I partition the orders table by month in Postgres?',
    'Declare range partitions on the orders table and keep an index per partition.',
    'Vacuum takes hours on the largest partition.',
    'Tune autovacuum per partition and the Postgres buffer cache stays warm.',
  ],
  [
    'Which hiking trail near Chamonix suits a beginner with a heavy tent?',
    'The hiking trail to Lac Blanc above Chamonix is short and has a mountain hut.',
    'Is the mountain hut at Lac Blanc open in October?',
    'Most mountain huts around Chamonix close in September; carry the tent.',
    'My hiking boots gave me blisters on the last mountain trail.',
    'Break the hiking boots in at home and tape blisters early on the trail.',
    'What does a light tent for a mountain trail weigh?',
    'A light tent weighs about 1.2kg and stands storms near the mountain hut.',
  ],
];

const START = Date.UTC(2026, 0, 5);

/** `conversations` conversations, taking subjects in turn; seqs from 1. The subject of a row is `conversation % 3`. */
export const fixtureDocuments = (conversations = 9): GraphDocument[] => {
  const documents: GraphDocument[] = [];
  for (let conversation = 0; conversation < conversations; conversation++) {
    const subject = SUBJECTS[conversation % SUBJECTS.length]!;
    subject.forEach((_, order) => {
      const seq = documents.length + 1;
      documents.push({
        seq,
        conversation,
        order,
        createdAt: START + seq * 60_000,
        site: 'chatgpt',
        agentId: 'chatgpt',
        text: subject[(order * 3 + conversation) % subject.length]!,
      });
    });
  }
  return documents;
};
