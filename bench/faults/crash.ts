import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { launchProcess, launchRaw, type RawBrowser } from '../browser/raw-browser.ts';
import { waitUntilReady } from '../browser/vault-page.ts';
import { fingerprint } from './fingerprint.ts';
import type { TwoVersions } from './next-schema.ts';

export type CrashFigures = {
  readonly kills: number;
  /** Openings that showed the state before the act, the state after it, and neither of the two. */
  readonly before: number;
  readonly after: number;
  readonly torn: number;
};

export type Act = {
  readonly name: string;
  /** Profile that every attempt starts from. */
  readonly base: string;
  /** Starts the act in an open vault; the promise ends with it. Left out: opening with the next version is the act. */
  readonly start?: (browser: RawBrowser) => Promise<void>;
  /** Stage of its progress right before the switch to the new generation. */
  readonly lastStage: string;
};

export type CrashBench = {
  readonly folder: string;
  readonly versions: TwoVersions;
  readonly executable: string;
  /** Between 0 and 1, seeded. */
  readonly random: () => number;
};

/** Moments reach beyond the measured time, for the runs that take longer. */
const SLACK = 1.3;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when the act has reached its last stage before the switch, or is over. */
const untilStage = (browser: RawBrowser, { lastStage, start }: Act): Promise<void> =>
  browser.page.evaluate(
    async ([wanted, inPage]) => {
      for (;;) {
        const { state, rebuild } = await window.vault.status();
        const { stage } = window as unknown as { stage?: string };
        const seen = inPage ? stage : rebuild?.stage;
        if (seen === wanted || (inPage ? stage === 'over' : state !== 'opening' && state !== 'rebuilding'))
          return;
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    },
    [lastStage, start !== undefined] as const,
  );

class Attempts {
  readonly #bench: CrashBench;
  readonly #act: Act;
  readonly #profile: string;

  constructor(bench: CrashBench, act: Act) {
    this.#bench = bench;
    this.#act = act;
    this.#profile = join(bench.folder, 'attempt');
  }

  async fresh(): Promise<void> {
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    await cp(this.#act.base, this.#profile, { recursive: true });
    await this.#bench.versions.use(this.#act.start ? 'current' : 'next');
  }

  open(): Promise<RawBrowser> {
    const { versions, executable } = this.#bench;
    return launchRaw({ profile: this.#profile, extension: versions.folder, executable });
  }

  /** What a person sees now; a migrated vault is refused by this version and opened with the next. */
  async look(): Promise<string> {
    await this.#bench.versions.use('current');
    let browser = await this.open();
    try {
      const problem = await waitUntilReady(browser.page);
      if (problem === 'store/newer-schema' && !this.#act.start) {
        await browser.close();
        await this.#bench.versions.use('next');
        browser = await this.open();
        await waitUntilReady(browser.page);
      } else if (problem) return problem;
      return await fingerprint(browser.page);
    } finally {
      // The profile is not needed any more, and this is quicker than a polite end.
      await browser.kill();
    }
  }

  /**
   * The act without a kill, in ms: all of it, from the start of the browser where opening is the act, and what is left
   * of it once its last stage was reached.
   */
  async undisturbed(): Promise<{ duration: number; tail: number }> {
    await this.fresh();
    const launched = performance.now();
    const browser = await this.open();
    const { start } = this.#act;
    try {
      if (start) await waitUntilReady(browser.page);
      const started = start ? performance.now() : launched;
      const acted = start?.(browser);
      await untilStage(browser, this.#act);
      const staged = performance.now();
      await (acted ?? waitUntilReady(browser.page));
      return { duration: performance.now() - started, tail: performance.now() - staged };
    } finally {
      await browser.close();
    }
  }

  /** Kills after `ms` from the start of the act, or from the beginning of its last stage. */
  async kill(from: 'start' | 'switch', ms: number): Promise<void> {
    const { start } = this.#act;
    await this.fresh();
    if (!start && from === 'start') {
      const { versions, executable } = this.#bench;
      const spawned = performance.now();
      const browser = await launchProcess({ profile: this.#profile, extension: versions.folder, executable });
      await sleep(Math.max(0, ms - (performance.now() - spawned)));
      await browser.kill();
      return;
    }
    const browser = await this.open();
    try {
      if (start) {
        await waitUntilReady(browser.page);
        start(browser).catch(() => 'the browser was killed in the middle of it, as intended');
      }
      if (from === 'switch') await untilStage(browser, this.#act);
      await sleep(ms);
    } finally {
      await browser.kill();
    }
  }
}

/**
 * Kills the whole browser `kills` times during an act and opens it again each time: what is shown must be exactly the
 * state before or the state after. Two of three moments are spread over the act's own duration, measured first; every
 * third falls around the switch of generations.
 */
export const killDuring = async (bench: CrashBench, act: Act, kills: number): Promise<CrashFigures> => {
  const attempts = new Attempts(bench, act);
  await attempts.fresh();
  const before = await attempts.look();
  const { duration, tail } = await attempts.undisturbed();
  const after = await attempts.look();
  if (before === after) throw new Error(`bench: ${act.name} changes nothing that can be seen`);
  const figures = { kills: 0, before: 0, after: 0, torn: 0 };
  for (let attempt = 0; attempt < kills; attempt++) {
    const atSwitch = attempt % 3 === 2;
    const share = (attempt + bench.random()) / kills;
    await attempts.kill(
      atSwitch ? 'switch' : 'start',
      (atSwitch ? bench.random() * tail : share * duration) * SLACK,
    );
    const seen = await attempts.look();
    figures.kills += 1;
    if (seen === before) figures.before += 1;
    else if (seen === after) figures.after += 1;
    else {
      figures.torn += 1;
      process.stderr.write(
        `bench: torn by a kill during ${act.name}: ${seen}\n  not ${before}\n  nor ${after}\n`,
      );
    }
    if (figures.kills % 10 === 0)
      process.stderr.write(`bench: ${act.name}, so far: ${JSON.stringify(figures)}\n`);
  }
  return figures;
};
