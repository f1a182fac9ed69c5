import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/topics.ts';
import { RelatedMemories } from './related-memories.tsx';
import { TopicsPage } from './topics-page.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de' ? (await import('../i18n/de/topics.ts')).de : (await import('../i18n/fr/topics.ts')).fr,
);

export const loadTopicsPage = async () => {
  await messages;
  return TopicsPage;
};

export const loadRelatedMemories = async () => {
  await messages;
  return RelatedMemories;
};

/** The graph, with its own strings. */
export const loadGraphPage = async () => {
  const [{ en: graph }, { GraphPage }] = await Promise.all([
    import('../i18n/en/graph.ts'),
    import('./graph-page.tsx'),
    messages,
  ]);
  graphMessages ??= addMessages(graph, async (language) =>
    language === 'de' ? (await import('../i18n/de/graph.ts')).de : (await import('../i18n/fr/graph.ts')).fr,
  );
  await graphMessages;
  return GraphPage;
};

let graphMessages: Promise<void> | undefined;
