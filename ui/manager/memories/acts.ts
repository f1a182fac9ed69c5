import type { Seq } from '../../../core/model/memory.ts';
import type { UndoHandle } from '../../../core/model/vault-api.ts';
import { tellSignal } from '../../feedback.ts';
import type { MessageKey } from '../../i18n/i18n.ts';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import type { ListState } from './list-state.ts';

export type MemoryActs = {
  pin(seqs: readonly Seq[], pinned: boolean): Promise<void>;
  tag(seqs: readonly Seq[], tag: string): Promise<void>;
  untag(seqs: readonly Seq[], tag: string): Promise<void>;
  trash(seqs: readonly Seq[]): Promise<void>;
  restore(seqs: readonly Seq[]): Promise<void>;
  erase(seqs: readonly Seq[]): Promise<void>;
};

/** What can be done with memories; each act is told with its undo, and drops the selection it was about. */
export const memoryActs = (app: AppState, list?: ListState): MemoryActs => {
  const act = (key: MessageKey, run: () => Promise<UndoHandle>, keepSelection = false) =>
    app.attempt(async () => {
      const undo = await run();
      if (!keepSelection) list?.clearSelection();
      app.say(t(key, { n: undo.count }), { undo });
      app.version.value += 1;
      return undo;
    });
  return {
    pin: (seqs, pinned) =>
      act(
        pinned ? 'done.pinned' : 'done.unpinned',
        async () => {
          if (pinned) for (const seq of seqs) await tellSignal(app.vault, seq, 'pin');
          return app.vault.setPinned(seqs, pinned);
        },
        true,
      ),
    tag: (seqs, tag) => act('done.tagged', () => app.vault.addTag(seqs, tag), true),
    untag: (seqs, tag) => act('done.untagged', () => app.vault.removeTag(seqs, tag), true),
    trash: (seqs) =>
      act('done.trashed', async () => {
        for (const seq of seqs) await tellSignal(app.vault, seq, 'deleted');
        return app.vault.trash(seqs);
      }),
    restore: (seqs) => act('done.restored', () => app.vault.restore(seqs)),
    erase: (seqs) => act('done.erased', () => app.vault.erase({ kind: 'memories', seqs })),
  };
};
