import * as Comlink from 'comlink';
import { connectVault } from '../../workers/connect.ts';
import { CaptureHost } from './capture-host.ts';

/** How the host tells the background what to show on a tab's badge. */
export type BadgeMessage = {
  readonly type: 'badge';
  readonly tabId: number;
  readonly state: 'ok' | 'trouble' | 'paused';
};

/** Connects content scripts with the vault; runs in the offscreen document (Chrome) or the background page (Firefox). */
export const startHost = (showBadge: (message: BadgeMessage) => void): void => {
  const started = connectVault().then(async (vault) => {
    const host = new CaptureHost(vault, chrome.runtime.id, import.meta.env.MODE, (tabId, state) =>
      showBadge({ type: 'badge', tabId, state }),
    );
    await vault.subscribe(
      Comlink.proxy((change) => {
        if (change.kind === 'settings' || change.kind === 'status') {
          host.refreshPolicy().catch((error: unknown) => console.error('Recollect: policy not read', error));
        }
      }),
    );
    return host;
  });
  // Registered at once: ports that arrive while the vault connects are not lost.
  chrome.runtime.onConnect.addListener((port) => {
    started
      .then((host) => host.accept(port))
      .catch((error: unknown) => {
        console.error('Recollect: the vault could not be reached', error);
        port.disconnect();
      });
  });
};
