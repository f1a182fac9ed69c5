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

const offerOnceInstalled = (worker: ServiceWorker | null): void =>
  worker?.addEventListener('statechange', () => {
    // Without a controller this is the first visit: there is nothing older to replace.
    if (worker.state === 'installed' && navigator.serviceWorker.controller) offerUpdate(worker);
  });

/** Registers the service worker that makes the app work offline, and offers its updates instead of forcing them. */
export const keepServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(trustedUrl());
  if (registration.waiting) offerUpdate(registration.waiting);
  // The browser may have found a newer version while the vault was being opened.
  offerOnceInstalled(registration.installing);
  registration.addEventListener('updatefound', () => offerOnceInstalled(registration.installing));
};
