import * as Comlink from 'comlink';
import { Analyst } from '../core/graph/analyst.ts';
import { trainBoosted } from '../core/rank/index.ts';

/**
 * What a port reaches: the analyst, and a way to hand it one more port, such as the vault's. `serve` answers the name
 * of a lock that the analyst holds for as long as it lives.
 */
export type AnalystApi = Pick<Analyst, keyof Analyst> & {
  readonly trainBoosted: typeof trainBoosted;
  serve(port: MessagePort): Promise<string>;
};

/** A port does not say that the worker at its other end was ended; a lock that becomes free does. */
const holdLock = (locks: LockManager): Promise<string> => {
  const name = `recollect-analyst-${crypto.randomUUID()}`;
  return new Promise((resolve, reject) => {
    const life = locks.request(name, () => {
      resolve(name);
      return new Promise(() => undefined);
    });
    life.catch(reject);
  });
};

/** Runs the analyst in a SharedWorker. It owns no storage: it computes on what the vault hands it. */
export const startAnalyst = (scope: EventTarget): void => {
  const analyst = Object.assign(new Analyst(), { trainBoosted });
  const life = holdLock(navigator.locks);
  const serve = (port: MessagePort): Promise<string> => {
    Comlink.expose(Object.assign(analyst, { serve }), port);
    return life;
  };
  scope.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) void serve(port);
  });
};
