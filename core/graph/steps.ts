import type { OnProgress, Progress } from '../model/progress.ts';

/**
 * A long computation that hands control back every few milliseconds. What it yields is its progress, where it
 * has any to tell.
 */
export type Steps<T> = Generator<Progress | undefined, T, void>;

/** Work between two visits of the event loop: messages, and so a cancel, are seen within this time. */
const BREATH_MS = 40;

/** One turn of the event loop. Not a timer: browsers stretch nested timers to 4 ms, a tenth of the whole work. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Runs the steps without a pause. */
export const runToEnd = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/**
 * Runs the steps, giving the event loop a turn every 40 ms.
 * @throws the signal's reason, within one breath after it is aborted.
 */
export const runInBreaths = async <T>(
  steps: Steps<T>,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<T> => {
  let breath = performance.now();
  let latest: Progress | undefined;
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    latest = step.value ?? latest;
    if (performance.now() - breath < BREATH_MS) continue;
    if (latest) onProgress?.(latest);
    await pause();
    breath = performance.now();
  }
};
