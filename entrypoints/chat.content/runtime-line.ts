import { CAPTURE_PORT, type HostMessage } from '../host/protocol.ts';
import type { Line } from './outbox.ts';

/** A line to the host page over a runtime port. Throws when the extension behind this page is gone. */
export const runtimeLine = (onMessage: (message: HostMessage) => void, onClose: () => void): Line => {
  const port = chrome.runtime.connect({ name: CAPTURE_PORT });
  port.onMessage.addListener((message: HostMessage) => onMessage(message));
  port.onDisconnect.addListener(() => onClose());
  return { post: (message) => port.postMessage(message), close: () => port.disconnect() };
};
