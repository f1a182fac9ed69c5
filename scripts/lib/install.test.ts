import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outdatedBecause } from './install.mjs';

type Packages = Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>;

const folders: string[] = [];

const project = (locked: Packages, installed?: Packages): string => {
  const root = mkdtempSync(join(tmpdir(), 'recollect-install-'));
  folders.push(root);
  const own = { '': { version: '0.1.0' } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { ...own, ...locked } }));
  if (!installed) return root;
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(
    join(root, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: { ...own, ...installed } }),
  );
  return root;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('whether packages have to be installed', () => {
  const preact = { 'node_modules/preact': { version: '11.2.0' } };

  it('says so when nothing is there', () => {
    expect(outdatedBecause(project(preact))).toBe('nothing is installed yet');
  });

  it('is content when every locked package is there in its version', () => {
    expect(outdatedBecause(project(preact, preact))).toBeUndefined();
  });

  it('names a package of another version, as after a pull that moved the lock file', () => {
    const older = { 'node_modules/preact': { version: '11.1.0' } };
    expect(outdatedBecause(project(preact, older))).toBe('node_modules/preact is 11.1.0, not 11.2.0');
  });

  it('names a package that is missing, but not one that belongs to another platform', () => {
    const locked = {
      ...preact,
      'node_modules/fsevents': { version: '2.3.3', optional: true },
      'node_modules/dexie': { version: '4.4.7' },
    };
    expect(outdatedBecause(project(locked, preact))).toBe('node_modules/dexie is missing');
  });
});
