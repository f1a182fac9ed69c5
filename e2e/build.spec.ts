import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHROME = join(ROOT, '.output', 'chrome-mv3');
const FIREFOX = join(ROOT, '.output', 'firefox-mv3');

type Manifest = {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly externally_connectable?: unknown;
  readonly web_accessible_resources?: readonly unknown[];
  readonly content_scripts?: readonly { readonly matches: readonly string[] }[];
  readonly content_security_policy?: { readonly extension_pages: string };
};

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const sources = ['entrypoints', 'core', 'ui', 'workers']
  .flatMap((folder) => filesIn(join(ROOT, folder), /(?<!\.test)\.tsx?$/))
  .map(({ text }) => text)
  .join('\n');

const SITES = ['https://chatgpt.com/*', 'https://claude.ai/*'];

/** Permissions that are not the name of a chrome interface, by what needs them. */
const CALL_SITE: Readonly<Record<string, RegExp>> = {
  unlimitedStorage: /navigator\.storageBuckets|indexedDB/,
};

/**
 * Addresses that are names and not places to go: namespaces, schemas, the sites themselves, match patterns, and two
 * that Dexie prints in error messages.
 */
const HARMLESS =
  /^https?:\/\/(?:www\.w3\.org\/|json-schema\.org\/|chatgpt\.com|claude\.ai|\$\{|bit\.ly\/2kdckMn$|tinyurl\.com\/y2uuvskb$|gexf\.net\/1\.3|wxt\.dev\/guide|github\.com\/wxt-dev\/wxt\/issues)/;

test('the production manifest asks for the two chat sites and for nothing it does not use', () => {
  const manifest = manifestOf(CHROME);
  expect([...(manifest.host_permissions ?? [])].sort()).toEqual(SITES);
  for (const { matches } of manifest.content_scripts ?? []) expect([...matches].sort()).toEqual(SITES);
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  const asked = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  const unused = asked.filter(
    (name) => !(CALL_SITE[name] ?? new RegExp(`chrome\\.${name}\\b`)).test(sources),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(unused).toEqual([]);
  for (const broad of [
    'tabs',
    'history',
    'webRequest',
    'cookies',
    'debugger',
    'nativeMessaging',
    '<all_urls>',
  ])
    expect(asked).not.toContain(broad);
});

test('extension pages may not connect anywhere', () => {
  const policy = manifestOf(CHROME).content_security_policy?.extension_pages ?? '';
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
});

test('the built extension names no address of the web that it could call', () => {
  const files = filesIn(CHROME, /\.(?:js|html|css|json)$/);
  expect(files.length).toBeGreaterThan(4);
  const addresses = files.flatMap(({ name, text }) =>
    [...text.matchAll(/https?:\/\/[^\s"'`\\)<>]+/g)]
      .map(([address]) => address)
      .filter((address) => !HARMLESS.test(address))
      .map((address) => `${name}: ${address}`),
  );
  expect(addresses).toEqual([]);
});

// Chrome calls a content script with a noncharacter in it "not UTF-8" and refuses the whole extension.
test('the content scripts hold no character that Chrome refuses', () => {
  const odd = filesIn(join(CHROME, 'content-scripts'), /\.js$/).filter(({ text }) =>
    /[\uFDD0-\uFDEF\uFFFE\uFFFF]/.test(text),
  );
  expect(odd.map(({ name }) => name)).toEqual([]);
});

/** Bytes over the wire of a page: its scripts with all they import, and its styles, compressed; not what it loads later. */
const weightOf = (page: string): number => {
  const html = readFileSync(join(CHROME, page), 'utf8');
  const files = new Set(
    [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, path]) => path!),
  );
  for (const file of files) {
    const text = readFileSync(join(CHROME, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
      files.add(join(dirname(file), name!));
  }
  return [...files].reduce((sum, path) => sum + gzipSync(readFileSync(join(CHROME, path))).length, 0);
};

test('the popup is light', () => {
  expect(weightOf('popup.html')).toBeLessThanOrEqual(20_000);
});

// The budget is 90 kB; what is shipped, and why, is told in DESIGN.md. It must not grow.
test('the vault worker does not grow', () => {
  const weight = gzipSync(readFileSync(join(CHROME, 'vault-worker.js'))).length;
  expect(weight).toBeLessThanOrEqual(200 * 1024);
});

test('the Firefox build passes Mozilla’s linter', async () => {
  test.setTimeout(120_000);
  const lint = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const run = promisify(execFile)(
    process.execPath,
    [lint, 'lint', '--source-dir', FIREFOX, '--output', 'json', '--self-hosted', '--no-config-discovery'],
    { env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
  );
  // The linter's exit code says that there are errors; which ones is on its standard output.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { errors } = JSON.parse(stdout) as { errors: { code: string; file?: string; message: string }[] };
  expect(errors.map(({ code, file, message }) => `${file ?? ''} ${code}: ${message}`)).toEqual([]);
});
