import { effect } from '@preact/signals-core';
import { applyAppearance, rememberedAppearance } from '../../ui/appearance.ts';
import { en } from '../../ui/i18n/en/popup.ts';
import { registerMessages } from '../../ui/i18n/i18n.ts';
import { mountPopup } from '../../ui/popup/mount-popup.tsx';
import { vaultOverComlink } from '../../ui/vault-over-comlink.ts';
import { connectVault } from '../../workers/connect.ts';
import { chromePlatform } from './chrome-platform.ts';

registerMessages(en, async (language) =>
  language === 'de'
    ? (await import('../../ui/i18n/de/popup-all.ts')).all
    : (await import('../../ui/i18n/fr/popup-all.ts')).all,
);

const vault = connectVault().then(vaultOverComlink);

/** A popup in the wrong language still works: the trouble goes to the health page. */
const report = async (error: unknown): Promise<void> => {
  await (await vault).report({
    area: 'popup',
    severity: 'warning',
    code: 'language-not-loaded',
    message: `The chosen language could not be loaded (${error instanceof Error ? error.name : 'unknown'}).`,
    action: 'The popup is shown in English.',
  });
};

// What the vault says is shown in the right language from the start.
const spoken = applyAppearance(rememberedAppearance());
spoken.catch(report);
const state = mountPopup(
  Promise.allSettled([spoken]).then(() => vault),
  chromePlatform(),
);
effect(() => {
  const settings = state.settings.value;
  if (settings) applyAppearance(settings).catch(report);
});
