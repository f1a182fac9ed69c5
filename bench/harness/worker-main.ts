import type { BenchRecord, WorkerEntry } from './record.ts';

/** Messages from the bench worker to its page. */
export type FromWorker =
  | { readonly kind: 'record'; readonly record: BenchRecord }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'memory'; readonly id: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };

/** Messages from the page to the bench worker. */
export type ToWorker =
  | { readonly kind: 'start'; readonly args: unknown }
  | { readonly kind: 'memory'; readonly id: number; readonly bytes: number };

type WorkerScope = {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
};

/** The browser measures memory at the next collection of each heap, which an idle one may put off for a minute. */
export const collectOften = (): ReturnType<typeof setInterval> =>
  setInterval(() => (globalThis as { gc?: () => void }).gc?.(), 200);

/** Runs `entry` when the page says so and reports what it measures. */
export const serve = (entry: WorkerEntry): void => {
  const scope = globalThis as unknown as WorkerScope;
  const waiting = new Map<number, (bytes: number) => void>();
  let nextId = 0;

  const start = async (args: unknown): Promise<void> => {
    try {
      await entry(args, {
        record: (record) => scope.postMessage({ kind: 'record', record }),
        log: (line) => scope.postMessage({ kind: 'log', line }),
        memory: () =>
          new Promise((resolve) => {
            const id = nextId++;
            const collecting = collectOften();
            waiting.set(id, (bytes) => {
              clearInterval(collecting);
              resolve(bytes);
            });
            scope.postMessage({ kind: 'memory', id });
          }),
      });
      scope.postMessage({ kind: 'done' });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      scope.postMessage({ kind: 'failed', message });
    }
  };

  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'start') void start(data.args);
    else {
      waiting.get(data.id)?.(data.bytes);
      waiting.delete(data.id);
    }
  });
};
