import { isObserved } from '../../core/capture/wire/observed.ts';
import type { Send } from './channel.ts';
import { Relay, relayResponse } from './relay.ts';

type FetchArguments = readonly [input: RequestInfo | URL, init?: RequestInit];

const addressOf = (input: unknown): string =>
  input instanceof Request ? input.url : input instanceof URL ? input.href : String(input);

const methodOf = ([input, init]: FetchArguments): string =>
  (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();

/** Text of a body where it can be had without touching what the page sends. */
const bodyOf = async (
  [input, init]: FetchArguments,
  spare: Request | undefined,
): Promise<string | undefined> => {
  const body = init?.body;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return new TextDecoder().decode(body);
  if (body instanceof Blob) return body.text();
  return body === undefined && input instanceof Request ? spare?.text() : undefined;
};

/**
 * Observes the page's own `fetch`. The page gets the very promise that the browser made; what is read is a clone.
 * A failure of ours never becomes one of the page.
 */
export const hookFetch = (
  page: Window & typeof globalThis,
  send: Send,
  onFault: (error: unknown) => void,
): void => {
  const { clone: cloneResponse } = Response.prototype;
  const { clone: cloneRequest } = Request.prototype;

  const observe = (args: FetchArguments, answer: Promise<Response>, spare: Request | undefined): void => {
    const relay = new Relay(send);
    const told = bodyOf(args, spare).then((body) =>
      relay.request(new URL(addressOf(args[0]), page.location.href).href, methodOf(args), body),
    );
    answer.then(
      (response) => {
        const copy: Response = Reflect.apply(cloneResponse, response, []);
        told.then(() => relayResponse(relay, copy)).catch(onFault);
      },
      () => told.then(() => relay.end(false)).catch(onFault),
    );
  };

  page.fetch = new Proxy(page.fetch, {
    apply: (target, self: unknown, list: unknown[]) => {
      const args = list as unknown as FetchArguments;
      let spare: Request | undefined;
      let isWanted = false;
      try {
        isWanted = isObserved(addressOf(args[0]), page.location.href);
        if (isWanted && args[0] instanceof Request && args[0].body && !args[0].bodyUsed)
          spare = Reflect.apply(cloneRequest, args[0], []);
      } catch (error) {
        onFault(error);
      }
      const answer: Promise<Response> = Reflect.apply(target, self, list);
      try {
        if (isWanted) observe(args, answer, spare);
      } catch (error) {
        onFault(error);
      }
      return answer;
    },
  });
};
