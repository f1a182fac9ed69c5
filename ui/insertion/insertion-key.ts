/** Ctrl+Shift+C, on a Mac ⌘⇧C: copy the chosen memories for a chat. */
export const isInsertionKey = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'c';
