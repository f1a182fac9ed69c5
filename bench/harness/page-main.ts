import { collectOften, type FromWorker, type ToWorker } from './worker-main.ts';

type BenchWindow = {
  /** Starts the worker; resolves with `''` when it is done, else with the failure's words. */
  runBench?: (args: unknown) => Promise<string>;
  /** Given by the harness: receives each message as JSON. */
  report(json: string): Promise<void>;
};

/** Chromium only, cross-origin isolated pages only; not in TypeScript's DOM library. */
type MeasuringPerformance = {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
};

const page = globalThis as unknown as BenchWindow;

page.runBench = (args) =>
  new Promise((resolve) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    let reported: Promise<void> = Promise.resolve();

    const answerMemory = async (id: number): Promise<void> => {
      const collecting = collectOften();
      const measured = await (
        performance as unknown as MeasuringPerformance
      ).measureUserAgentSpecificMemory();
      clearInterval(collecting);
      worker.postMessage({ kind: 'memory', id, bytes: measured.bytes } satisfies ToWorker);
    };

    worker.addEventListener('error', (event) => resolve(`worker did not start: ${event.message}`));
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'memory':
          answerMemory(data.id).catch((error: unknown) => resolve(`memory not measured: ${String(error)}`));
          return;
        case 'done':
          reported.then(() => resolve(''));
          return;
        case 'failed':
          resolve(data.message);
          return;
        default:
          reported = reported.then(() => page.report(JSON.stringify(data)));
      }
    });
    worker.postMessage({ kind: 'start', args } satisfies ToWorker);
  });
