import { useSignal, useSignalEffect } from '@preact/signals';
import type { Memory } from '../../core/model/memory.ts';
import type { MemoryRow } from '../../core/model/query.ts';
import { MemoryLinks } from '../components/memory-links.tsx';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';

const STEP = 5;
const MOST = 25;

type Props = { readonly app: AppState; readonly memory: Pick<Memory, 'seq'> };

/** Memories connected with one, across all assistants, each with what they share; for the page of a memory. */
export const RelatedMemories = ({ app, memory }: Props) => {
  const { seq } = memory;
  const related = useSignal<
    readonly { readonly row: MemoryRow; readonly why: readonly string[] }[] | undefined
  >(undefined);
  const limit = useSignal(STEP);
  useSignalEffect(() => {
    const wanted = limit.value;
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      related.value = await fullVault(app).related(seq, wanted);
    });
  });
  const found = related.value;
  if (!found) return null;
  const termsOf = (wanted: number) => {
    const terms = found.find(({ row }) => row.seq === wanted)?.why ?? [];
    return terms.length > 0 ? t('related.shared', { terms: terms.join(', ') }) : undefined;
  };
  return (
    <section class="card" aria-labelledby="related-title">
      <h2 id="related-title">{t('related.title')}</h2>
      {found.length === 0 ? (
        <p class="hint">{t('related.none')}</p>
      ) : (
        <>
          <MemoryLinks rows={found.map(({ row }) => row)} noteOf={termsOf} />
          <div class="actions">
            {found.length === limit.value && limit.value < MOST && (
              <button
                type="button"
                class="button small"
                onClick={() => {
                  limit.value += STEP * 2;
                }}
              >
                {t('related.more')}
              </button>
            )}
            <a class="button small quiet" href={`#/graph?around=${seq}`}>
              {t('related.graph')}
            </a>
          </div>
        </>
      )}
    </section>
  );
};
