import * as v from 'valibot';
import type { CaptureSender } from '../../core/model/sender.ts';
import type { CaptureApi, CapturePolicy, VaultApi } from '../../core/model/vault-api.ts';
import { siteOfPage } from '../chat.content/matches.ts';
import { CAPTURE_PORT, ContentMessageSchema, type HostMessage } from './protocol.ts';

export type HostVault = CaptureApi & Pick<VaultApi, 'subscribe' | 'report'>;

/** The sender as the browser vouches for it; undefined for anything but the top frame of a captured page. */
export const senderOf = (
  sender: chrome.runtime.MessageSender | undefined,
  ownId: string,
  mode: string,
): CaptureSender | undefined => {
  const { id, origin, url, tab, frameId } = sender ?? {};
  if (id !== ownId || tab?.id === undefined || frameId !== 0 || !url || !origin) return undefined;
  if (new URL(url).origin !== origin) return undefined;
  const site = siteOfPage(url, mode);
  return site === undefined ? undefined : { site, origin, tabId: tab.id, frameId };
};

type Connection = { readonly port: chrome.runtime.Port; readonly sender: CaptureSender };

/**
 * Forwards captures from content scripts to the vault. Owns nothing: every append is acknowledged only after the
 * vault committed it, so that a content script keeps what was not.
 */
export class CaptureHost {
  readonly #vault: Promise<HostVault>;
  readonly #connections = new Set<Connection>();
  readonly #onOutcome: (tabId: number, state: 'ok' | 'trouble' | 'paused') => void;
  readonly #ownId: string;
  readonly #mode: string;
  #policy: CapturePolicy | undefined;

  constructor(
    vault: Promise<HostVault>,
    ownId: string,
    mode: string,
    onOutcome: (tabId: number, state: 'ok' | 'trouble' | 'paused') => void,
  ) {
    this.#vault = vault;
    this.#ownId = ownId;
    this.#mode = mode;
    this.#onOutcome = onOutcome;
  }

  /** Takes a port offered by `runtime.onConnect`. */
  accept(port: chrome.runtime.Port): void {
    if (port.name !== CAPTURE_PORT) return;
    const sender = senderOf(port.sender, this.#ownId, this.#mode);
    if (!sender) {
      port.disconnect();
      return;
    }
    const connection = { port, sender };
    this.#connections.add(connection);
    port.onDisconnect.addListener(() => this.#connections.delete(connection));
    port.onMessage.addListener((message: unknown) => void this.#receive(connection, message));
  }

  /** Reads the policy again and tells every content script when it changed. */
  async refreshPolicy(): Promise<void> {
    const policy = await (await this.#vault).policy();
    if (JSON.stringify(policy) === JSON.stringify(this.#policy)) return;
    this.#policy = policy;
    for (const connection of this.#connections) {
      this.#post(connection, { type: 'policy', policy });
      this.#onOutcome(connection.sender.tabId, policy.paused ? 'paused' : 'ok');
    }
  }

  async #receive(connection: Connection, message: unknown): Promise<void> {
    const parsed = v.safeParse(ContentMessageSchema, message, { abortEarly: true });
    if (!parsed.success) {
      await this.#refuse(connection, message);
      return;
    }
    const { output } = parsed;
    try {
      const vault = await this.#vault;
      if (output.type === 'hello') {
        this.#policy = await vault.policy();
        this.#post(connection, { type: 'policy', policy: this.#policy });
      } else if (output.type === 'gap') {
        await vault.gap(output.gap, connection.sender);
        this.#onOutcome(connection.sender.tabId, 'trouble');
        const outcome = { outcome: 'unchanged', changed: 0, captured: 0 } as const;
        this.#post(connection, { type: 'ack', id: output.id, outcome });
      } else {
        const outcome = await vault.append(output.observation, connection.sender);
        this.#post(connection, { type: 'ack', id: output.id, outcome });
        this.#onOutcome(connection.sender.tabId, outcome.outcome === 'full' ? 'trouble' : 'ok');
      }
    } catch (error) {
      const failure = {
        code: 'vault/unavailable',
        message: error instanceof Error ? error.message : 'The vault did not answer.',
      };
      const id = output.type === 'hello' ? '' : output.id;
      this.#post(connection, { type: 'nack', id, error: failure, retry: true });
      this.#onOutcome(connection.sender.tabId, 'trouble');
    }
  }

  async #refuse(connection: Connection, message: unknown): Promise<void> {
    const id =
      typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'string'
        ? message.id
        : '';
    const error = {
      code: 'capture/malformed',
      message: 'A capture had an unknown shape and was not stored.',
    };
    this.#post(connection, { type: 'nack', id, error, retry: false });
    await (await this.#vault).report({
      area: `capture/${connection.sender.site}`,
      severity: 'error',
      code: 'capture-malformed',
      message: error.message,
      action: 'The page was left alone. Reload it; if this comes back, update Recollect.',
    });
  }

  #post({ port }: Connection, message: HostMessage): void {
    if ([...this.#connections].some((connection) => connection.port === port)) port.postMessage(message);
  }
}
