import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { runInBrowser } from '../harness/run-in-browser.ts';
import type { GraphBenchArgs } from './entry.ts';
import { benchInExtension } from './in-extension.ts';
import { defaultDataPaths, readGraphData } from './read-data.ts';

const DEFAULT_SIZES = [1_000, 5_000, 10_000, 100_000];
const QUICK_SIZES = [1_000, 5_000];

/** Clusters known graphs and real chats in a worker of the real browser, ours and graphology's Louvain side by side. */
export const run = async (options: BenchOptions): Promise<BenchRecord[]> => {
  const root = process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  const data = readGraphData(options.data.length > 0 ? options.data : defaultDataPaths(root));
  if (data.talks.length + data.graphs.length === 0) {
    throw new Error('bench graph: no chat.json, LoCoMo file or graph file under the data paths');
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-graph-'));
  try {
    const file = join(folder, 'data.json');
    await writeFile(file, JSON.stringify(data));
    const sizes = options.sizes.length > 0 ? options.sizes : options.quick ? QUICK_SIZES : DEFAULT_SIZES;
    const args: GraphBenchArgs = { sizes: [...sizes], seeds: options.quick ? 10 : 50 };
    const records = await runInBrowser({
      name: 'graph',
      entry: fileURLToPath(new URL('./entry.ts', import.meta.url)),
      args,
      files: { 'data.json': file },
    });
    if (data.talks.length === 0) return records;
    return [...records, ...(await benchInExtension(data.talks, Math.max(...sizes)))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
