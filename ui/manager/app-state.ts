import { signal } from '@preact/signals';
import type { Settings } from '../../core/model/settings.ts';
import type { UndoHandle, VaultApi, VaultChange, VaultStatus } from '../../core/model/vault-api.ts';
import { applyAppearance } from '../appearance.ts';
import { sayFailure, t } from '../i18n/i18n.ts';
import type { ManagerPlatform } from './platform.ts';

export type Toast = {
  readonly id: number;
  readonly words: string;
  readonly kind: 'done' | 'failed';
  readonly undo?: UndoHandle;
  /** Takes back an act that the vault has no undo for. */
  readonly takeBack?: () => Promise<unknown>;
  /** More about a failure, copied on request. */
  readonly details?: string;
};

const UNDO_MS = 10_000;
const SAID_MS = 4_000;
/** Changes that come in a burst are shown together. */
const CHANGE_MS = 150;

/** What every page of the manager shares: the vault, its state, and how acts are told and taken back. */
export class AppState {
  readonly vault: VaultApi;
  readonly platform: ManagerPlatform;
  readonly status = signal<VaultStatus | undefined>(undefined);
  readonly settings = signal<Settings | undefined>(undefined);
  /** Counts changes of memories: a page that shows some reads it and loads again. */
  readonly version = signal(0);
  readonly toasts = signal<readonly Toast[]>([]);
  #lastId = 0;
  #changed: ReturnType<typeof setTimeout> | undefined;

  constructor(vault: VaultApi, platform: ManagerPlatform) {
    this.vault = vault;
    this.platform = platform;
  }

  /** Connects with the vault; a failure is shown as a toast, never thrown. */
  start(): Promise<void> {
    return this.attempt(async () => {
      await this.vault.subscribe((change) => this.#take(change));
      this.status.value = await this.vault.status();
      this.settings.value = await this.vault.settings();
      // Settings come once the vault is open: what its status was before is old by now.
      this.status.value = await this.vault.status();
      await applyAppearance(this.settings.value);
    });
  }

  #take(change: VaultChange): void {
    if (change.kind === 'status') this.status.value = change.status;
    if (change.kind === 'settings') {
      this.settings.value = change.settings;
      void this.attempt(() => applyAppearance(change.settings));
    }
    if (change.kind === 'memories' || change.kind === 'status') {
      this.#changed ??= setTimeout(() => {
        this.#changed = undefined;
        this.version.value += 1;
        // Its counts are those of now.
        void this.attempt(async () => {
          this.status.value = await this.vault.status();
        });
      }, CHANGE_MS);
    }
  }

  /** Runs `act`; a failure becomes a toast and a line in the health log. */
  async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.say(t('failed'), { kind: 'failed', details });
      await this.vault
        .report({
          area: 'manager',
          severity: 'error',
          code: 'page-failed',
          values: { error: error instanceof Error ? error.name : 'unknown' },
          message: `A page could not do what was asked (${error instanceof Error ? error.name : 'unknown'}).`,
          action: 'Nothing was changed. Try again, or reload the page.',
        })
        .catch((reason: unknown) => console.error('Recollect: the health log cannot be reached', reason));
    }
  }

  /** Says something shortly, with an undo where there is one. */
  say(words: string, more: Partial<Omit<Toast, 'id' | 'words'>> = {}): void {
    this.#lastId += 1;
    const id = this.#lastId;
    const { kind = 'done', ...rest } = more;
    this.toasts.value = [...this.toasts.value.slice(-2), { id, words, kind, ...rest }];
    const stays = more.undo || more.takeBack ? UNDO_MS : SAID_MS;
    if (kind !== 'failed') setTimeout(() => this.dismiss(id), stays);
  }

  dismiss(id: number): void {
    this.toasts.value = this.toasts.value.filter((toast) => toast.id !== id);
  }

  /** Takes an act back and says so. */
  undo(handle: UndoHandle): Promise<void> {
    return this.attempt(async () => {
      this.toasts.value = this.toasts.value.filter(({ undo }) => undo?.token !== handle.token);
      const result = await this.vault.undo(handle.token);
      if (result.ok) this.say(t('undone', { n: result.value }));
      else this.say(sayFailure(result.error), { kind: 'failed', details: result.error.code });
    });
  }

  /** Takes back the act that `toast` tells of. */
  undoToast({ id, undo, takeBack }: Toast): Promise<void> {
    if (undo) return this.undo(undo);
    return this.attempt(async () => {
      this.dismiss(id);
      await takeBack?.();
      this.say(t('undone', { n: 1 }));
    });
  }

  /** Takes back the newest act that still can be. */
  undoLast(): void {
    const last = this.toasts.value.findLast(({ undo, takeBack }) =>
      undo ? undo.until > Date.now() : takeBack !== undefined,
    );
    if (last) void this.undoToast(last);
  }
}
