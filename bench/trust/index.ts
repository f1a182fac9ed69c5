import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { runInBrowser } from '../harness/run-in-browser.ts';
import { familiesOf } from './families.ts';

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/**
 * Trust against real attack texts, in a worker of a real browser. Every text is captured by a vault of the shipped code
 * through `append`, and judged by what that vault answers; the reference system’s formulas run on the same flags.
 */
export const run = async (options: BenchOptions): Promise<BenchRecord[]> => {
  const given =
    options.data.length > 0 ? options.data : [process.env.RECOLLECT_DATA ?? DATA].filter(existsSync);
  const attacks = familiesOf(options.attack, given, 'attack');
  const benign = familiesOf(options.benign, given, 'benign');
  if (attacks.length === 0 || benign.length === 0)
    throw new Error(
      'bench trust: no texts. Give --attack FILE.jsonl and --benign FILE.jsonl, or --data FOLDER',
    );
  return runInBrowser({
    name: 'trust',
    entry: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    args: { attacks, benign, runs: options.quick ? 5 : 200, stores: options.quick ? 1 : 2 },
  });
};
