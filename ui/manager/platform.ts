import type { ReadonlySignal } from '@preact/signals';

/** A right the browser gave us, as the privacy centre lists it. */
export type Permission = {
  /** Permission name or origin pattern. */
  readonly id: string;
  readonly kind: 'site' | 'api';
  readonly revocable: boolean;
};

/** What the manager needs of the place it runs in: the extension, or the web app. */
export type ManagerPlatform = {
  readonly kind: 'extension' | 'app';
  /** The content security policy this page runs under, word for word. */
  readonly contentSecurityPolicy: string;
  /** Site ids that can be captured. */
  readonly sites: readonly string[];
  permissions(): Promise<readonly Permission[]>;
  revoke(permission: Permission): Promise<void>;
  /** True when the browser promised not to evict the storage. */
  persisted(): Promise<boolean>;
  /** Asks the browser for that promise; answers whether it gave it. */
  persist(): Promise<boolean>;
  /** Offers to install the web app; undefined where that is not possible (now). */
  readonly install?: ReadonlySignal<(() => Promise<void>) | undefined>;
  /** Reloads into a newer version that is waiting; undefined when there is none. */
  readonly update?: ReadonlySignal<(() => void) | undefined>;
  /** A file the person opened with the web app, to be imported. */
  readonly openedFile?: ReadonlySignal<File | undefined>;
};
