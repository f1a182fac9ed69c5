import * as Comlink from 'comlink';
import type { AnalystApi } from './analyst.ts';
import { type VaultClient, workerUrl } from './connect.ts';

const START_MS = 4_000;

/**
 * Starts the analyst beside the vault and joins the two. A SharedWorker cannot start another one, so a page does
 * it: the manager, whose screens need topics. The analyst lives as long as such a page.
 */
const connectAnalyst = async (vault: VaultClient, name = 'recollect-analyst'): Promise<void> => {
  const worker = new SharedWorker(workerUrl('/analyst-worker.js'), { name });
  const { port1, port2 } = new MessageChannel();
  const serving = Comlink.wrap<AnalystApi>(worker.port).serve(Comlink.transfer(port1, [port1]));
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, START_MS));
  const life = await Promise.race([serving, late]);
  // Chromium now and then never starts a shared worker; one of another name starts.
  if (life === undefined) return connectAnalyst(vault, `${name}-again`);
  await vault.attachAnalyst(Comlink.transfer(port2, [port2]), life);
};

/** Joins the analyst; a page works without it, so a failure is told on the health page and stops nothing. */
export const joinAnalyst = async (vault: VaultClient): Promise<void> => {
  try {
    await connectAnalyst(vault);
  } catch (error) {
    await vault.report({
      area: 'graph',
      severity: 'warning',
      code: 'analyst-not-started',
      values: { error: error instanceof Error ? error.name : 'unknown error' },
      message: `The worker that makes topics did not start (${error instanceof Error ? error.name : 'unknown error'}).`,
      action: 'Everything else works. Reload the page to try again.',
    });
  }
};
