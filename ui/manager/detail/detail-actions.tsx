import { useSignal } from '@preact/signals';
import type { Memory } from '../../../core/model/memory.ts';
import { tellSignal, wasShown } from '../../feedback.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import { CopyForChat } from '../../insertion/copy-for-chat.tsx';
import { safeUrl } from '../../safe-url.ts';
import type { AppState } from '../app-state.ts';
import type { MemoryActs } from '../memories/acts.ts';
import { hrefOf } from '../router.ts';

type Props = {
  readonly app: AppState;
  readonly memory: Memory;
  readonly url: string;
  readonly acts: MemoryActs;
};

/** How the use of a copied memory went. */
const OUTCOMES = ['worked', 'partly', 'failed'] as const;

export const DetailActions = ({ app, memory, url, acts }: Props) => {
  const { seq, pinned, state, markdown } = memory;
  const link = safeUrl(url);
  const copied = useSignal(false);
  const copy = () =>
    app.attempt(async () => {
      await navigator.clipboard.writeText(markdown);
      await tellSignal(app.vault, seq, 'copy');
      copied.value = wasShown(seq);
      app.say(t('copied'));
    });
  const judge = (kind: 'thumbs-up' | 'thumbs-down' | (typeof OUTCOMES)[number]) =>
    app.attempt(async () => {
      await tellSignal(app.vault, seq, kind);
      copied.value = false;
      app.say(t('feedback.noted'));
    });
  return (
    <div class="actions">
      {link && (
        <a class="button primary" href={link} target="_blank" rel="noreferrer noopener">
          <Icon name="open" /> {t('detail.openSource')}
        </a>
      )}
      <button type="button" class="button" onClick={() => void copy()}>
        <Icon name="copy" /> {t('action.copy')}
      </button>
      {wasShown(seq) && (
        <>
          <button type="button" class="button" onClick={() => void judge('thumbs-up')}>
            {t('feedback.helpful')}
          </button>
          <button type="button" class="button" onClick={() => void judge('thumbs-down')}>
            {t('feedback.notHelpful')}
          </button>
        </>
      )}
      <a class="button" href={hrefOf('memories', new URLSearchParams({ q: `like:${seq}` }))}>
        <Icon name="like" /> {t('action.like')}
      </a>
      {copied.value && (
        <fieldset class="choice">
          <legend class="hint">{t('feedback.outcome')}</legend>
          {OUTCOMES.map((outcome) => (
            <button key={outcome} type="button" class="button small" onClick={() => void judge(outcome)}>
              {t(`feedback.outcome.${outcome}`)}
            </button>
          ))}
        </fieldset>
      )}
      <CopyForChat app={app} seqs={[seq]} className="button" />
      <button
        type="button"
        class="button"
        aria-pressed={pinned}
        onClick={() => void acts.pin([seq], !pinned)}
      >
        <Icon name="pin" /> {t(pinned ? 'action.unpin' : 'action.pin')}
      </button>
      {state === 'trashed' ? (
        <>
          <button type="button" class="button" onClick={() => void acts.restore([seq])}>
            <Icon name="restore" /> {t('action.restore')}
          </button>
          <button type="button" class="button danger" onClick={() => void acts.erase([seq])}>
            <Icon name="trash" /> {t('action.erase')}
          </button>
        </>
      ) : (
        <button type="button" class="button danger" onClick={() => void acts.trash([seq])}>
          <Icon name="trash" /> {t('action.delete')}
        </button>
      )}
    </div>
  );
};
