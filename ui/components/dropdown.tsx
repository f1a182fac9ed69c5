import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons.tsx';

type Props = { readonly label: string; readonly active?: boolean; readonly children: ComponentChildren };

/** A disclosure that hangs under its button; closes on Escape and on a press elsewhere. */
export const Dropdown = ({ label, active = false, children }: Props) => {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const open = details.current;
      if (open?.open && !event.composedPath().includes(open)) open.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details class="dropdown" ref={details} name="dropdown" onKeyDown={onKeyDown}>
      <summary class={active ? 'chip active' : 'chip'}>
        {label}
        <Icon name="chevron" size={12} />
      </summary>
      <div class="dropdown-panel">{children}</div>
    </details>
  );
};
