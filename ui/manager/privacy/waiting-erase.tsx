import type { ComponentChildren } from 'preact';
import type { WaitingErase as Waiting } from '../../../core/model/vault-api.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';

type Props = {
  readonly app: AppState;
  readonly erase: Waiting;
  readonly children?: ComponentChildren;
};

/** One erase inside its undo window: when it becomes physical, and the way back. */
export const WaitingErase = ({ app, erase, children }: Props) => {
  const time = formatTime(erase.until);
  return (
    <div class="notice">
      <span class="grow">
        {erase.scope === 'behaviour'
          ? t('erase.waitingBehaviour', { time })
          : t('erase.waiting', { n: erase.count, time })}
      </span>
      {children}
      <button type="button" class="button small" onClick={() => void app.undo(erase)}>
        {t('action.undo')}
      </button>
    </div>
  );
};
