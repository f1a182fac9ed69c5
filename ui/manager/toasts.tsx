import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import type { AppState } from './app-state.ts';

/** What was just done, with its undo, and what failed, with its details. */
export const Toasts = ({ app }: { app: AppState }) => (
  <section class="toasts" aria-label={t('toasts.label')} aria-live="polite">
    {app.toasts.value.map((toast) => {
      const { id, words, kind, undo, takeBack, details } = toast;
      return (
        <div key={id} class={`toast ${kind}`}>
          <span>{words}</span>
          {(undo || takeBack) && (
            <button type="button" class="button small" onClick={() => void app.undoToast(toast)}>
              {t('action.undo')}
            </button>
          )}
          {details && (
            <button
              type="button"
              class="button small"
              onClick={() => void app.attempt(() => navigator.clipboard.writeText(details))}
            >
              {t('action.copyDetails')}
            </button>
          )}
          <button
            type="button"
            class="button quiet small icon-only"
            aria-label={t('action.close')}
            onClick={() => app.dismiss(id)}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      );
    })}
  </section>
);
