import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage, Step } from './stage.ts';
import { capture } from './steps/capture.ts';
import { search } from './steps/search.ts';
import { erase, exportAll, importIntoApp } from './steps/transfer.ts';

export type { Stage };

/** The order in which the tour shows the product. Later steps find what earlier ones left. */
const STEPS: readonly Step[] = [capture, search, exportAll, importIntoApp, erase];

/** A step that hangs is a step that failed. */
const PATIENCE_MS = 60_000;

const within = async <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** One line of a Playwright error says what it waited for; the rest is its diary. */
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/**
 * Plays the whole product without a display and tells each step with its result and time.
 * Throws one sentence naming the step that failed.
 */
export const takeTour = async (stage: Stage, say: (line: string) => void): Promise<void> => {
  await rm(stage.screenshots, { recursive: true, force: true });
  await mkdir(stage.screenshots, { recursive: true });
  const shoot = async (page: Parameters<Parameters<Step['run']>[1]>[0], name: string): Promise<void> => {
    await page.screenshot({ path: join(stage.screenshots, `${name}.png`) });
  };
  say('No display: playing a conversation without one.');
  const start = performance.now();
  for (const { name, run } of STEPS) {
    const began = performance.now();
    const result = await within(run(stage, shoot)).catch((error: unknown) => {
      throw new Error(`the step "${name}" failed: ${firstLine(error)}`);
    });
    say(`✓ ${name.padEnd(9)}${result} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
  say(`Done in ${((performance.now() - start) / 1000).toFixed(1)} s. Screenshots: ${stage.screenshots}`);
};
