import { useSignal } from '@preact/signals';
import type { Progress } from '../../../core/model/progress.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';

/** What was erased but is still on the disk, when that ends, and a way to end it now. */
export const PendingErase = ({ app }: { app: AppState }) => {
  const running = useSignal(false);
  const progress = useSignal<Progress | undefined>(undefined);
  const pending = app.status.value?.pendingErase;
  const complete = () =>
    app.attempt(async () => {
      running.value = true;
      progress.value = undefined;
      try {
        const result = await app.vault.completeErase((next) => {
          progress.value = next;
        });
        app.erases.value = [];
        if (result.ok) app.say(t('erase.removed'));
        else app.say(t('erase.notRemoved'), { kind: 'failed', details: result.error.message });
        app.status.value = await app.vault.status();
        app.version.value += 1;
      } finally {
        running.value = false;
      }
    });
  if (running.value) return <ProgressBar label={t('erase.removing')} progress={progress.value} />;
  if (!pending) return null;
  return (
    <div class="notice">
      <span class="grow">
        {t('erase.waiting', { n: pending.count, time: formatTime(pending.physicalAt) })}
      </span>
      <button type="button" class="button small danger" onClick={() => void complete()}>
        {t('erase.now')}
      </button>
    </div>
  );
};
