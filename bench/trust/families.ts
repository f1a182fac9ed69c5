import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Texts of one source, attack or ordinary. */
export type Family = { readonly name: string; readonly texts: readonly string[] };

const texts = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const row = JSON.parse(line) as { text?: unknown };
      if (typeof row.text !== 'string') throw new Error(`bench trust: ${path}, row ${index + 1} has no text`);
      return row.text;
    });

const family = (path: string): Family => ({
  name: basename(path).replace(/\.jsonl$/, ''),
  texts: texts(path),
});

/** Families of the named files, or of the `attack-*` / `benign-*` files of a folder (its `trust` folder if it has one). */
export const familiesOf = (
  files: readonly string[],
  folders: readonly string[],
  prefix: 'attack' | 'benign',
): Family[] => {
  if (files.length > 0) return files.map(family);
  return folders.flatMap((folder) => {
    const inner = join(folder, 'trust');
    const from = statSync(inner, { throwIfNoEntry: false })?.isDirectory() ? inner : folder;
    return readdirSync(from)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'))
      .sort()
      .map((name) => family(join(from, name)));
  });
};
