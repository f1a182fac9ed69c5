import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { launchRaw, type RawBrowser } from '../browser/raw-browser.ts';
import { chooseFile, waitUntilReady } from '../browser/vault-page.ts';
import { CANARY_CONVERSATION, plantArchive } from '../privacy/corpus.ts';
import type { Act, CrashBench } from './crash.ts';

const SENDER = { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 };

/** Imports the archive at `path`; `window.stage` tells what the vault has just finished. */
export const importPlanted = async ({ page }: Pick<RawBrowser, 'page'>, path: string): Promise<void> => {
  const input = await chooseFile(page, path);
  await page.evaluate(async (element) => {
    const file = element.files?.[0];
    if (!file) throw new Error('bench: no file chosen');
    const shared = window as unknown as { stage?: string };
    const follow = window.Comlink.proxy((progress: { stage: string; done: number; total: number }) => {
      if (progress.done >= progress.total) shared.stage = progress.stage;
    });
    const result = await window.vault.importFrom(file, { ownFile: true }, follow);
    if (!result.ok) throw new Error(result.error.message);
    shared.stage = 'over';
  }, input);
};

const completeErase = ({ page }: RawBrowser): Promise<void> =>
  page.evaluate(async () => {
    const shared = window as unknown as { stage?: string };
    const follow = window.Comlink.proxy((progress: { stage: string; done: number; total: number }) => {
      if (progress.done >= progress.total) shared.stage = progress.stage;
    });
    const result = await window.vault.completeErase(follow);
    if (!result.ok) throw new Error(result.error.message);
    shared.stage = 'over';
  });

/** A chat of the person's own, so that an import has something to keep. */
const sayOwnWords = ({ page }: RawBrowser): Promise<void> =>
  page.evaluate(async (sender) => {
    const turns = Array.from({ length: 40 }, (_, index) => ({
      id: `own-${index}`,
      role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
      text: `Own words number ${index}`,
      markdown: `Own words number ${index}`,
      partial: false,
      source: 'authoritative' as const,
    }));
    const completeness = { complete: true, evidence: 'bench' };
    const conversation = {
      site: 'chatgpt',
      id: 'own',
      url: 'https://chatgpt.com/c/own',
      title: 'Own',
      completeness,
    };
    await window.vault.append({ conversation, turns }, sender);
  }, SENDER);

/** Prepares the profiles that the acts start from, with `size` memories, and answers the acts. */
export const prepareActs = async (bench: CrashBench, size: number): Promise<Act[]> => {
  const [empty, filled, waiting] = ['empty', 'filled', 'waiting'].map((name) => join(bench.folder, name)) as [
    string,
    string,
    string,
  ];
  const planted = await plantArchive(join(bench.folder, 'planted.zip'), size);
  const inBrowser = async (profile: string, work: (browser: RawBrowser) => Promise<void>): Promise<void> => {
    const { versions, executable } = bench;
    const browser = await launchRaw({ profile, extension: versions.folder, executable });
    try {
      await waitUntilReady(browser.page);
      await work(browser);
    } finally {
      await browser.close();
    }
  };
  await inBrowser(empty, async (browser) => {
    await browser.page.evaluate(() => window.vault.changeSettings({ eraseDelaySeconds: 3_600 }));
    await sayOwnWords(browser);
  });
  await cp(empty, filled, { recursive: true });
  await inBrowser(filled, (browser) => importPlanted(browser, planted.path));
  await cp(filled, waiting, { recursive: true });
  await inBrowser(waiting, async ({ page }) => {
    const key = `default/chatgpt:${CANARY_CONVERSATION}`;
    await page.evaluate((wanted) => window.vault.erase({ kind: 'conversation', key: wanted }), key);
  });
  return [
    { name: 'erase', base: waiting, lastStage: 'verifying', start: completeErase },
    {
      name: 'import',
      base: empty,
      lastStage: 'importing',
      start: (browser) => importPlanted(browser, planted.path),
    },
    { name: 'migration', base: filled, lastStage: 'writing-journal' },
  ];
};
