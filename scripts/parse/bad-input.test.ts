import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recollect-parse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const parse = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const paths = Object.entries(files).map(([name, content]) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  });
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...paths], {
    encoding: 'utf8',
  });
};

const EVENTS = [
  'event: message_start\ndata: {"type":"message_start","message":{"uuid":"a1","parent_uuid":"q1"}}\n\n',
  'event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\n',
  'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"The boats are in."}}\n\n',
  'event: message_stop\ndata: {"type":"message_stop"}\n\n',
];

test('files that are empty, foreign or broken end with 1, and each says why', () => {
  const reasonByFile: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    'empty.html': ['', /an empty file/],
    'blank.json': [' \n', /an empty file/],
    'foreign.html': ['<!doctype html><title>Bread</title><p>Flour and salt.</p>', /none of the known sites/],
    'cut.json': ['{"mapping":{"a":', /broken JSON/],
    'other.json': ['{"a":1}', /no conversation/],
    'noise.bin': [Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256), /without a conversation/],
    'words.txt': ['Just a few words.', /neither a saved page/],
    'early.txt': [EVENTS[0]!, /without a message/],
  };
  const { status, stderr, stdout } = parse(
    Object.fromEntries(Object.entries(reasonByFile).map(([name, [content]]) => [name, content])),
  );
  expect([status, stdout]).toEqual([1, '']);
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(Object.keys(reasonByFile).length);
  for (const [at, [name, [, reason]]] of Object.entries(reasonByFile).entries()) {
    expect(lines[at]).toContain(name);
    expect(lines[at]).toMatch(reason);
  }
});

test('a stream that breaks off is printed as far as it came, as partial, and ends with 1', () => {
  const { status, stderr, stdout } = parse({
    'cut.txt': EVENTS.slice(0, 3).join(''),
    'whole.txt': EVENTS.join(''),
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\S*cut\.txt: .*breaks off.*\n$/);
  const turns = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { turns: { text: string; partial: boolean }[] }).turns);
  expect(turns).toMatchObject([
    [{ text: 'The boats are in.', partial: true }],
    [{ text: 'The boats are in.', partial: false }],
  ]);
});
