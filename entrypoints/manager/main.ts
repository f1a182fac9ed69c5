import { mountManager } from '../../ui/manager/mount-manager.tsx';
import { vaultOverComlink } from '../../ui/vault-over-comlink.ts';
import { connectVault } from '../../workers/connect.ts';
import { joinAnalyst } from '../../workers/join-analyst.ts';
import { extensionPlatform } from './extension-platform.ts';

const root = document.getElementById('root');
if (!root) throw new Error('manager.html lacks #root');
const vault = connectVault();
await Promise.all([
  mountManager(root, vault.then(vaultOverComlink), extensionPlatform()),
  vault.then(joinAnalyst),
]);
