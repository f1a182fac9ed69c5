import { mountManager } from '../ui/manager/mount-manager.tsx';
import { vaultOverComlink } from '../ui/vault-over-comlink.ts';
import { connectVault } from '../workers/connect.ts';
import { joinAnalyst } from '../workers/join-analyst.ts';
import { appPlatform } from './app-platform.ts';
import { keepServiceWorker } from './keep-service-worker.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks #root');
const vault = connectVault();
await mountManager(root, vault.then(vaultOverComlink), appPlatform());
// A newer version is offered whether or not the vault is open yet.
await Promise.all([vault.then(joinAnalyst), import.meta.env.PROD ? keepServiceWorker() : undefined]);
