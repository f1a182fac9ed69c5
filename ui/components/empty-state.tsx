import type { ComponentChildren } from 'preact';

type Props = { readonly title: string; readonly text: string; readonly children?: ComponentChildren };

/** What will appear here, why it is empty, and one action. */
export const EmptyState = ({ title, text, children }: Props) => (
  <div class="empty">
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);
