import type { Remote } from 'comlink';
import { Analyst } from '../graph/analyst.ts';
import { trainBoosted } from '../rank/index.ts';
import type { AnalystPort, AnalystWorker } from '../vault/analyst-line.ts';

type Call = (...args: never[]) => unknown;

/**
 * An analyst in the same process behind a port like Comlink's: calls are answered later, with copies, and never once
 * it was killed. `onCall` sees each call's name before it is made, and `build/checkpoint` when a stage is complete.
 */
export const analystPort = (
  onCall: (name: string, kill: () => void) => void = () => undefined,
): { readonly port: AnalystPort; readonly kill: () => void; readonly calls: readonly string[] } => {
  const analyst = Object.assign(new Analyst(), { trainBoosted });
  const calls: string[] = [];
  let dead = false;
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const kill = (): void => {
    dead = true;
    analyst.cancel();
    close();
  };
  const never = new Promise<never>(() => undefined);
  const copied = (value: unknown): unknown => (typeof value === 'function' ? value : structuredClone(value));
  const remote = new Proxy(analyst, {
    get:
      (target, name: string) =>
      async (...args: unknown[]) => {
        if (dead) return never;
        calls.push(name);
        onCall(name, kill);
        const method = Reflect.get(target, name) as Call;
        const given = args.map((arg) =>
          typeof arg === 'function' ? untilDead(arg as Call, name) : copied(arg),
        );
        const answer = await (method.apply(target, given as never[]) as unknown);
        return dead ? never : copied(answer);
      },
  });
  const untilDead =
    (callback: Call, name: string) =>
    (...args: unknown[]) => {
      if (dead) return;
      callback(...(args.map(copied) as never[]));
      if (typeof args[0] === 'object' && args[0] && 'rows' in args[0]) onCall(`${name}/checkpoint`, kill);
    };
  return {
    port: { remote: remote as unknown as Remote<AnalystWorker>, proxy: (value) => value, closed },
    kill,
    calls,
  };
};
