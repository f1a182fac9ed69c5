import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['app', 'bench', 'core', 'e2e', 'entrypoints', 'replica', 'scripts', 'ui', 'workers'];
const PRODUCT = ['app', 'core', 'entrypoints', 'ui', 'workers'];
const CODE = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.css', '.html']);
const LONGEST = 350;

type SourceFile = { readonly path: string; readonly text: string };

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

const read = (paths: readonly string[]): SourceFile[] =>
  paths.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

const isFixture = (path: string): boolean => /fixture/.test(path);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

const existing = FOLDERS.filter((folder) => readdirSync(ROOT).includes(folder));
const sources = read(existing.flatMap(filesIn).filter((path) => CODE.has(extname(path))));
const product = sources.filter(
  ({ path }) => PRODUCT.includes(path.split(/[\\/]/)[0] ?? '') && !isTest(path) && !isFixture(path),
);

/** `file:line: what` of every line that matches, comments included. */
const linesWith = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );

describe('the repository', () => {
  it('has enough source files for these checks to mean something', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(product.length).toBeGreaterThan(60);
  });

  it(`has no file of more than ${LONGEST} lines`, () => {
    const long = sources
      .filter(({ path }) => !isFixture(path))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const odd = sources.filter(({ path }) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(basename(path)));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('holds no path of anybody’s machine', () => {
    const others = sources.filter(({ path }) => !path.endsWith('repository.test.ts'));
    expect(linesWith(others, /(?<![\w.:/])\/(?:home|Users|root|work)\/\w|[A-Z]:\\Users\\/)).toEqual([]);
  });

  it('writes no HTML from strings', () => {
    const ways = /\.(?:inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML\(|document\.write\(/;
    expect(linesWith(product, ways)).toEqual([]);
  });

  it('swallows nothing: no empty catch', () => {
    const empty =
      /catch\s*(?:\(\w*\))?\s*\{\s*\}|\.catch\(\s*(?:\(\w*\)|\w+)?\s*=>\s*(?:\{\s*\}|undefined)\s*\)/;
    expect(linesWith(product, empty)).toEqual([]);
  });

  it('leaves no TODO behind', () => {
    const others = sources.filter(({ path }) => !path.endsWith('repository.test.ts'));
    expect(linesWith(others, /\b(?:TODO|FIXME|XXX)\b(?!\w)/)).toEqual([]);
  });

  it('makes no request: the product calls no network interface', () => {
    const shipped = product.filter(({ path }) => !/observer\.content/.test(path));
    const network =
      /(?<![\w.])fetch\(|new (?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b|sendBeacon\(/;
    expect(linesWith(shipped, network)).toEqual([]);
  });

  it('locks packages without naming a registry', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'));
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(named.map(([path]) => path)).toEqual([]);
  });
});
