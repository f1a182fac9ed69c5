import type { Remote } from 'comlink';
import { AnalystGone, type AnalystLine, type AnalystWorker } from './analyst-line.ts';

/** How long a screen, which shows that it waits, does so for the analyst that a page brings along when it opens. */
export const PATIENCE_MS = 30_000;

type Call<P> = (remote: Remote<AnalystWorker>) => P;

/** The analyst of the moment: pages bring one, and it goes with the last of them. */
export class AnalystDesk {
  #line: AnalystLine | undefined;
  #waiting: (() => void)[] = [];

  attach(line: AnalystLine): void {
    this.#line = line;
    for (const arrived of this.#waiting.splice(0)) arrived();
  }

  get line(): AnalystLine | undefined {
    return this.#line;
  }

  get isThere(): boolean {
    return this.#line !== undefined && !this.#line.lost;
  }

  /** Asks it; undefined while there is none, or when it goes away before it answers. */
  async ask<P extends Promise<unknown>>(call: Call<P>): Promise<Awaited<P> | undefined> {
    try {
      return await this.#line?.ask(call);
    } catch (error) {
      if (error instanceof AnalystGone) return undefined;
      throw error;
    }
  }

  /** As {@link ask}, for a screen: a page that has just opened asks before its analyst is there. */
  async askSoon<P extends Promise<unknown>>(call: Call<P>): Promise<Awaited<P> | undefined> {
    await this.soon();
    return this.ask(call);
  }

  /** Waits until there is one, at most half a minute. */
  async soon(): Promise<void> {
    if (this.isThere) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
