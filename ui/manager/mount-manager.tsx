import { render } from 'preact';
import type { VaultApi } from '../../core/model/vault-api.ts';
import { applyAppearance, rememberedAppearance } from '../appearance.ts';
import { en as data } from '../i18n/en/data.ts';
import { en as later } from '../i18n/en/later.ts';
import { en as memories } from '../i18n/en/memories.ts';
import { en as popup } from '../i18n/en/popup.ts';
import { en as system } from '../i18n/en/system.ts';
import { registerMessages } from '../i18n/i18n.ts';
import { App } from './app.tsx';
import { AppState } from './app-state.ts';
import type { ManagerPlatform } from './platform.ts';
import { followAddress, navigate } from './router.ts';

/** Strings of the manager; the translations are one chunk each, loaded when chosen. */
export const registerManagerMessages = (): void =>
  registerMessages({ ...popup, ...memories, ...data, ...system, ...later }, async (language) =>
    language === 'de' ? (await import('../i18n/de/all.ts')).all : (await import('../i18n/fr/all.ts')).all,
  );

/** Shows the manager in `root`: the same page in the extension and in the web app. */
export const mountManager = async (
  root: HTMLElement,
  vault: Promise<VaultApi>,
  platform: ManagerPlatform,
): Promise<void> => {
  registerManagerMessages();
  followAddress();
  const app = new AppState(await vault, platform);
  await app.attempt(() => applyAppearance(rememberedAppearance()));
  render(<App app={app} />, root);
  platform.openedFile?.subscribe((file) => {
    if (file) navigate('#/transfer');
  });
  await app.start();
};
