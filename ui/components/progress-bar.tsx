import type { Progress } from '../../core/model/progress.ts';
import { t } from '../i18n/i18n.ts';

type Props = {
  readonly label: string;
  readonly progress: Progress | undefined;
  readonly onCancel?: () => void;
};

/** Numbers of a long act, and the way out of it. */
export const ProgressBar = ({ label, progress, onCancel }: Props) => {
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <div class="progress">
      <div class="progress-head">
        <span>{label}</span>
        <span>{total > 0 && t('progress.of', { done, total })}</span>
      </div>
      {total > 0 ? <progress aria-label={label} value={done} max={total} /> : <progress aria-label={label} />}
      {onCancel && (
        <button type="button" class="button small" onClick={onCancel}>
          {t('action.cancel')}
        </button>
      )}
    </div>
  );
};
