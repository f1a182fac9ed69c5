/** Attributes whose change means that a message changed although no element did. */
const TELLING_ATTRIBUTES = [
  'data-is-streaming',
  'data-turn-key',
  'data-message-id',
  'data-chatgpt-search-message-ids',
  'data-app-shell-active-page',
  'aria-setsize',
  'data-testid',
  'hidden',
];

const QUIET_MS = 80;
const LONGEST_WAIT_MS = 300;
/** Reading a page may take at most this share of the time, however long the page is. */
const READING_SHARE = 1 / 5;
const ADDRESS_POLL_MS = 500;

export type WatchPorts = {
  /** Reads the page; called soon after something changed, never more often than the page can bear. */
  readonly onChange: () => void;
  /** The address is another one than `left`. */
  readonly onAddress: (left: string) => void;
  /** The page is going away, now. */
  readonly onLeave: () => void;
};

/** Watches a page: its elements, its address, its end. Returns how to stop. */
export const watchPage = (page: Window & typeof globalThis, ports: WatchPorts): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  let quiet: number | undefined;
  let firstChange = 0;
  let restUntil = 0;

  const run = (): void => {
    quiet = undefined;
    firstChange = 0;
    const start = performance.now();
    ports.onChange();
    restUntil = start + (performance.now() - start) / READING_SHARE;
  };

  const changed = (): void => {
    const now = performance.now();
    if (quiet === undefined) firstChange = now;
    else page.clearTimeout(quiet);
    const soon = Math.min(now + QUIET_MS, firstChange + LONGEST_WAIT_MS);
    quiet = page.setTimeout(run, Math.max(0, Math.max(soon, restUntil) - now));
  };

  const observer = new MutationObserver(changed);
  observer.observe(page.document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: TELLING_ATTRIBUTES,
  });

  let href = page.location.href;
  const look = (): void => {
    if (page.location.href === href) return;
    const left = href;
    href = page.location.href;
    ports.onAddress(left);
    changed();
  };
  page.addEventListener('popstate', look, { signal });
  page.navigation?.addEventListener('currententrychange', look, { signal });
  const poll = page.setInterval(look, ADDRESS_POLL_MS);
  page.addEventListener('pagehide', () => ports.onLeave(), { signal });
  page.addEventListener('pageshow', changed, { signal });
  changed();

  return () => {
    stop.abort();
    observer.disconnect();
    page.clearInterval(poll);
    page.clearTimeout(quiet);
  };
};
