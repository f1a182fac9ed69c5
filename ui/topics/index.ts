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

/** Pages of this section with strings of their own: loaded, and their strings made known, once. */
const parts = new Map<string, Promise<void>>();

const addOnce = (name: string, add: () => Promise<void>): Promise<void> => {
  const known = parts.get(name) ?? add();
  parts.set(name, known);
  return known;
};

export const loadGraphPage = async () => {
  const [{ GraphPage }] = await Promise.all([
    import('./graph-page.tsx'),
    messages,
    addOnce('graph', async () =>
      addMessages((await import('../i18n/en/graph.ts')).en, async (language) =>
        language === 'de'
          ? (await import('../i18n/de/graph.ts')).de
          : (await import('../i18n/fr/graph.ts')).fr,
      ),
    ),
  ]);
  return GraphPage;
};

export const loadTimelinePage = async () => {
  const [{ TimelinePage }] = await Promise.all([
    import('./timeline-page.tsx'),
    messages,
    addOnce('timeline', async () =>
      addMessages((await import('../i18n/en/timeline.ts')).en, async (language) =>
        language === 'de'
          ? (await import('../i18n/de/timeline.ts')).de
          : (await import('../i18n/fr/timeline.ts')).fr,
      ),
    ),
  ]);
  return TimelinePage;
};

export const loadDigestsPage = async () => {
  const [{ DigestsPage }] = await Promise.all([
    import('./digests-page.tsx'),
    messages,
    addOnce('digests', async () =>
      addMessages((await import('../i18n/en/digests.ts')).en, async (language) =>
        language === 'de'
          ? (await import('../i18n/de/digests.ts')).de
          : (await import('../i18n/fr/digests.ts')).fr,
      ),
    ),
  ]);
  return DigestsPage;
};
