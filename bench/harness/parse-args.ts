import { resolve } from 'node:path';
import type { BenchOptions } from './record.ts';

export type BenchCommand = {
  readonly name: string;
  readonly options: BenchOptions;
  /** Where the records are written as JSON. */
  readonly json?: string;
};

const USAGE =
  'usage: npm run bench -- NAME [--data PATH…] [--sizes 1000,10000] [--attack FILE…] [--benign FILE…] [--kinds crash,damage] [--quick] [--fit] [--json OUT]';

/**
 * Reads the bench command line. Options that name paths may be repeated or take several values.
 * @throws Error naming the argument that was not understood.
 */
export const parseArgs = (argv: readonly string[]): BenchCommand => {
  const [name, ...rest] = argv;
  if (!name || name.startsWith('-')) throw new Error(USAGE);
  const lists: Record<string, string[]> = {
    '--data': [],
    '--attack': [],
    '--benign': [],
    '--sizes': [],
    '--kinds': [],
    '--json': [],
  };
  const switches: Record<string, boolean> = { '--quick': false, '--fit': false };
  let current: string[] | undefined;
  for (const word of rest) {
    if (word in switches) {
      switches[word] = true;
      current = undefined;
    } else if (word.startsWith('--')) {
      const [flag = '', value] = word.split('=', 2);
      current = lists[flag];
      if (!current) throw new Error(`bench: unknown option ${flag}\n${USAGE}`);
      if (value !== undefined) current.push(value);
    } else if (current) current.push(word);
    else throw new Error(`bench: unexpected ${word}\n${USAGE}`);
  }
  const paths = (flag: string): string[] => (lists[flag] ?? []).map((path) => resolve(path));
  const sizes = (lists['--sizes'] ?? []).flatMap((list) => list.split(',')).map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error('bench: --sizes takes whole numbers above 0, e.g. --sizes 1000,10000');
  }
  const json = paths('--json').at(-1);
  const options = {
    data: paths('--data'),
    sizes,
    attack: paths('--attack'),
    benign: paths('--benign'),
    kinds: (lists['--kinds'] ?? []).flatMap((list) => list.split(',')),
    quick: switches['--quick'] ?? false,
    fit: switches['--fit'] ?? false,
  };
  return { name, options, ...(json ? { json } : {}) };
};
