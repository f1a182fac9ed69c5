import type { Remote } from 'comlink';
import type { Analyst } from '../graph/analyst.ts';
import type { Boosted, TrainingSet } from '../rank/index.ts';

/** What the analyst's worker does for the vault: topics, and trees for the ranker. */
export type AnalystWorker = Analyst & { trainBoosted(set: TrainingSet): Boosted };

/** A port to an analyst. Callbacks must be marked for Comlink; the vault's own code knows nothing of ports. */
export type AnalystPort = {
  readonly remote: Remote<AnalystWorker>;
  proxy<T extends object>(value: T): T;
  /** Settles when the analyst's worker is gone: calls to it that are under way are never answered then. */
  readonly closed: Promise<void>;
};

/** Thrown by {@link AnalystLine.ask} when the analyst went away before it answered. */
export class AnalystGone extends Error {}

/** Calls to one analyst that end when it does. */
export class AnalystLine {
  readonly #port: AnalystPort;
  readonly #gone: Promise<void>;
  lost = false;

  constructor(port: AnalystPort) {
    this.#port = port;
    this.#gone = port.closed.then(() => {
      this.lost = true;
    });
  }

  /** @throws AnalystGone when the analyst goes away before it answers. */
  async ask<P extends Promise<unknown>>(
    call: (remote: Remote<AnalystWorker>, proxy: AnalystPort['proxy']) => P,
  ): Promise<Awaited<P>> {
    const gone = this.#gone.then((): never => {
      throw new AnalystGone('graph: the analyst is gone');
    });
    if (this.lost) return gone;
    return Promise.race([call(this.#port.remote, this.#port.proxy), gone]);
  }
}
