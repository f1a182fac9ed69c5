import { wordsOnly } from '../../core/capture/index.ts';

const isField = (target: EventTarget): boolean => target instanceof HTMLInputElement;

const isEditor = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);

/** Where an event began, inside open shadow trees too. */
const isIn = (event: Event, kind: (target: EventTarget) => boolean): boolean =>
  event.composedPath().some(kind);

const selectedText = (page: Window, target: EventTarget | undefined): string =>
  target instanceof HTMLTextAreaElement
    ? target.value.slice(target.selectionStart, target.selectionEnd)
    : (page.getSelection()?.toString() ?? '');

/**
 * Tells the plain text of whatever a person pastes or drops into a page, before the page sees it. Single-line fields,
 * such as searches, are left alone, and so is what is only moved within an editor. Events that a page made up do not
 * count. Returns how to stop.
 */
export const watchPastes = (page: Window, onPaste: (text: string) => void): (() => void) => {
  const stop = new AbortController();
  /** Letters and digits that were last copied, cut or dragged in an editor of this page: putting them back is no news. */
  let taken = '';

  const tell = (event: Event, data: DataTransfer | null): void => {
    if (!event.isTrusted || isIn(event, isField)) return;
    const text = data?.getData('text/plain') ?? '';
    if (text !== '' && wordsOnly(text) !== taken) onPaste(text);
  };
  const take = (event: Event): void => {
    if (event.isTrusted)
      taken = isIn(event, isEditor) ? wordsOnly(selectedText(page, event.composedPath()[0])) : '';
  };

  const options = { capture: true, passive: true, signal: stop.signal } as const;
  page.addEventListener('paste', (event) => tell(event, event.clipboardData), options);
  page.addEventListener('drop', (event) => tell(event, event.dataTransfer), options);
  for (const kind of ['copy', 'cut', 'dragstart'] as const) page.addEventListener(kind, take, options);
  return () => stop.abort();
};
