import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';

type Props = {
  readonly open: Signal<boolean>;
  readonly title: string;
  readonly className?: string;
  readonly children: ComponentChildren;
};

/** A native dialog that follows a signal; the browser keeps the focus inside and gives it back. */
export const Modal = ({ open, title, className = '', children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const shown = open.value;
  useLayoutEffect(() => {
    if (shown && !dialog.current?.open) {
      dialog.current?.showModal();
      dialog.current?.querySelector('input')?.focus();
    }
    if (!shown) dialog.current?.close();
  }, [shown]);
  const close = () => {
    open.value = false;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the press is on the backdrop
    <dialog
      ref={dialog}
      class={`modal ${className}`}
      aria-labelledby={id}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      {shown && (
        <div class="modal-body">
          <header>
            <h2 id={id}>{title}</h2>
            <button
              type="button"
              class="button quiet icon-only"
              aria-label={t('action.close')}
              onClick={close}
            >
              <Icon name="close" />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
};
