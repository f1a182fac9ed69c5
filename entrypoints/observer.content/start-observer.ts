import { offerChannel, type Send } from './channel.ts';
import { hookFetch } from './hook-fetch.ts';
import { hookSocket } from './hook-socket.ts';
import { hookXhr } from './hook-xhr.ts';

/** Marks a page whose traffic is observed already; holds how to offer a new channel after an update. */
const OBSERVED = Symbol.for('recollect.observed');

type ObservedPage = Window & typeof globalThis & { [OBSERVED]?: () => void };

/**
 * Observes the traffic of a page, once: started again (after an update of the extension) it only offers a new
 * channel. Requests are never changed, added or held up.
 */
export const startObserver = (page: ObservedPage): void => {
  const again = page[OBSERVED];
  if (again) {
    again();
    return;
  }
  let line: Send = offerChannel(page.document);
  const send: Send = (message) => line(message);
  Object.defineProperty(page, OBSERVED, {
    value: () => {
      line = offerChannel(page.document);
    },
  });
  const onFault = (error: unknown): void => console.debug('Recollect: an answer was not observed', error);
  hookFetch(page, send, onFault);
  hookXhr(page, send, onFault);
  hookSocket(page, send, onFault);
};
