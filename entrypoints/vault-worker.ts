import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startVault } from '../workers/vault.ts';

export default defineUnlistedScript(() => startVault(globalThis));
