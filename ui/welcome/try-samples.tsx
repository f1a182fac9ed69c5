import { useSignal, useSignalEffect } from '@preact/signals';
import type { Seq } from '../../core/model/memory.ts';
import type { SearchHit } from '../../core/model/query.ts';
import type { VaultApi } from '../../core/model/vault-api.ts';
import { Marked } from '../components/marked.tsx';
import { t } from '../i18n/i18n.ts';

const SAMPLES = [1, 2, 3, 4] as const;
/** Marks the samples, so that they are found again on a later visit. */
const TAG = 'sample';

/** Four notes to try a search on; removable for good. */
export const TrySamples = ({ vault }: { vault: Promise<VaultApi> }) => {
  const seqs = useSignal<readonly Seq[] | undefined>(undefined);
  const query = useSignal('');
  const hits = useSignal<readonly SearchHit[] | undefined>(undefined);
  const removed = useSignal(false);
  const failure = useSignal('');
  const attempt = (act: (api: VaultApi) => Promise<void>) =>
    vault.then(act).catch((error: unknown) => {
      failure.value = error instanceof Error ? error.message : String(error);
    });
  useSignalEffect(() => {
    void attempt(async (api) => {
      const { rows } = await api.list({ tags: [TAG] }, 0, SAMPLES.length);
      seqs.value = rows.map(({ seq }) => seq);
    });
  });
  const add = () =>
    attempt(async (api) => {
      const added: Seq[] = [];
      for (const n of SAMPLES) {
        const kept = await api.addNote(t(`welcome.sample.${n}`), t(`welcome.sample.${n}.title`));
        if (kept.ok) added.push(kept.value);
      }
      await api.addTag(added, TAG);
      removed.value = false;
      seqs.value = added;
    });
  const search = (words: string) =>
    attempt(async (api) => {
      query.value = words;
      if (words.trim() === '') hits.value = undefined;
      else {
        const found = await api.search({ query: words, filter: { tags: [TAG] }, limit: SAMPLES.length });
        if (query.peek() === words) hits.value = found.hits;
      }
    });
  const remove = () =>
    attempt(async (api) => {
      await api.erase({ kind: 'memories', seqs: seqs.value ?? [] });
      seqs.value = [];
      hits.value = undefined;
      query.value = '';
      removed.value = true;
    });
  const has = (seqs.value?.length ?? 0) > 0;
  return (
    <section class="card try" aria-labelledby="try-title">
      <h2 id="try-title">{t('welcome.try')}</h2>
      {failure.value !== '' && (
        <p class="notice danger" role="alert">
          {t('vault.failed')} {failure.value}
        </p>
      )}
      {!has && (
        <>
          <p>{t('welcome.try.text')}</p>
          <button type="button" class="button" disabled={seqs.value === undefined} onClick={() => void add()}>
            {t('welcome.try.add')}
          </button>
        </>
      )}
      {has && (
        <>
          <input
            ref={(input) => {
              if (input && query.peek() === '' && document.activeElement === document.body) input.focus();
            }}
            class="field"
            type="search"
            aria-label={t('welcome.try.field')}
            placeholder={t('welcome.try.field')}
            value={query.value}
            onInput={(event) => void search(event.currentTarget.value)}
          />
          <p class="hint">{t('welcome.try.hint')}</p>
          <ul class="lines">
            {hits.value?.map(({ row, snippet, marks, titleMarks }) => (
              <li key={row.seq} class="sample">
                <strong>
                  <Marked text={row.title} marks={titleMarks} />
                </strong>
                <Marked text={snippet} marks={marks} />
              </li>
            ))}
          </ul>
          {hits.value?.length === 0 && <p>{t('welcome.try.none')}</p>}
          <button type="button" class="button" onClick={() => void remove()}>
            {t('welcome.try.remove')}
          </button>
        </>
      )}
      <p class={removed.value ? '' : 'visually-hidden'} role="status">
        {removed.value
          ? t('welcome.try.removed')
          : hits.value && t('welcome.try.found', { n: hits.value.length })}
      </p>
    </section>
  );
};
