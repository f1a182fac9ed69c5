import { useLayoutEffect } from 'preact/hooks';
import type { Seq } from '../../core/model/memory.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import type { AppState } from '../manager/app-state.ts';
import { isInsertionKey } from './insertion-key.ts';

type Props = { readonly app: AppState; readonly seqs: readonly Seq[]; readonly className: string };

/** Opens the preview for some memories, by its button or its key; the preview is loaded when it is first wanted. */
export const CopyForChat = ({ app, seqs, className }: Props) => {
  const run = () =>
    app.attempt(async () => {
      const { openInsertion } = await import('./open-insertion.tsx');
      const said = await openInsertion(fullVault(app), seqs, (text) => navigator.clipboard.writeText(text));
      if (said !== undefined) app.say(said);
    });
  // Before the button is painted: a key pressed the moment it is seen must not be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isInsertionKey(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <button
      type="button"
      class={className}
      title="Ctrl+Shift+C"
      aria-keyshortcuts="Control+Shift+C Meta+Shift+C"
      onClick={() => void run()}
    >
      <Icon name="chat" size={className === 'chip' ? 14 : 18} />
      {t('action.copyForChat')}
    </button>
  );
};
