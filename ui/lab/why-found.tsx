import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Memory } from '../../core/model/memory.ts';
import type { SearchHit } from '../../core/model/query.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { hrefOf, route } from '../manager/router.ts';
import { WhyThisResult } from './why-this-result.tsx';

const MAX_HITS = 200;

type Props = { readonly app: AppState; readonly memory: Pick<Memory, 'seq'> };

/** Why the search that led here found this memory; nothing where no search did. For the page of a memory. */
export const WhyFound = ({ app, memory }: Props) => {
  const hit = useSignal<SearchHit | undefined>(undefined);
  const query = useComputed(() => (route.value.page === 'memory' ? (route.value.params.get('q') ?? '') : ''));
  const { seq } = memory;
  useSignalEffect(() => {
    const wanted = query.value;
    hit.value = undefined;
    if (wanted === '') return;
    void app.attempt(async () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const { hits } = await app.vault.search({ query: wanted, limit: MAX_HITS, timeZone });
      if (query.peek() === wanted)
        hit.value = hits.find(({ row, folded }) => row.seq === seq || folded.includes(seq));
    });
  });
  if (!hit.value) return null;
  return (
    <section class="card" aria-labelledby="why-found-title">
      <h2 id="why-found-title">{t('why.title')}</h2>
      <WhyThisResult why={hit.value.why} />
      <a href={hrefOf('lab', new URLSearchParams({ q: query.value }))}>{t('page.lab')}</a>
    </section>
  );
};
