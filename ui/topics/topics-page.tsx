import { useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Topic } from '../../core/model/graph-api.ts';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { PageProps } from '../manager/pages.ts';
import { route } from '../manager/router.ts';
import { GraphState } from './graph-state.tsx';
import { topicActs } from './topic-acts.ts';
import { TopicList } from './topic-list.tsx';
import { TopicView } from './topic-view.tsx';
import { useGraphStatus } from './use-graph-status.ts';
import './topics.css';

/** What the conversations are about, coarse to fine; one topic in full when the address names it. */
export const TopicsPage = ({ app, id }: PageProps) => {
  const topics = useSignal<readonly Topic[] | undefined>(undefined);
  const acts = useMemo(() => topicActs(app), [app]);
  const graph = useGraphStatus(app);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      topics.value = await fullVault(app).topics();
    });
  });
  const known = topics.value;
  if (!known) return <Waiting rows={5} />;
  if (id !== '' && route.value.page === 'topics') {
    return (
      <TopicView
        key={id}
        app={app}
        topic={known.find((topic) => topic.id === id)}
        topics={known}
        acts={acts}
      />
    );
  }
  return (
    <div class="page">
      <h1>{t('page.topics')}</h1>
      <SectionTabs section="topics" current="topics" />
      <GraphState app={app} graph={graph} />
      {known.length > 0 && (
        <>
          <p class="hint">{t('topics.intro')}</p>
          <TopicList topics={known} acts={acts} />
        </>
      )}
    </div>
  );
};
