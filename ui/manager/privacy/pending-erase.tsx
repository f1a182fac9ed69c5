import { useSignal } from '@preact/signals';
import type { Progress } from '../../../core/model/progress.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import { WaitingErase } from './waiting-erase.tsx';

/** What was erased but is still on the disk, when that ends, the way back, and a way to end it now. */
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
        if (result.ok) app.say(t('erase.removed'));
        else
          app.say(t('erase.notRemoved'), {
            kind: 'failed',
            details: `${result.error.code}: ${result.error.message}`,
          });
        app.status.value = await app.vault.status();
        app.version.value += 1;
      } finally {
        running.value = false;
      }
    });
  if (running.value) return <ProgressBar label={t('erase.removing')} progress={progress.value} />;
  if (!pending) return null;
  return (
    <>
      {pending.waiting.map((erase) => (
        <WaitingErase key={erase.token} app={app} erase={erase} />
      ))}
      <div class="actions">
        <button type="button" class="button small danger" onClick={() => void complete()}>
          {t('erase.now')}
        </button>
      </div>
    </>
  );
};
