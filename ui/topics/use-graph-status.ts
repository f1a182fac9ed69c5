import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GraphStatus } from '../../core/model/graph-api.ts';
import type { Progress } from '../../core/model/progress.ts';
import { fullVault } from '../full-vault.ts';
import { sayFailure, t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';

/** How often a build that another page or the vault itself started is looked for. */
const LOOK_MS = 1_000;

export type GraphBuild = {
  readonly status: Signal<GraphStatus | undefined>;
  readonly progress: Signal<Progress | undefined>;
  build(): Promise<void>;
  cancel(): Promise<void>;
};

/** State of the graph for a screen: how far it is built, how to build it and how to stop. */
export const useGraphStatus = (app: AppState): GraphBuild => {
  const vault = fullVault(app);
  const status = useSignal<GraphStatus | undefined>(undefined);
  const progress = useSignal<Progress | undefined>(undefined);
  const look = async () => {
    const found = await vault.graphStatus();
    const before = status.peek();
    if (before && JSON.stringify(before) === JSON.stringify(found)) return;
    const finished =
      found.state !== 'building' &&
      before &&
      (before.state === 'building' || before.builtAt !== found.builtAt);
    progress.value = found.state === 'building' ? (found.progress ?? progress.peek()) : undefined;
    status.value = found;
    if (finished) app.version.value += 1;
  };
  useEffect(() => {
    void app.attempt(look);
    const timer = setInterval(() => {
      if (!document.hidden) void app.attempt(look);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [app]);
  return {
    status,
    progress,
    build: () =>
      app.attempt(async () => {
        const before = status.peek();
        status.value = { memories: 0, edges: 0, topics: 0, ...before, state: 'building' };
        const result = await vault.rebuildGraph((next) => {
          progress.value = next;
        });
        if (!result.ok) {
          if (result.error.code.endsWith('/cancelled')) app.say(t('topics.cancelled'));
          else app.say(sayFailure(result.error), { kind: 'failed', details: result.error.code });
        }
        await look();
        app.version.value += 1;
      }),
    cancel: () => app.attempt(() => vault.cancelGraph()),
  };
};
