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
await joinAnalyst(await vault);
if (import.meta.env.PROD) await keepServiceWorker();
