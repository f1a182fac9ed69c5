import { signal } from '@preact/signals';
import type { ManagerPlatform } from '../ui/manager/platform.ts';
import { waitingUpdate } from './keep-service-worker.ts';
import { APP_POLICY } from './policy.ts';

type InstallPrompt = Event & { prompt(): Promise<unknown> };
type LaunchQueue = {
  setConsumer(consumer: (params: { files?: readonly FileSystemFileHandle[] }) => void): void;
};

const install = signal<(() => Promise<void>) | undefined>(undefined);
const openedFile = signal<File | undefined>(undefined);

const followInstall = (): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    install.value = async () => {
      install.value = undefined;
      await (event as InstallPrompt).prompt();
    };
  });
  addEventListener('appinstalled', () => {
    install.value = undefined;
  });
};

/** Files the person opened with the installed app. */
const followLaunches = (): void => {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    const [handle] = files;
    handle
      ?.getFile()
      .then((file) => {
        openedFile.value = file;
      })
      .catch((error: unknown) => console.error('Recollect: the opened file could not be read', error));
  });
};

/** The manager as an installable web app with its own vault. */
export const appPlatform = (): ManagerPlatform => {
  followInstall();
  followLaunches();
  return {
    kind: 'app',
    contentSecurityPolicy: APP_POLICY,
    sites: [],
    permissions: async () => [],
    revoke: async () => undefined,
    persisted: () => navigator.storage.persisted(),
    persist: () => navigator.storage.persist(),
    install,
    update: waitingUpdate,
    openedFile,
  };
};
