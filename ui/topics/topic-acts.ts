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
  const act = (words: string, run: () => Promise<void>, back?: () => Promise<void>) =>
    app.attempt(async () => {
      await run();
      const takeBack = async () => {
        await back?.();
        app.version.value += 1;
      };
      app.say(words, back ? { takeBack } : {});
      app.version.value += 1;
    });
  return {
    rename: ({ id, name: before }, name) =>
      act(
        t('topics.renamed', { name }),
        () => vault.renameTopic(id, name),
        () => vault.renameTopic(id, before),
      ),
    hide: ({ id, name }, hidden) =>
      act(
        t(hidden ? 'topics.hidden' : 'topics.unhidden', { name }),
        () => vault.hideTopic(id, hidden),
        () => vault.hideTopic(id, !hidden),
      ),
    merge: (ids) => act(t('topics.merged', { n: ids.length }), () => vault.mergeTopics(ids)),
  };
};
