import * as Comlink from 'comlink';
import { Analyst } from '../core/graph/analyst.ts';

/** What a port reaches: the analyst, and a way to hand it one more port, such as the vault's. */
export type AnalystApi = Pick<Analyst, keyof Analyst> & { serve(port: MessagePort): void };

/** Runs the analyst in a SharedWorker. It owns no storage: it computes on what the vault hands it. */
export const startAnalyst = (scope: EventTarget): void => {
  const analyst = new Analyst();
  const serve = (port: MessagePort): void => {
    Comlink.expose(Object.assign(analyst, { serve }), port);
  };
  scope.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) serve(port);
  });
};
