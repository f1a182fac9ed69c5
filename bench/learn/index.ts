import { fileURLToPath } from 'node:url';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { runInBrowser } from '../harness/run-in-browser.ts';
import { readCorpora } from './corpora.ts';
import { benchInExtension } from './in-extension.ts';
import type { Study } from './study.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const defaultData = (): string[] => {
  const root = process.env.RECOLLECT_DATA ?? here('../../../shared/data');
  return [`${root}/beam`, `${root}/locomo`];
};

const CHECKPOINTS = [0, 20, 50, 200, 1_000];
const FULL: Study = {
  people: 20,
  seeds: 3,
  inVault: 10,
  checkpoints: CHECKPOINTS,
  queries: 20,
  queriesOfHarm: 60,
};
const QUICK: Study = {
  people: 20,
  seeds: 1,
  inVault: 2,
  checkpoints: CHECKPOINTS,
  queries: 20,
  queriesOfHarm: 60,
};

/** Shown lists that trees are trained on while searches are timed in the extension. */
const LISTS = { quick: 1_000, full: 10_000 } as const;

/**
 * Measures what learning adds: simulated people over conversations of the data sets, held-out queries of later weeks,
 * relevance by the data sets' own evidence; one browser for each data set. All people live beside the ranker alone;
 * the second phase's training beside searches in the built extension, first and by itself;
 * harm and left-out layers are measured with the first 20 of them, the vault's public calls with 10 (2 where quick).
 * `sizes`, when given, are the checkpoints in signals besides 0.
 * @throws Error when the data holds no conversation with questions.
 */
export const run = async ({ data, sizes, quick }: BenchOptions): Promise<BenchRecord[]> => {
  const conversations = readCorpora(data.length > 0 ? data : defaultData());
  if (conversations.length === 0) throw new Error('bench learn: no conversation with questions in the data');
  const form = quick ? QUICK : FULL;
  const study = sizes.length > 0 ? { ...form, checkpoints: [0, ...sizes] } : form;
  const corpora = [...new Set(conversations.map(({ corpus }) => corpus))];
  const inExtension = await benchInExtension(conversations, quick ? LISTS.quick : LISTS.full);
  const records = await Promise.all(
    corpora.map((corpus, at) =>
      runInBrowser({
        name: 'learn',
        entry: here('./entry.ts'),
        args: { conversations, corpus, study, general: at === 0 },
      }),
    ),
  );
  return [...inExtension, ...records.flat()];
};
