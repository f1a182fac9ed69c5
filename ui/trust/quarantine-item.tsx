import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Seq } from '../../core/model/memory.ts';
import type { MemoryRow } from '../../core/model/query.ts';
import type { Sentence } from '../../core/model/sentence.ts';
import { TrustDot } from '../components/trust-dot.tsx';
import { agentName, formatMoment } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import type { QuarantineActs } from './quarantine-toolbar.tsx';
import { sayReason } from './say-reason.ts';

type Props = {
  readonly app: AppState;
  readonly row: MemoryRow;
  readonly selected: Signal<ReadonlySet<Seq>>;
  readonly acts: QuarantineActs;
};

/** One memory in quarantine: its words as plain text only, where they come from, why they wait, and the choice. */
export const QuarantineItem = ({ app, row, selected, acts }: Props) => {
  const vault = fullVault(app);
  const reasons = useSignal<readonly Sentence[]>([]);
  const whole = useSignal<string | undefined>(undefined);
  const { seq } = row;
  useEffect(() => {
    void app.attempt(async () => {
      reasons.value = await vault.trustReasons(seq);
    });
  }, [seq]);
  const readWhole = () =>
    app.attempt(async () => {
      const [found] = await vault.texts([seq]);
      whole.value = found?.text ?? row.preview;
    });
  const toggle = () => {
    const next = new Set(selected.value);
    if (!next.delete(seq)) next.add(seq);
    selected.value = next;
  };
  const shortened = row.length > row.preview.length;
  const title = row.title || t(`role.${row.role}`);
  return (
    <li class="card">
      <div class="quarantine-head">
        <label class="tick">
          <input type="checkbox" checked={selected.value.has(seq)} onChange={toggle} />
          <span class="visually-hidden">{t('quarantine.select', { title })}</span>
        </label>
        <a class="title" href={`#/memory/${seq}`}>
          <bdi>{title}</bdi>
        </a>
        <span class="byline">
          <TrustDot label={row.label} />
          <bdi>{agentName(row.agentId)}</bdi> · {formatMoment(row.createdAt)}
        </span>
      </div>
      <p class="quarantined-words" dir="auto">
        {whole.value ?? `${row.preview.trimEnd()}${shortened ? '…' : ''}`}
      </p>
      {whole.value === undefined && shortened && (
        <button type="button" class="button quiet small" onClick={() => void readWhole()}>
          {t('quarantine.whole')}
        </button>
      )}
      {reasons.value.length > 0 && (
        <>
          <h2 class="small-title">{t('quarantine.why')}</h2>
          <ul class="reasons">
            {reasons.value.map((reason) => (
              <li key={sayReason(reason)}>{sayReason(reason)}</li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <button type="button" class="button small" onClick={() => void acts.accept([seq])}>
          {t('quarantine.accept')}
        </button>
        <button type="button" class="button small danger" onClick={() => void acts.remove([seq])}>
          {t('quarantine.delete')}
        </button>
        <button type="button" class="button small quiet" onClick={() => void acts.always([seq])}>
          {t('quarantine.always')}
        </button>
      </div>
    </li>
  );
};
