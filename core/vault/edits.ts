import type { Memory, MemoryMeta, Seq } from '../model/memory.ts';
import { agentIdOf, conversationKey, memoryId } from '../model/memory.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { UndoHandle } from '../model/vault-api.ts';
import { announce, type VaultContext } from './context.ts';
import { withTextFacts } from './ingest.ts';

const NOTES_SITE = 'notes';
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

  /** Keeps a note of the person's own as a memory. */
  addNote(text: string, title = ''): Promise<Result<Seq>> {
    return this.#context.queue.run(async () => {
      const words = text.trim();
      if (words === '') return fail('note/empty', 'The note is empty: write something to keep.');
      const { store, now } = this.#context;
      const { profile } = this.#context.settings.current;
      const at = now();
      const id = crypto.randomUUID();
      const key = conversationKey(profile, NOTES_SITE, id);
      const memory: Memory = withTextFacts({
        seq: store.nextSeq(),
        id: memoryId(key, 'note'),
        conversationKey: key,
        order: 0,
        role: 'note',
        agentId: agentIdOf(NOTES_SITE, undefined),
        profile,
        origin: 'person',
        createdAt: at,
        capturedAt: at,
        updatedAt: at,
        partial: false,
        source: 'import',
        corroborated: false,
        offBranch: false,
        label: 'user-typed',
        state: 'active',
        stateSince: at,
        pinned: false,
        tags: [],
        importance: 3,
        hasCode: false,
        hasLink: false,
        length: 0,
        indexedLength: 0,
        attachments: [],
        preview: '',
        text: words,
        markdown: words,
        provenance: [{ at, by: 'person', channel: 'person', change: 'created' }],
      });
      const conversation = {
        key,
        ordinal: store.nextOrdinal(),
        profile,
        site: NOTES_SITE,
        siteConversationId: id,
        url: '',
        title: title.trim(),
        completeness: { complete: true, evidence: 'note' },
        firstAt: at,
        lastAt: at,
        turnCount: 1,
      };
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
