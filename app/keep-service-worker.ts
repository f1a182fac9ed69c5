import { signal } from '@preact/signals';

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

const SERVICE_WORKER = '/sw.js';

const trustedUrl = (): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes
    ? trustedTypes
        .createPolicy('recollect-app', { createScriptURL: () => SERVICE_WORKER })
        .createScriptURL('')
    : SERVICE_WORKER;
};

/** Set while a newer version waits; calling it reloads into that version. */
export const waitingUpdate = signal<(() => void) | undefined>(undefined);

const offerUpdate = (worker: ServiceWorker): void => {
  waitingUpdate.value = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage({ type: 'SKIP_WAITING' });
  };
};

/** Registers the service worker that makes the app work offline, and offers its updates instead of forcing them. */
export const keepServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(trustedUrl());
  if (registration.waiting) offerUpdate(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // Without a controller this is the first visit: there is nothing older to replace.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) offerUpdate(installing);
    });
  });
};
