import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SearchResponse } from '../../core/model/query.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { t } from '../i18n/i18n.ts';
import type { PageProps } from '../manager/pages.ts';
import { replaceParams, route } from '../manager/router.ts';
import { LabHits } from './lab-hits.tsx';
import { QueryReading } from './query-reading.tsx';
import { SavedSearches } from './saved-searches.tsx';
import './lab.css';

const EXAMPLE = 'dough before:2030';
const MAX_HITS = 20;

/** A search taken apart: its words, its stages with their times, and the score of every hit. */
export const LabPage = ({ app }: PageProps) => {
  const field = useRef<HTMLInputElement>(null);
  const answer = useSignal<SearchResponse | undefined>(undefined);
  const query = useComputed(() =>
    route.value.page === 'lab' ? (route.value.params.get('q') ?? '') : undefined,
  );
  useSignalEffect(() => {
    const wanted = query.value;
    answer.value = undefined;
    if (wanted === undefined) return;
    if (field.current) field.current.value = wanted;
    if (wanted.trim() === '' || app.version.value < 0) return;
    void app.attempt(async () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const response = await app.vault.search({ query: wanted, limit: MAX_HITS, timeZone });
      if (query.peek() === wanted) answer.value = response;
    });
  });
  const look = (next: string) => replaceParams(new URLSearchParams(next === '' ? {} : { q: next }));
  const asked = (query.value ?? '').trim() !== '';
  const response = answer.value;
  return (
    <div class="page">
      <h1>{t('page.lab')}</h1>
      <SectionTabs section="learning" current="lab" />
      <p class="hint">{t('lab.intro')}</p>
      <search>
        <form
          class="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            look(field.current?.value ?? '');
          }}
        >
          <input
            ref={field}
            class="field"
            type="search"
            aria-label={t('lab.query')}
            placeholder={t('lab.query')}
            defaultValue={query.value ?? ''}
            autocomplete="off"
            spellcheck={false}
          />
          <button type="submit" class="button primary">
            {t('lab.run')}
          </button>
        </form>
      </search>
      {!asked && (
        <EmptyState title={t('lab.empty')} text={t('lab.emptyText')}>
          <button type="button" class="button" onClick={() => look(EXAMPLE)}>
            {t('lab.emptyAction', { query: EXAMPLE })}
          </button>
        </EmptyState>
      )}
      {asked && !response && <Waiting rows={4} />}
      {response && (
        <>
          <QueryReading response={response} />
          <LabHits response={response} />
        </>
      )}
      <SavedSearches app={app} query={query.value ?? ''} />
    </div>
  );
};
