import { readFile } from 'node:fs/promises';
import { Cdp } from './cdp.ts';

/** Peaks in bytes while something ran. */
export type HeapPeak = {
  /** JavaScript heap of the vault's worker, array buffers and DOM included, garbage not yet collected too. */
  readonly heap: number;
  /** Resident memory of the extension's process: the worker, its pages, and Chromium's own code. */
  readonly resident: number;
  readonly samples: number;
};

type HeapUsage = {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
};

const PAUSE_MS = 40;

/** Bytes in memory of a process; undefined where the system does not tell (not Linux) or it is gone. */
const residentOf = async (pid: number): Promise<number | undefined> => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Watches the vault's worker of the browser at `address` while `work` runs. */
export const heapDuring = async (address: string, work: () => Promise<void>): Promise<HeapPeak> => {
  const cdp = await Cdp.connect(address);
  try {
    const session = await cdp.attach('shared_worker', '/vault-worker.js');
    const { processInfo } = await cdp.send<{ processInfo: { type: string; id: number }[] }>(
      'SystemInfo.getProcessInfo',
    );
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    let [heap, resident, samples, over] = [0, 0, 0, false];
    const watch = async (): Promise<void> => {
      while (!over) {
        const usage = await cdp.send<HeapUsage>('Runtime.getHeapUsage', {}, session);
        heap = Math.max(
          heap,
          usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0),
        );
        for (const pid of renderers) resident = Math.max(resident, (await residentOf(pid)) ?? 0);
        samples += 1;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    const watching = watch();
    try {
      await work();
    } finally {
      over = true;
      await watching;
    }
    return { heap, resident, samples };
  } finally {
    cdp.close();
  }
};
