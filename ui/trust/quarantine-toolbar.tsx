import type { Signal } from '@preact/signals';
import type { Seq } from '../../core/model/memory.ts';
import type { MemoryRow } from '../../core/model/query.ts';
import { t } from '../i18n/i18n.ts';

/** Decisions about quarantined memories. */
export type QuarantineActs = {
  accept(seqs: readonly Seq[]): Promise<void>;
  always(seqs: readonly Seq[]): Promise<void>;
  remove(seqs: readonly Seq[]): Promise<void>;
};

type Props = {
  readonly rows: readonly MemoryRow[];
  readonly selected: Signal<ReadonlySet<Seq>>;
  readonly acts: QuarantineActs;
};

/** One decision for several memories. */
export const QuarantineToolbar = ({ rows, selected, acts }: Props) => {
  const seqs = [...selected.value];
  return (
    <div class="facets" role="toolbar" aria-label={t('selection.label')}>
      <button
        type="button"
        class="chip"
        onClick={() => {
          selected.value = new Set(rows.map(({ seq }) => seq));
        }}
      >
        {t('quarantine.selectAll', { n: rows.length })}
      </button>
      {seqs.length > 0 && (
        <>
          <strong>{t('quarantine.selected', { n: seqs.length })}</strong>
          <button type="button" class="chip" onClick={() => void acts.accept(seqs)}>
            {t('quarantine.accept')}
          </button>
          <button type="button" class="chip" onClick={() => void acts.remove(seqs)}>
            {t('quarantine.delete')}
          </button>
          <button
            type="button"
            class="chip"
            onClick={() => {
              selected.value = new Set();
            }}
          >
            {t('selection.clear')}
          </button>
        </>
      )}
    </div>
  );
};
