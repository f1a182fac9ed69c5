import { useSignal } from '@preact/signals';
import { Modal } from '../components/modal.tsx';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { saveBlob } from '../save-blob.ts';
import { ForgetPart } from './forget-part.tsx';

type Props = { readonly app: AppState; readonly onChanged: () => Promise<void> };

/** Taking behaviour data out, forgetting part of it, and erasing all of it. */
export const BehaviourData = ({ app, onChanged }: Props) => {
  const vault = fullVault(app);
  const erasing = useSignal(false);
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
      <ForgetPart app={app} onChanged={onChanged} />
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
