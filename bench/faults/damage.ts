import { cp, mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchRaw } from '../browser/raw-browser.ts';
import { chooseFile, waitUntilReady } from '../browser/vault-page.ts';
import { plantArchive } from '../privacy/corpus.ts';

export type DamageFigures = { readonly kind: string; readonly noticed: boolean; readonly restored: number };

type Damage = (folder: string, files: readonly string[]) => Promise<void>;

const every =
  (pattern: RegExp, act: (path: string) => Promise<void>): Damage =>
  async (folder, files) => {
    for (const name of files) if (pattern.test(name)) await act(join(folder, name));
  };

const overwrite = async (path: string, share: number): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(Buffer.alloc(Math.min(4_096, size), 0xa5), 0, undefined, Math.floor(size * share));
  } finally {
    await file.close();
  }
};

/** Five ways in which disks, crashes and cleaners damage LevelDB's files. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'tables cut in half': every(/\.ldb$/, async (path) =>
    truncate(path, Math.floor((await stat(path)).size / 2)),
  ),
  'tables overwritten in the middle': every(/\.ldb$/, (path) => overwrite(path, 0.5)),
  'manifest deleted': every(/^MANIFEST/, (path) => rm(path)),
  'log emptied': every(/\.log$/, (path) => truncate(path, 0)),
  'pointer overwritten': every(/^CURRENT$/, (path) => writeFile(path, 'MANIFEST-999999\n')),
};

const databasesUnder = async (profile: string): Promise<string[]> => {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /indexeddb\.leveldb$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
};

const hashes = async (page: Page): Promise<Map<number, string>> =>
  new Map(
    await page.evaluate(async () => {
      const found: [number, string][] = [];
      for (;;) {
        const { rows } = await window.vault.list({}, found.length, 2_000);
        if (rows.length === 0) return found;
        for (const { seq, text } of await window.vault.texts(rows.map((row) => row.seq)))
          found.push([seq, text.slice(0, 80)]);
      }
    }),
  );

/** Damages the files of a store of `size` memories in each way and opens it again. */
export const measureDamage = async (
  extension: string,
  executable: string,
  size: number,
): Promise<DamageFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-damage-'));
  try {
    const base = join(folder, 'base');
    const planted = await plantArchive(join(folder, 'planted.zip'), size);
    const browser = await launchRaw(base, extension, executable);
    await waitUntilReady(browser.page);
    await browser.page.evaluate(
      async (element) => {
        const file = element.files?.[0];
        if (file) await window.vault.importFrom(file, { ownFile: true });
      },
      await chooseFile(browser.page, planted.path),
    );
    const before = await hashes(browser.page);
    await browser.close();
    const figures: DamageFigures[] = [];
    for (const [kind, damage] of Object.entries(DAMAGES)) {
      const profile = join(folder, 'damaged');
      await cp(base, profile, { recursive: true });
      for (const database of await databasesUnder(profile)) await damage(database, await readdir(database));
      const damaged = await launchRaw(profile, extension, executable);
      await waitUntilReady(damaged.page);
      const after = await hashes(damaged.page);
      const noticed = await damaged.page.evaluate(async () =>
        (await window.vault.health()).some(({ area }) => area === 'store/recovery'),
      );
      const same = [...before].filter(([seq, text]) => after.get(seq) === text).length;
      figures.push({ kind, noticed, restored: same / before.size });
      await damaged.close();
      await rm(profile, { recursive: true, force: true });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
