import { useSignal, useSignalEffect } from '@preact/signals';
import type { LifecycleStep } from '../../core/model/learning-api.ts';
import { formatNumber } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';

const STEPS = [
  ['warm', 'learning.lifecycleWarm'],
  ['cold', 'learning.lifecycleCold'],
  ['archived', 'learning.lifecycleArchived'],
] as const;

/** What stepping back of unused memories would do now, and doing it. */
export const Lifecycle = ({ app }: { app: AppState }) => {
  const vault = fullVault(app);
  const counts = useSignal<Readonly<Record<LifecycleStep, number>> | undefined>(undefined);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      counts.value = await vault.lifecycleDryRun();
    });
  });
  const apply = () =>
    app.attempt(async () => {
      const n = await vault.applyLifecycle();
      app.say(t('learning.lifecycleDone', { n }));
      app.version.value += 1;
    });
  const found = counts.value;
  const total = found ? found.warm + found.cold + found.archived : 0;
  return (
    <section class="card" aria-labelledby="lifecycle-title">
      <h2 id="lifecycle-title">{t('learning.lifecycle')}</h2>
      <p class="hint">{t('learning.lifecycleText')}</p>
      {found && found.archived === 0 && <p role="status">{t('learning.lifecycleNone')}</p>}
      {found && total > 0 && (
        <ul class="reasons">
          {STEPS.map(([step, words]) => (
            <li key={step}>
              <strong>{formatNumber(found[step])}</strong> {t(words)}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="button"
        disabled={!found || found.archived === 0}
        onClick={() => void apply()}
      >
        {t('learning.lifecycleApply')}
      </button>
    </section>
  );
};
