import { buildExtension } from '../browser/build-extension.ts';
import { chromiumPath } from '../harness/chromium.ts';
import type { BenchOptions, BenchRecord } from '../harness/record.ts';
import { measureCrashes } from './crash.ts';
import { measureDamage } from './damage.ts';

const SIZE = 5_000;
const KILLS = 100;

/** Kills the browser in the middle of erases and imports, and damages stored files: what is noticed, torn, restored. */
export const run = async ({ sizes, quick }: BenchOptions): Promise<BenchRecord[]> => {
  const extension = await buildExtension();
  const size = sizes[0] ?? (quick ? 1_000 : SIZE);
  const kills = quick ? 10 : KILLS;
  const records: BenchRecord[] = [];
  const record = (
    metric: string,
    kind: string,
    scope: string,
    value: number,
    unit: string,
    n: number,
  ): void => {
    records.push({
      bench: 'faults',
      metric,
      engine: 'recollect',
      corpus: 'generated',
      scope,
      size,
      kind,
      value,
      unit,
      n,
    });
  };
  for (const { kind, noticed, restored } of await measureDamage(extension, chromiumPath(), size)) {
    record('noticed', 'damage', kind, noticed ? 1 : 0, 'ratio', 1);
    record('restored', 'damage', kind, restored, 'ratio', size);
  }
  for (const [act, figures] of Object.entries(await measureCrashes(extension, chromiumPath(), size, kills))) {
    record('torn', 'crash', act, figures.torn, 'count', figures.kills);
    record('opened-before', 'crash', act, figures.before, 'count', figures.kills);
    record('opened-after', 'crash', act, figures.after, 'count', figures.kills);
  }
  return records;
};
