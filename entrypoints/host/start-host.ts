import * as Comlink from 'comlink';
import * as v from 'valibot';
import { connectVault } from '../../workers/connect.ts';
import { CaptureHost } from './capture-host.ts';
import { ErrandSchema, isOwnBackground, type RunErrand, runErrand } from './errands.ts';

/** How the host tells the background what to show on a tab's badge. */
export type BadgeMessage = {
  readonly type: 'badge';
  readonly tabId: number;
  readonly state: 'ok' | 'trouble' | 'paused';
};

/**
 * Connects content scripts and the browser's own menus with the vault; runs in the offscreen document (Chrome) or the
 * background page (Firefox).
 * @returns runs an errand, for a background that is the host itself
 */
export const startHost = (showBadge: (message: BadgeMessage) => void): RunErrand => {
  const vault = connectVault();
  const host = new CaptureHost(vault, chrome.runtime.id, import.meta.env.MODE, (tabId, state) =>
    showBadge({ type: 'badge', tabId, state }),
  );
  // Ports are taken at once: what they say waits for the vault, and a page that is closing says it only once.
  chrome.runtime.onConnect.addListener((port) => host.accept(port));
  const run: RunErrand = async (errand) => runErrand(await vault, errand);
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const errand = v.safeParse(ErrandSchema, message);
    if (!errand.success || !isOwnBackground(sender, chrome.runtime.id)) return false;
    run(errand.output).then(respond, (error: unknown) => {
      console.error('Recollect: an errand failed', error);
      respond(undefined);
    });
    return true;
  });
  const follow = async () => {
    const client = await vault;
    await client.subscribe(
      Comlink.proxy((change) => {
        if (change.kind !== 'settings' && change.kind !== 'status') return;
        host.refreshPolicy().catch((error: unknown) => console.error('Recollect: policy not read', error));
      }),
    );
  };
  follow().catch((error: unknown) => console.error('Recollect: the vault could not be reached', error));
  return run;
};
