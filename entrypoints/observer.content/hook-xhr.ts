import { isObserved } from '../../core/capture/wire/observed.ts';
import type { Send } from './channel.ts';
import { Relay } from './relay.ts';

type Opened = { readonly url: string; readonly method: string };

const bytesOf = (request: XMLHttpRequest): Uint8Array | undefined => {
  const { response, responseType } = request;
  if (responseType === '' || responseType === 'text') return new TextEncoder().encode(request.responseText);
  if (responseType === 'json') return new TextEncoder().encode(JSON.stringify(response));
  return response instanceof ArrayBuffer ? new Uint8Array(response) : undefined;
};

/** Observes the page's own `XMLHttpRequest`s: reads the answer once it is there. */
export const hookXhr = (
  page: Window & typeof globalThis,
  send: Send,
  onFault: (error: unknown) => void,
): void => {
  const { prototype } = page.XMLHttpRequest;
  const openedBy = new WeakMap<XMLHttpRequest, Opened>();

  const observe = (request: XMLHttpRequest, { url, method }: Opened, body: unknown): void => {
    const relay = new Relay(send);
    relay.request(new URL(url, page.location.href).href, method, typeof body === 'string' ? body : undefined);
    request.addEventListener('loadend', () => {
      try {
        const bytes = request.status === 0 ? undefined : bytesOf(request);
        relay.response(request.status, request.getResponseHeader('content-type') ?? '');
        if (bytes) relay.bytes(bytes);
        relay.end(bytes !== undefined);
      } catch (error) {
        onFault(error);
      }
    });
  };

  prototype.open = new Proxy(prototype.open, {
    apply: (target, self: XMLHttpRequest, args: unknown[]) => {
      openedBy.set(self, { method: String(args[0]).toUpperCase(), url: String(args[1]) });
      return Reflect.apply(target, self, args);
    },
  });
  prototype.send = new Proxy(prototype.send, {
    apply: (target, self: XMLHttpRequest, args: unknown[]) => {
      const opened = openedBy.get(self);
      try {
        if (opened && isObserved(opened.url, page.location.href)) observe(self, opened, args[0]);
      } catch (error) {
        onFault(error);
      }
      return Reflect.apply(target, self, args);
    },
  });
};
