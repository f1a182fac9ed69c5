import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildExtension } from '../browser/build-extension.ts';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { runInBrowser } from '../harness/run-in-browser.ts';
import type { TestConversation } from './corpus.ts';
import { fitAndValidate } from './fit/index.ts';
import { benchKeystrokes } from './keystrokes.ts';
import { describeBeam, readBeam, titleIn } from './read-beam.ts';
import { readLocomo } from './read-locomo.ts';
import type { SearchBenchArgs } from './worker.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUERIES = 200;
/** Queries typed into the popup letter by letter, about 25 keys each. */
const TYPED = 16;
const QUICK_TYPED = 6;

const defaultData = (): string[] => {
  const shared =
    process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  return [join(shared, 'locomo'), join(shared, 'beam')];
};

type Found = { readonly locomo: string[]; readonly beam: string[] };

/** A BEAM chat is a folder with `chat.json`; any other JSON file is read as LoCoMo. Folders are searched. */
const find = async (path: string, found: Found): Promise<void> => {
  if (!existsSync(path)) throw new Error(`bench search: there is nothing at ${path}`);
  if (!statSync(path).isDirectory()) {
    if (path.endsWith('.json')) found.locomo.push(path);
    return;
  }
  const names = await readdir(path);
  if (names.includes('chat.json')) {
    found.beam.push(path);
    return;
  }
  const ordered = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const name of ordered) await find(join(path, name), found);
};

/** The conversations of the LoCoMo files and of the BEAM folders. */
const readConversations = async ({ locomo, beam }: Found): Promise<TestConversation[][]> => {
  const dialogues = await Promise.all(locomo.map(async (path) => readLocomo(await readFile(path, 'utf8'))));
  const chats = await Promise.all(
    beam.map(async (folder) => {
      const read = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
      const title = existsSync(join(folder, 'topic.json')) ? titleIn(await read('topic.json')) : '';
      return readBeam(folder, await read('chat.json'), await read('probing_questions.json'), title);
    }),
  );
  return [dialogues.flat(), chats];
};

/**
 * Quality on LoCoMo and BEAM data, speed on larger stores made of them, ours and the peers', in Chromium's worker;
 * then keystrokes in the popup of the built extension.
 */
export const run = async (options: BenchOptions): Promise<BenchRecord[]> => {
  const found: Found = { locomo: [], beam: [] };
  for (const path of options.data.length > 0 ? options.data : defaultData()) await find(path, found);
  const conversations = await readConversations(found);
  if (options.fit) {
    if (found.beam.length > 0) process.stderr.write(`${describeBeam(conversations[1] ?? [])}\n`);
    return fitAndValidate(conversations);
  }
  const files: Record<string, string> = {};
  found.locomo.forEach((path, index) => {
    files[`locomo-${index}`] = path;
  });
  const beam = found.beam.map((folder, index) => {
    const name = `beam-${index}`;
    files[`${name}-chat`] = join(folder, 'chat.json');
    files[`${name}-questions`] = join(folder, 'probing_questions.json');
    const topic = join(folder, 'topic.json');
    const hasTopic = existsSync(topic);
    if (hasTopic) files[`${name}-topic`] = topic;
    return { name, hasTopic };
  });
  const args: SearchBenchArgs = {
    locomo: found.locomo.map((_, index) => `locomo-${index}`),
    beam,
    sizes: options.sizes.length > 0 ? options.sizes : options.quick ? SIZES.slice(0, 1) : SIZES,
    queries: options.quick ? 50 : QUERIES,
  };
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const records = await runInBrowser({ name: 'search', entry, args, files });
  const typed = options.quick ? QUICK_TYPED : TYPED;
  const extension = await buildExtension();
  return [...records, ...(await benchKeystrokes(conversations.flat(), args.sizes, typed, extension))];
};
