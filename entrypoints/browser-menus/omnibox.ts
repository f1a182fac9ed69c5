import type { RunErrand, Suggestion } from '../host/errands.ts';

const LONGEST_QUERY = 1_000;

const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replace(
      /[&<>"']/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign] ?? sign,
    );

/** One line of the address bar. Chrome reads it as XML, Firefox as plain text. */
export const suggestResult = (
  { hash, title, snippet }: Suggestion,
  asXml: boolean,
): chrome.omnibox.SuggestResult => ({
  content: hash,
  description: asXml
    ? `${escaped(snippet)}${title === '' ? '' : ` <dim>${escaped(title)}</dim>`}`
    : [snippet, title].filter(Boolean).join(' · '),
});

/** Where an entered text leads: to the suggested memory, else to the manager's search. */
export const hashOfEntry = (entered: string): string =>
  /^#\/memory\/\d+(?:\?|$)/.test(entered)
    ? entered
    : `#/memories?q=${encodeURIComponent(entered.trim().slice(0, LONGEST_QUERY))}`;

/** Searches the memory from the address bar. Call while the background starts. */
export const listenToOmnibox = (run: RunErrand, asXml: boolean): void => {
  let newest = 0;
  chrome.omnibox.setDefaultSuggestion({ description: chrome.i18n.getMessage('omnibox') });
  chrome.omnibox.onInputChanged.addListener((typed, suggest) => {
    newest += 1;
    const asked = newest;
    const query = typed.trim().slice(0, LONGEST_QUERY);
    if (query === '') return;
    run({ type: 'suggest', query })
      .then(({ suggestions }) => {
        if (asked === newest) suggest(suggestions.map((each) => suggestResult(each, asXml)));
      })
      .catch((error: unknown) => console.error('Recollect: the address bar could not search', error));
  });
  chrome.omnibox.onInputEntered.addListener((entered, disposition) => {
    const url = chrome.runtime.getURL(`/manager.html${hashOfEntry(entered)}`);
    if (disposition === 'currentTab') void chrome.tabs.update({ url });
    else void chrome.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
};
