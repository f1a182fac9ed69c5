import type { Undelivered } from './outbox.ts';

/**
 * How a script hands over to a later one of ours in the same page: after an update of the extension the old script
 * still runs and knows what was not delivered, but can reach nobody. Both live in worlds of their own and share only
 * the document; a page that listens hears its own words, and one that forges is as trusted as its traffic.
 */
const TAKE_OVER = 'recollect:take-over';
const CHANNEL = 'recollect:channel';
const EVENT = 'recollect:undelivered';

/** What a script leaves to the next one. */
export type Legacy = {
  /** The channel to the page's own world. */
  readonly channel?: EventTarget;
  readonly undelivered: readonly Undelivered[];
};

const isUndelivered = (value: unknown): value is Undelivered => {
  const { type, observation, gap } = (value ?? {}) as Record<string, unknown>;
  if (type === 'gap') return typeof gap === 'object' && gap !== null;
  const { conversation, turns } = (observation ?? {}) as Record<string, unknown>;
  const { id } = (conversation ?? {}) as Record<string, unknown>;
  return type === 'append' && typeof id === 'string' && Array.isArray(turns);
};

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Ends an earlier script of ours in this page and answers what it left. The host checks every shape again. */
export const takeOver = (target: Document): Legacy => {
  const place = target.createElement('i');
  const undelivered: Undelivered[] = [];
  let channel: EventTarget | undefined;
  place.addEventListener(CHANNEL, (event) => {
    channel = (event as MouseEvent).relatedTarget ?? undefined;
  });
  place.addEventListener(EVENT, (event) => {
    const value = parsed((event as CustomEvent<unknown>).detail);
    if (isUndelivered(value)) undelivered.push(value);
  });
  target.dispatchEvent(new MouseEvent(TAKE_OVER, { relatedTarget: place }));
  return { ...(channel ? { channel } : {}), undelivered };
};

/** Calls `leave` when a later script takes over, and passes on what it answers. Returns how to stop waiting. */
export const awaitSuccessor = (target: Document, leave: () => Legacy): (() => void) => {
  const onTakeOver = (event: Event): void => {
    const place = (event as MouseEvent).relatedTarget;
    if (!place) return;
    const { channel, undelivered } = leave();
    if (channel) place.dispatchEvent(new MouseEvent(CHANNEL, { relatedTarget: channel }));
    for (const each of undelivered)
      place.dispatchEvent(new CustomEvent(EVENT, { detail: JSON.stringify(each) }));
  };
  target.addEventListener(TAKE_OVER, onTakeOver);
  return () => target.removeEventListener(TAKE_OVER, onTakeOver);
};
