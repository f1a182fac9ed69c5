import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchRaw, type RawBrowser } from '../browser/raw-browser.ts';
import { chooseFile, waitUntilReady } from '../browser/vault-page.ts';
import { plantArchive } from '../privacy/corpus.ts';

export type CrashFigures = {
  readonly kills: number;
  /** Openings that showed neither the state before nor the state after. */
  readonly torn: number;
  readonly before: number;
  readonly after: number;
};

type Act = { readonly start: (page: Page) => Promise<void>; readonly before: number; readonly after: number };

/** Count and order-free hash of everything the vault shows. */
const fingerprint = (page: Page): Promise<{ count: number; readable: number }> =>
  page.evaluate(async () => {
    let readable = 0;
    let count = 0;
    for (;;) {
      const { rows, total } = await window.vault.list({}, count, 2_000);
      if (rows.length === 0) return { count: total, readable };
      count += rows.length;
      readable += (await window.vault.texts(rows.map(({ seq }) => seq))).length;
    }
  });

/**
 * Kills the browser `kills` times at random moments of an act and opens it again: the vault must be whole, either as
 * before or as after. Moments are spread evenly over the act's own duration, measured first, plus a tenth.
 */
const killDuring = async (
  options: { folder: string; base: string; extension: string; executable: string; kills: number },
  act: Act,
): Promise<CrashFigures> => {
  const figures = { kills: options.kills, torn: 0, before: 0, after: 0 };
  let duration = 0;
  for (let attempt = -1; attempt < options.kills; attempt++) {
    const profile = join(options.folder, 'attempt');
    await cp(options.base, profile, { recursive: true });
    const browser: RawBrowser = await launchRaw(profile, options.extension, options.executable);
    await waitUntilReady(browser.page);
    const started = performance.now();
    const finished = act.start(browser.page);
    if (attempt < 0) {
      await finished;
      duration = (performance.now() - started) * 1.1;
      await browser.close();
    } else {
      finished.catch(() => 'the browser was killed in the middle of it, as intended');
      await new Promise((resolve) => setTimeout(resolve, (duration * (attempt + 0.5)) / options.kills));
      await browser.kill();
      const again = await launchRaw(profile, options.extension, options.executable);
      await waitUntilReady(again.page);
      const { count, readable } = await fingerprint(again.page);
      if (readable !== count || (count !== act.before && count !== act.after)) figures.torn += 1;
      else if (count === act.before) figures.before += 1;
      else figures.after += 1;
      await again.close();
    }
    await rm(profile, { recursive: true, force: true });
  }
  return figures;
};

/** Crash figures for a partial erase and for an import into a store of `size` memories. */
export const measureCrashes = async (
  extension: string,
  executable: string,
  size: number,
  kills: number,
): Promise<Record<'erase' | 'import', CrashFigures>> => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-crash-'));
  try {
    const base = join(folder, 'base');
    const planted = await plantArchive(join(folder, 'planted.zip'), size);
    const browser = await launchRaw(base, extension, executable);
    await waitUntilReady(browser.page);
    await browser.page.evaluate(() => window.vault.changeSettings({ eraseDelaySeconds: 3_600 }));
    const empty = join(folder, 'empty');
    await browser.close();
    await cp(base, empty, { recursive: true });
    const filled = await launchRaw(base, extension, executable);
    await waitUntilReady(filled.page);
    await importPlanted(filled.page, planted.path);
    await filled.page.evaluate(() =>
      window.vault.erase({ kind: 'conversation', key: 'default/chatgpt:canary-conversation' }),
    );
    await filled.close();
    const left = size - planted.canariesByKind.conversation.length;
    const options = { folder, extension, executable, kills };
    return {
      erase: await killDuring(
        { ...options, base },
        // Hidden memories stay hidden through a crash: before and after show the same count.
        {
          start: (page) => page.evaluate(async () => void (await window.vault.completeErase())),
          before: left,
          after: left,
        },
      ),
      import: await killDuring(
        { ...options, base: empty },
        { start: (page) => importPlanted(page, planted.path), before: 0, after: size },
      ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const importPlanted = async (page: Page, path: string): Promise<void> => {
  const input = await chooseFile(page, path);
  await page.evaluate(async (element) => {
    const file = element.files?.[0];
    if (!file) throw new Error('bench: no file chosen');
    const result = await window.vault.importFrom(file, { ownFile: true });
    if (!result.ok) throw new Error(result.error.message);
  }, input);
};
