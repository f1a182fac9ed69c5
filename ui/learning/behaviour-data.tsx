import { useSignal } from '@preact/signals';
import { Modal } from '../components/modal.tsx';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { filterOf } from '../manager/memories/filter-params.ts';
import { saveBlob } from '../save-blob.ts';

type Props = { readonly app: AppState; readonly onChanged: () => Promise<void> };

/** Taking behaviour data out, forgetting some days of it, and erasing all of it. */
export const BehaviourData = ({ app, onChanged }: Props) => {
  const vault = fullVault(app);
  const days = useSignal({ from: '', to: '' });
  const erasing = useSignal(false);
  const { from, to } = filterOf(new URLSearchParams(days.value));
  const ready = from !== undefined && to !== undefined && from < to;
  const forget = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    void app.attempt(async () => {
      const n = await vault.forgetSignals(from, to);
      app.say(t('learning.forgotSignals', { n }));
      await onChanged();
    });
  };
  const erase = () =>
    app.attempt(async () => {
      erasing.value = false;
      const undo = await vault.erase({ kind: 'behaviour' });
      app.say(t('learning.erased'), { undo });
      await onChanged();
    });
  const save = () =>
    app.attempt(async () => saveBlob(await vault.exportBehaviour(), 'recollect-behaviour.json'));
  return (
    <section class="card" aria-labelledby="data-title">
      <h2 id="data-title">{t('learning.data')}</h2>
      <p class="hint">{t('learning.dataText')}</p>
      <form class="form" onSubmit={forget}>
        <div class="pair">
          {(['from', 'to'] as const).map((name) => (
            <label key={name}>
              {t(`learning.${name}`)}
              <input
                class="field"
                type="date"
                value={days.value[name]}
                onChange={(event) => {
                  days.value = { ...days.value, [name]: event.currentTarget.value };
                }}
              />
            </label>
          ))}
        </div>
        <button type="submit" class="button" disabled={!ready}>
          {t('learning.forgetDays')}
        </button>
      </form>
      <div class="actions">
        <button type="button" class="button" onClick={() => void save()}>
          {t('learning.export')}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            erasing.value = true;
          }}
        >
          {t('learning.erase')}
        </button>
      </div>
      <Modal open={erasing} title={t('learning.eraseTitle')}>
        <p>{t('learning.eraseText')}</p>
        <div class="actions">
          <button type="button" class="button danger" onClick={() => void erase()}>
            {t('learning.eraseYes')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              erasing.value = false;
            }}
          >
            {t('action.cancel')}
          </button>
        </div>
      </Modal>
    </section>
  );
};
