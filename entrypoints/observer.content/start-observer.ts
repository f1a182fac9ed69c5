import { type Offered, offerChannel, type Send } from './channel.ts';
import { hookFetch } from './hook-fetch.ts';
import { hookSocket } from './hook-socket.ts';
import { hookXhr } from './hook-xhr.ts';
import { Relay } from './relay.ts';

/** Marks a page whose traffic is observed already; holds how to offer a new channel where none is heard any more. */
const OBSERVED = Symbol.for('recollect.observed');

type ObservedPage = Window & typeof globalThis & { [OBSERVED]?: () => void };

/**
 * Observes the traffic of a page, once: started again (after an update of the extension) it only sees to it that a
 * content script listens. One that begins to listen hears what is under way from its start. Requests are never
 * changed, added or held up.
 */
export const startObserver = (page: ObservedPage): void => {
  const again = page[OBSERVED];
  if (again) {
    again();
    return;
  }
  const offer = (): Offered => offerChannel(page.document, () => Relay.repeatOpen());
  let line = offer();
  const send: Send = (message) => line.send(message);
  Object.defineProperty(page, OBSERVED, {
    value: () => {
      if (!line.isHeard()) line = offer();
    },
  });
  const onFault = (error: unknown): void => console.debug('Recollect: an answer was not observed', error);
  hookFetch(page, send, onFault);
  hookXhr(page, send, onFault);
  hookSocket(page, send, onFault);
};
