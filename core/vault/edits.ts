import type { MemoryMeta, Seq } from '../model/memory.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { UndoHandle } from '../model/vault-api.ts';
import { announce, type VaultContext } from './context.ts';
import { maskerOf } from './mask-observation.ts';
import { noteOf } from './note.ts';

const MAX_TAG_LENGTH = 60;

/** What a person changes about memories. Every change answers with its undo. */
export class Edits {
  readonly #context: VaultContext;

  constructor(context: VaultContext) {
    this.#context = context;
  }

  setPinned(seqs: readonly Seq[], pinned: boolean): Promise<UndoHandle> {
    return this.#change(seqs, (meta) => ({ ...meta, pinned }));
  }

  addTag(seqs: readonly Seq[], tag: string): Promise<UndoHandle> {
    const clean = tag.trim().replace(/\s+/g, ' ').slice(0, MAX_TAG_LENGTH);
    return this.#change(clean ? seqs : [], (meta) =>
      meta.tags.includes(clean) ? meta : { ...meta, tags: [...meta.tags, clean] },
    );
  }

  removeTag(seqs: readonly Seq[], tag: string): Promise<UndoHandle> {
    return this.#change(seqs, (meta) => ({ ...meta, tags: meta.tags.filter((other) => other !== tag) }));
  }

  trash(seqs: readonly Seq[]): Promise<UndoHandle> {
    return this.#change(seqs, (meta) => ({ ...meta, state: 'trashed', stateSince: this.#context.now() }));
  }

  archive(seqs: readonly Seq[]): Promise<UndoHandle> {
    return this.#change(seqs, (meta) => ({ ...meta, state: 'archived', stateSince: this.#context.now() }));
  }

  restore(seqs: readonly Seq[]): Promise<UndoHandle> {
    return this.#change(seqs, (meta) => ({ ...meta, state: 'active', stateSince: this.#context.now() }));
  }

  /** Keeps a note: the person's own, or words selected on the page at `pageUrl`, whose secrets are masked first. */
  addNote(text: string, title = '', pageUrl?: string): Promise<Result<Seq>> {
    return this.#context.queue.run(async () => {
      const { store, settings, now } = this.#context;
      const { profile, keptSecrets } = settings.current;
      const said = text.trim();
      if (said === '') return fail('note/empty', 'The note is empty: write something to keep.');
      const { memory, conversation } = noteOf({
        words: pageUrl === undefined ? said : maskerOf(keptSecrets)(said),
        title,
        pageUrl,
        profile,
        seq: store.nextSeq(),
        ordinal: store.nextOrdinal(),
        at: now(),
      });
      await store.write({ memories: [memory], conversations: [conversation] });
      this.#context.search.update([memory], conversation, false);
      announce(this.#context, [memory]);
      await this.#context.events.record({ kind: 'memory-created', profile, seqs: [memory.seq], count: 1 });
      return ok(memory.seq);
    });
  }

  #change(seqs: readonly Seq[], edit: (meta: MemoryMeta) => MemoryMeta): Promise<UndoHandle> {
    return this.#context.queue.run(async () => {
      const { store, undo } = this.#context;
      const before = seqs.flatMap((seq) => store.catalog.visible(seq) ?? []);
      const changed = before.map((meta) => edit(meta));
      await this.#write(changed);
      await this.#context.events.record({
        kind: changed.some(({ state }) => state === 'trashed') ? 'memory-deleted' : 'memory-updated',
        seqs: changed.map(({ seq }) => seq),
        count: changed.length,
      });
      return undo.offer(before.length, () =>
        this.#context.queue.run(() =>
          this.#write(
            before.flatMap((old) => {
              const current = this.#context.store.catalog.visible(old.seq);
              const { pinned, tags, state, stateSince } = old;
              return current ? [{ ...current, pinned, tags, state, stateSince }] : [];
            }),
          ),
        ),
      );
    });
  }

  async #write(metas: readonly MemoryMeta[]): Promise<void> {
    if (metas.length === 0) return;
    const { store, now } = this.#context;
    await store.write({ metas: metas.map((meta) => ({ ...meta, updatedAt: now() })) });
    announce(this.#context, metas);
  }
}
