import { useSignal } from '@preact/signals';
import { Modal } from '../../components/modal.tsx';
import { sayFailure, t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';

/** Erases everything, after the word for it was typed. */
export const EraseAll = ({ app }: { app: AppState }) => {
  const open = useSignal(false);
  const typed = useSignal('');
  const running = useSignal(false);
  const word = t('erase.allWord');
  const sure = typed.value.trim().toLocaleUpperCase() === word;
  const erase = () =>
    app.attempt(async () => {
      if (!sure || running.value) return;
      running.value = true;
      try {
        const result = await app.vault.eraseEverything();
        if (!result.ok) {
          app.say(sayFailure(result.error), { kind: 'failed', details: result.error.code });
          return;
        }
        open.value = false;
        typed.value = '';
        // Only what the next first paint needs is kept outside the vault; it goes too.
        localStorage.clear();
        sessionStorage.clear();
        app.say(t('erase.allDone'));
        [app.status.value, app.settings.value] = await Promise.all([
          app.vault.status(),
          app.vault.settings(),
        ]);
        app.version.value += 1;
      } finally {
        running.value = false;
      }
    });
  return (
    <section class="card" aria-labelledby="erase-all-title">
      <h2 id="erase-all-title">{t('erase.allTitle')}</h2>
      <p class="hint">{t('erase.allIntro')}</p>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          typed.value = '';
          open.value = true;
        }}
      >
        {t('erase.allTitle')}…
      </button>
      <Modal open={open} title={t('erase.allTitle')}>
        <p>{t('erase.allIntro')}</p>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void erase();
          }}
        >
          <label>
            {t('erase.allType', { word })}
            <input
              class="field"
              type="text"
              autocomplete="off"
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value;
              }}
            />
          </label>
          {running.value && <p role="status">{t('erase.removing')}…</p>}
          <div class="actions">
            <button type="submit" class="button danger" disabled={!sure || running.value}>
              {t('erase.allYes')}
            </button>
            <button
              type="button"
              class="button"
              disabled={running.value}
              onClick={() => {
                open.value = false;
              }}
            >
              {t('action.cancel')}
            </button>
          </div>
        </form>
      </Modal>
    </section>
  );
};
