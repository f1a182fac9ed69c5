import type { ComponentChildren } from 'preact';

/** What may be wider than its place and scrolls sideways in it, with the keyboard too. */
export const ScrollX = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
  // biome-ignore lint/a11y/useSemanticElements: a landmark would repeat the card around it, a fieldset holds fields
  <div class="scroll-x" role="group" tabIndex={0} aria-label={label}>
    {children}
  </div>
);
