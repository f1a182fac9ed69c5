import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Sets the clock of the vault, in milliseconds since the epoch; it stands still until it is set again. */
    setClock(at: number): Promise<void>;
  }
}

/** Stands before the vault's script: its clock is what a page of the extension says, once one has said anything. */
const CLOCK = `{
  const real = Date.now;
  let at;
  Date.now = () => at ?? real();
  const channel = new BroadcastChannel('clock');
  channel.onmessage = ({ data }) => { at = data; channel.postMessage('set'); };
}
`;

/** A copy of the built extension in a temporary folder whose vault has a clock to set; nothing else is changed. */
export const copyWithClock = async (built: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-clock-'));
  await cp(built, folder, { recursive: true });
  const script = join(folder, 'vault-worker.js');
  await writeFile(script, CLOCK + (await readFile(script, 'utf8')));
  return folder;
};

/** Gives a page that is connected to the vault `window.setClock`. */
export const connectClock = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await window.vault.status();
    const channel = new BroadcastChannel('clock');
    window.setClock = (at) =>
      new Promise((resolve) => {
        channel.onmessage = () => resolve();
        channel.postMessage(at);
      });
  });
