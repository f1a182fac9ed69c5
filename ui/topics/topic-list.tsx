import { type Signal, useSignal } from '@preact/signals';
import type { Topic } from '../../core/model/graph-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Modal } from '../components/modal.tsx';
import { type MessageKey, t } from '../i18n/i18n.ts';
import { withParam } from '../manager/memories/filter-params.ts';
import { replaceParams, route } from '../manager/router.ts';
import type { TopicActs } from './topic-acts.ts';
import { TopicControls } from './topic-controls.tsx';
import { topicSummary } from './topic-summary.ts';
import { topicsOf } from './topics-of.ts';

const NAMED_LEVELS = 3;

const levelName = (level: number): string =>
  level < NAMED_LEVELS ? t(`topics.level.${level}` as MessageKey) : t('topics.levelN', { level });

type Props = { readonly topics: readonly Topic[]; readonly acts: TopicActs };

const MergeBar = ({ topics, acts, selected }: Props & { selected: Signal<ReadonlySet<string>> }) => {
  const asking = useSignal(false);
  const chosen = topics.filter(({ id }) => selected.value.has(id));
  if (chosen.length === 0) return null;
  const merge = async () => {
    asking.value = false;
    const ids = chosen.map(({ id }) => id);
    selected.value = new Set();
    await acts.merge(ids);
  };
  return (
    <div class="facets" role="toolbar" aria-label={t('topics.merge')}>
      <strong>{t('topics.selected', { n: chosen.length })}</strong>
      <button
        type="button"
        class="chip"
        disabled={chosen.length < 2}
        onClick={() => {
          asking.value = true;
        }}
      >
        {t('topics.merge')}
      </button>
      <Modal open={asking} title={t('topics.mergeTitle')}>
        <ul class="reasons">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
        <p>{t('topics.mergeText')}</p>
        <div class="actions">
          <button type="button" class="button primary" onClick={() => void merge()}>
            {t('topics.mergeYes')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              asking.value = false;
            }}
          >
            {t('action.cancel')}
          </button>
        </div>
      </Modal>
    </div>
  );
};

/** The topics of one level, filtered by the address; two or more can be merged. */
export const TopicList = ({ topics, acts }: Props) => {
  const selected = useSignal<ReadonlySet<string>>(new Set());
  const { params } = route.value;
  const levels = [...new Set(topics.map(({ level }) => level))].sort((a, b) => a - b);
  const level = Number(params.get('level') ?? levels[0] ?? 0);
  const hidden = params.get('hidden') === '1';
  const shown = topicsOf(topics, { level, hidden, words: params.get('filter') ?? '' });
  const set = (name: string, value: string) => replaceParams(withParam(route.value.params, name, value));
  const toggle = (id: string) => {
    const next = new Set(selected.value);
    if (!next.delete(id)) next.add(id);
    selected.value = next;
  };
  return (
    <>
      <search class="topic-tools">
        <input
          class="field"
          type="search"
          aria-label={t('topics.filter')}
          placeholder={t('topics.filter')}
          defaultValue={params.get('filter') ?? ''}
          onInput={(event) => set('filter', event.currentTarget.value)}
        />
        {levels.length > 1 && (
          <fieldset class="segments" aria-label={t('topics.level')}>
            {levels.map((value) => (
              <button
                key={value}
                type="button"
                class="chip"
                aria-pressed={value === level}
                onClick={() => set('level', String(value))}
              >
                {levelName(value)}
              </button>
            ))}
          </fieldset>
        )}
        {topics.some((topic) => topic.hidden) && (
          <button
            type="button"
            class="chip"
            aria-pressed={hidden}
            onClick={() => set('hidden', hidden ? '' : '1')}
          >
            {t('topics.showHidden')}
          </button>
        )}
      </search>
      <MergeBar topics={topics} acts={acts} selected={selected} />
      {shown.length === 0 ? (
        <EmptyState title={t('topics.noMatch')} text={t('topics.noMatchText')}>
          <button type="button" class="button" onClick={() => replaceParams(new URLSearchParams())}>
            {t('topics.clear')}
          </button>
        </EmptyState>
      ) : (
        <ul class="topic-list">
          {shown.map((topic) => (
            <li key={topic.id} class={topic.hidden ? 'card hidden-topic' : 'card'}>
              <div class="topic-head">
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={selected.value.has(topic.id)}
                    onChange={() => toggle(topic.id)}
                  />
                  <span class="visually-hidden">{t('topics.select', { name: topic.name })}</span>
                </label>
                <a class="title" href={`#/topics/${encodeURIComponent(topic.id)}`}>
                  <bdi>{topic.name}</bdi>
                </a>
                <span class="count">{t('topics.size', { n: topic.size })}</span>
              </div>
              <p class="hint" dir="auto">
                {topicSummary(topic)}
              </p>
              <TopicControls topic={topic} acts={acts} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
