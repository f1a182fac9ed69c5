import { render } from 'preact';
import { applyAppearance, rememberedAppearance } from '../../ui/appearance.ts';
import { en as popup } from '../../ui/i18n/en/popup.ts';
import { en as welcome } from '../../ui/i18n/en/welcome.ts';
import { registerMessages } from '../../ui/i18n/i18n.ts';
import { vaultOverComlink } from '../../ui/vault-over-comlink.ts';
import { WelcomePage } from '../../ui/welcome/welcome-page.tsx';
import { connectVault } from '../../workers/connect.ts';
import { welcomePlatform } from './welcome-platform.ts';

registerMessages(popup, async (language) =>
  language === 'de'
    ? (await import('../../ui/i18n/de/popup.ts')).de
    : (await import('../../ui/i18n/fr/popup.ts')).fr,
);
registerMessages(welcome, async (language) =>
  language === 'de'
    ? (await import('../../ui/i18n/de/welcome.ts')).de
    : (await import('../../ui/i18n/fr/welcome.ts')).fr,
);
const root = document.getElementById('root');
if (!root) throw new Error('welcome.html lacks #root');
const vault = connectVault().then(vaultOverComlink);
await applyAppearance(rememberedAppearance());
render(<WelcomePage vault={vault} platform={welcomePlatform()} />, root);
