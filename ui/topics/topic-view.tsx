import { useSignal, useSignalEffect } from '@preact/signals';
import type { Topic } from '../../core/model/graph-api.ts';
import type { MemoryRow } from '../../core/model/query.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { MemoryLinks } from '../components/memory-links.tsx';
import { agentName, formatMoment } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import type { AppState } from '../manager/app-state.ts';
import type { TopicActs } from './topic-acts.ts';
import { TopicControls } from './topic-controls.tsx';

const STEP = 25;

type Props = {
  readonly app: AppState;
  readonly topic: Topic | undefined;
  readonly topics: readonly Topic[];
  readonly acts: TopicActs;
};

const Members = ({ app, topic }: { app: AppState; topic: Topic }) => {
  const vault = fullVault(app);
  const limit = useSignal(STEP);
  const found = useSignal<{ readonly rows: readonly MemoryRow[]; readonly total: number } | undefined>(
    undefined,
  );
  useSignalEffect(() => {
    const wanted = limit.value;
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      found.value = await vault.topicMemories(topic.id, 0, wanted);
    });
  });
  const { rows = [], total = 0 } = found.value ?? {};
  return (
    <section class="card" aria-labelledby="members-title">
      <h2 id="members-title">{t('topics.memories')}</h2>
      <MemoryLinks rows={rows} />
      {rows.length < total && (
        <button
          type="button"
          class="button"
          onClick={() => {
            limit.value += STEP;
          }}
        >
          {t('topics.more', { n: Math.min(STEP, total - rows.length) })}
        </button>
      )}
    </section>
  );
};

/** One topic: its terms, what it holds, and what can be changed about it. */
export const TopicView = ({ app, topic, topics, acts }: Props) => {
  if (!topic) {
    return (
      <EmptyState title={t('topics.gone')} text={t('topics.goneText')}>
        <a class="button" href="#/topics">
          {t('topics.back')}
        </a>
      </EmptyState>
    );
  }
  const within = topics.filter(({ parent }) => parent === topic.id);
  const { terms, projects, agents, from, to } = topic;
  return (
    <div class="page record-page">
      <a class="button quiet small back" href="#/topics">
        <Icon name="back" size={16} /> {t('topics.back')}
      </a>
      <header>
        <h1>
          <bdi>{topic.name}</bdi>
        </h1>
        <p class="byline">
          {t('topics.size', { n: topic.size })} ·{' '}
          {t('topics.span', { from: formatMoment(from), to: formatMoment(to) })}
        </p>
        <div class="actions">
          <a class="button" href={`#/graph?topic=${encodeURIComponent(topic.id)}`}>
            {t('topics.inGraph')}
          </a>
          <TopicControls topic={topic} acts={acts} />
        </div>
      </header>
      <div class="cards">
        <section class="card" aria-labelledby="about-title">
          <h2 id="about-title">{t('topics.about')}</h2>
          <h3>{t('topics.terms')}</h3>
          <ul class="chips">
            {terms.map((term) => (
              <li key={term}>
                <a class="chip" href={`#/memories?q=${encodeURIComponent(term)}`}>
                  <bdi>{term}</bdi>
                </a>
              </li>
            ))}
          </ul>
          <dl class="facts">
            {projects.length > 0 && (
              <div>
                <dt>{t('topics.projects')}</dt>
                <dd>{projects.join(', ')}</dd>
              </div>
            )}
            <div>
              <dt>{t('topics.agents')}</dt>
              <dd>{agents.map(agentName).join(', ')}</dd>
            </div>
          </dl>
          {within.length > 0 && (
            <>
              <h3>{t('topics.within')}</h3>
              <ul class="reasons">
                {within.map(({ id, name, size }) => (
                  <li key={id}>
                    <a href={`#/topics/${encodeURIComponent(id)}`}>
                      <bdi>{name}</bdi>
                    </a>{' '}
                    {t('topics.size', { n: size })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <Members app={app} topic={topic} />
      </div>
    </div>
  );
};
