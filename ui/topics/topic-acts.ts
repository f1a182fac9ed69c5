import type { Topic } from '../../core/model/graph-api.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';

export type TopicActs = {
  rename(topic: Topic, name: string): Promise<void>;
  hide(topic: Topic, hidden: boolean): Promise<void>;
  merge(ids: readonly string[]): Promise<void>;
};

/** What a person can change about topics; each act is told, and the pages that show topics read them again. */
export const topicActs = (app: AppState): TopicActs => {
  const vault = fullVault(app);
  const act = (words: string, run: () => Promise<void>) =>
    app.attempt(async () => {
      await run();
      app.say(words);
      app.version.value += 1;
    });
  return {
    rename: ({ id }, name) => act(t('topics.renamed', { name }), () => vault.renameTopic(id, name)),
    hide: ({ id, name }, hidden) =>
      act(t(hidden ? 'topics.hidden' : 'topics.unhidden', { name }), () => vault.hideTopic(id, hidden)),
    merge: (ids) => act(t('topics.merged', { n: ids.length }), () => vault.mergeTopics(ids)),
  };
};
