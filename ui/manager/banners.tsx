import { sayFailure, t } from '../i18n/i18n.ts';
import type { AppState } from './app-state.ts';
import { Opening } from './opening.tsx';
import { WaitingErase } from './privacy/waiting-erase.tsx';

/** What a person has to know on every page: trouble with the vault, waiting erases, a newer version. */
export const Banners = ({ app }: { app: AppState }) => {
  const status = app.status.value;
  const update = app.platform.update?.value;
  const { rebuild, problem, pendingErase } = status ?? {};
  const waiting = pendingErase?.waiting ?? [];
  const newest = waiting.at(-1);
  return (
    <div class="banners">
      {(status === undefined || status.state === 'opening') && <Opening />}
      {status?.state === 'refused' && (
        <div class="notice danger" role="alert">
          {t('vault.failed')} {problem && sayFailure(problem)}
        </div>
      )}
      {status?.state === 'rebuilding' && rebuild && (
        <div class="notice calm" role="status">
          {t('vault.rebuilding', { done: rebuild.done, total: rebuild.total })}
        </div>
      )}
      {status?.full && (
        <div class="notice danger" role="alert">
          {t('capture.full')}
        </div>
      )}
      {app.settings.value?.paused && (
        <div class="notice">
          <span class="grow">{t('capture.paused')}</span>
          <button
            type="button"
            class="button small"
            onClick={() => void app.attempt(() => app.vault.changeSettings({ paused: false }))}
          >
            {t('banner.resume')}
          </button>
        </div>
      )}
      {newest && (
        <div role="status">
          <WaitingErase app={app} erase={newest}>
            {waiting.length > 1 && (
              <a class="button small quiet" href="#/privacy">
                {t('erase.more', { n: waiting.length - 1 })}
              </a>
            )}
          </WaitingErase>
        </div>
      )}
      {update && (
        <div class="notice calm">
          <span class="grow">{t('banner.update')}</span>
          <button type="button" class="button small" onClick={update}>
            {t('banner.reload')}
          </button>
        </div>
      )}
    </div>
  );
};
