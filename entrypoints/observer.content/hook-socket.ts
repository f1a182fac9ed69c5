import { OBSERVED_SOCKETS } from '../../core/capture/wire/observed.ts';
import type { Send } from './channel.ts';
import { Relay } from './relay.ts';

/** Observes the sockets that the page opens: messages that come in, as text. Nothing is ever sent. */
export const hookSocket = (
  page: Window & typeof globalThis,
  send: Send,
  onFault: (error: unknown) => void,
): void => {
  const observe = (socket: WebSocket): void => {
    if (!OBSERVED_SOCKETS.test(socket.url)) return;
    const relay = new Relay(send);
    relay.socket(socket.url);
    const encoder = new TextEncoder();
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') relay.bytes(encoder.encode(data));
    });
    socket.addEventListener('close', () => relay.end(true));
  };
  page.WebSocket = new Proxy(page.WebSocket, {
    construct: (target, args, newTarget) => {
      const socket: WebSocket = Reflect.construct(target, args, newTarget);
      try {
        observe(socket);
      } catch (error) {
        onFault(error);
      }
      return socket;
    },
  });
};
