import { cp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright';
import { launchRaw, type RawOptions } from '../browser/raw-browser.ts';
import { waitUntilReady } from '../browser/vault-page.ts';

export type DamageFigures = {
  readonly kind: string;
  /** Files changed; without any there was no damage and the figures mean nothing. */
  readonly files: number;
  /** The health page says that memories were damaged and what was done. */
  readonly noticed: boolean;
  /** Share of the memories with the same words as before. */
  readonly restored: number;
};

/** Changes one file; answers false when it is none of those it is for. */
type Damage = (path: string) => Promise<boolean>;

const when =
  (pattern: RegExp, act: (path: string) => Promise<void>): Damage =>
  async (path) => {
    if (!pattern.test(path) || (await stat(path)).size === 0) return false;
    await act(path);
    return true;
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

/** Ways in which disks, crashes and cleaners damage the files of the databases, and of the journal beside them. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'tables cut in half': when(/\.ldb$/, async (path) =>
    truncate(path, Math.floor((await stat(path)).size / 2)),
  ),
  'tables overwritten in the middle': when(/\.ldb$/, (path) => overwrite(path, 0.5)),
  'manifest deleted': when(/\/MANIFEST[^/]*$/, (path) => rm(path)),
  'logs emptied': when(/leveldb\/[^/]*\.log$/, (path) => truncate(path, 0)),
  'pointer overwritten': when(/\/CURRENT$/, (path) => writeFile(path, 'MANIFEST-999999\n')),
  'whole database folder deleted': when(/\/CURRENT$/, (path) =>
    rm(join(path, '..'), { recursive: true, force: true }),
  ),
};

/** Files of every IndexedDB database of the profile: memories, settings, receipts, behaviour. */
const databaseFiles = async (profile: string): Promise<string[]> => {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /indexeddb\.leveldb$/i.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
};

const words = async (page: Page): Promise<Map<number, string>> =>
  new Map(
    await page.evaluate(async () => {
      const found: [number, string][] = [];
      for (;;) {
        const { rows } = await window.vault.list({}, found.length, 2_000);
        if (rows.length === 0) return found;
        for (const { seq, text } of await window.vault.texts(rows.map((row) => row.seq)))
          found.push([seq, text]);
      }
    }),
  );

/** Opens a damaged vault: a refused one has given nothing back. */
const lookAt = async (
  options: RawOptions,
  before: ReadonlyMap<number, string>,
): Promise<Pick<DamageFigures, 'noticed' | 'restored'>> => {
  const { page, kill } = await launchRaw(options);
  try {
    const problem = await waitUntilReady(page);
    if (problem) {
      process.stderr.write(`bench: the damaged vault was refused: ${problem}\n`);
      return { noticed: true, restored: 0 };
    }
    const after = await words(page);
    const noticed = await page.evaluate(async () =>
      (await window.vault.health()).some(({ area }) => area === 'store/recovery'),
    );
    const same = [...before].filter(([seq, text]) => after.get(seq) === text).length;
    return { noticed, restored: same / before.size };
  } finally {
    await kill();
  }
};

/**
 * Damages the files of the vault in the profile `base` in each way and opens it again. The store was closed and opened
 * since it was filled, so that its rows lie in tables; the newest lie in the log.
 */
export const measureDamage = async (
  { folder, extension, executable }: { folder: string; extension: string; executable: string },
  base: string,
  onFigures: (figures: DamageFigures) => void,
): Promise<void> => {
  const browser = await launchRaw({ profile: base, extension, executable });
  await waitUntilReady(browser.page);
  // Something in every store, and in the log.
  await browser.page.evaluate(async () => {
    const { impression, hits } = await window.vault.search({ query: 'garden router' });
    const [first] = hits;
    if (impression !== undefined && first) await window.vault.signal(impression, first.row.seq, 'open');
    await window.vault.addNote('The last words before the damage');
  });
  const before = await words(browser.page);
  await browser.close();
  const profile = join(folder, 'damaged');
  for (const [kind, damage] of Object.entries(DAMAGES)) {
    await rm(profile, { recursive: true, force: true });
    await cp(base, profile, { recursive: true });
    let files = 0;
    for (const path of await databaseFiles(profile)) if (await damage(path)) files += 1;
    onFigures({ kind, files, ...(await lookAt({ profile, extension, executable }, before)) });
  }
};
