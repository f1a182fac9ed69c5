import { DAY_MS } from '../model/day.ts';
import type { Seq } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { ErasePreview, EraseScope, Receipt, UndoHandle, VaultStatus } from '../model/vault-api.ts';
import { copySurvivors } from '../privacy/copy-store.ts';
import { Journal } from '../store/journal.ts';
import { isQuotaError, MemoryStore } from '../store/memory-store.ts';
import { type PendingEraseRow, type VaultFact, versionOf } from '../store/schema.ts';
import { SettingsStore } from '../store/settings-store.ts';
import type { VaultContext } from './context.ts';
import { previewOfErase, seqsInScope } from './erase-scope.ts';
import { journalTrouble, nameOf } from './health-messages.ts';
import { keepErases } from './kept-things.ts';
import { oweReceipt, settleReceipts } from './owed-receipts.ts';
import { switchPlace } from './switch-place.ts';
import { tombstoneIds } from './tombstone-ids.ts';

const TRASH_DAYS = 30;
const noProgress: OnProgress = () => undefined;

/**
 * Erasing in two steps. At once: hidden from every screen and from search, undoable. After the delay: physical, by
 * copying the survivors to a fresh place and deleting the old one, because deleted rows stay readable in
 * LevelDB's files. Waiting erases are batched into one copy.
 */
export class Erasing {
  readonly #context: VaultContext;
  #pending: PendingEraseRow[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: VaultContext) {
    this.#context = context;
  }

  /** Hides what waits for its physical erase; call before anything is shown. */
  async open(): Promise<void> {
    const { store } = this.#context;
    this.#pending = await store.database.pendingErases.toArray();
    for (const { seqs } of this.#pending) for (const seq of seqs) store.catalog.hidden.add(seq);
    this.#schedule();
  }

  /** Moves what lay in the trash for 30 days on to a physical erase. */
  async purgeTrash(): Promise<void> {
    const { store, now } = this.#context;
    const before = now() - TRASH_DAYS * DAY_MS;
    const seqs = [...store.catalog.all()]
      .filter(({ state, stateSince }) => state === 'trashed' && stateSince < before)
      .map(({ seq }) => seq);
    if (seqs.length > 0) await this.erase({ kind: 'memories', seqs });
  }

  get waiting(): VaultStatus['pendingErase'] {
    if (this.#pending.length === 0) return undefined;
    return {
      count: this.#pending.reduce((sum, { seqs }) => sum + seqs.length, 0),
      physicalAt: Math.min(...this.#pending.map(({ physicalAt }) => physicalAt)),
      waiting: this.#pending
        .map(({ token, seqs, physicalAt, scope }) => ({
          token,
          count: seqs.length,
          until: physicalAt,
          scope,
        }))
        .sort((a, b) => a.until - b.until),
    };
  }

  async preview(scope: EraseScope): Promise<ErasePreview> {
    const { store } = this.#context;
    return previewOfErase(await seqsInScope(scope, store), store.catalog);
  }

  /** Hides at once; physical after the delay the person chose in settings. */
  erase(scope: EraseScope): Promise<UndoHandle> {
    const context = this.#context;
    return context.queue.run(async () => {
      const { store, settings } = context;
      const seqs = await seqsInScope(scope, store);
      const seconds = settings.current.eraseDelaySeconds;
      const row: PendingEraseRow = {
        token: crypto.randomUUID(),
        seqs,
        physicalAt: context.now() + seconds * 1000,
        scope: scope.kind,
      };
      await store.database.pendingErases.put(row);
      this.#pending.push(row);
      await keepErases(store);
      for (const seq of seqs) store.catalog.hidden.add(seq);
      context.search.remove(seqs);
      this.#tell(seqs);
      this.#schedule();
      return { token: row.token, count: seqs.length, until: row.physicalAt };
    });
  }

  /** Takes a waiting erase back; answers how many memories it was about, undefined when none of that token waits. */
  async takeBack(token: string): Promise<number | undefined> {
    if (!this.#pending.some((row) => row.token === token)) return undefined;
    return this.#context.queue.run(async () => {
      const { store, search } = this.#context;
      const row = this.#pending.find((pending) => pending.token === token);
      if (!row) return undefined;
      await store.database.pendingErases.delete(token);
      await keepErases(store);
      this.#pending = this.#pending.filter((pending) => pending !== row);
      const stillHidden = new Set(this.#pending.flatMap(({ seqs }) => seqs));
      const back = row.seqs.filter((seq) => !stillHidden.has(seq));
      for (const seq of back) store.catalog.hidden.delete(seq);
      await search.addAgain(back);
      this.#tell(back);
      this.#schedule();
      return row.seqs.length;
    });
  }

  /** Makes every waiting erase physical now. Answers undefined when nothing waits. */
  complete(onProgress: OnProgress = noProgress): Promise<Result<Receipt | undefined>> {
    clearTimeout(this.#timer);
    return this.#context.queue.run(async () => {
      try {
        return await this.#makePhysical(this.#pending, onProgress);
      } catch (error) {
        if (!isQuotaError(error)) throw error;
        return fail(
          'erase/disk-full',
          'There is not enough room on the disk to rewrite the files without what was erased. It stays hidden: make room and try again.',
        );
      }
    });
  }

  async #makePhysical(
    due: readonly PendingEraseRow[],
    onProgress: OnProgress,
  ): Promise<Result<Receipt | undefined>> {
    const context = this.#context;
    const later = this.#pending.filter((row) => !due.includes(row));
    if (due.length === 0) return ok(undefined);
    const erased = new Set(due.flatMap(({ seqs }) => seqs));
    const { conversations } = previewOfErase([...erased], context.store.catalog);
    const scopes = new Set(due.map(({ scope }) => scope));
    const owed = await oweReceipt(
      context,
      {
        at: context.now(),
        act: 'erase',
        scope: [...scopes].join(', '),
        memories: erased.size,
        conversations,
        state: 'done',
      },
      scopes.has('behaviour'),
    );
    if (erased.size > 0) {
      await this.#copyWithout(erased, later, owed, onProgress);
      context.learning.forgetMemories();
    } else {
      const { store } = context;
      await store.database.transaction('rw', store.database.pendingErases, store.database.facts, async () => {
        await store.database.pendingErases.bulkDelete(due.map(({ token }) => token));
        await store.setFact(owed.name, owed.value);
      });
    }
    this.#pending = later;
    this.#schedule();
    const receipt = await settleReceipts(context);
    await context.events.record({ kind: 'erase', count: erased.size });
    this.#tell([]);
    return ok(receipt);
  }

  async #copyWithout(
    erased: ReadonlySet<Seq>,
    later: readonly PendingEraseRow[],
    owed: VaultFact,
    onProgress: OnProgress,
  ): Promise<void> {
    const context = this.#context;
    const { store, settings, tombstones } = context;
    const ids = await tombstoneIds(store, [...erased]);
    await switchPlace(context, async (place) => {
      const copy = await copySurvivors(store, place, erased, settings, onProgress, this.#onJournalError);
      await copy.database.pendingErases.bulkPut([...later]);
      for (const { seqs } of later) for (const seq of seqs) copy.catalog.hidden.add(seq);
      await tombstones.writeTo(copy, ids, context.now());
      for (const part of context.carried) await part.saveInto(copy, erased);
      await copy.setFact(owed.name, owed.value);
      return copy;
    });
  }

  /** Deletes every memory, file and cache; settings, receipts and tombstones (keyed hashes) stay. Not undoable. */
  eraseEverything(): Promise<Result<Receipt | undefined>> {
    clearTimeout(this.#timer);
    const context = this.#context;
    return context.queue.run(async () => {
      const { store, settings, tombstones } = context;
      const { catalog } = store;
      const [memories, conversations] = [catalog.size, catalog.conversationByKey.size];
      const ids = await tombstoneIds(store, [...catalog.metaBySeq.keys()]);
      context.search.clear();
      const owed = await oweReceipt(
        context,
        { at: context.now(), act: 'erase', scope: 'everything', memories, conversations, state: 'done' },
        true,
      );
      await switchPlace(context, async (place) => {
        const empty = await MemoryStore.open(place, store.schema);
        empty.reserveNumbers(store.lastSeq, store.lastOrdinal);
        await empty.write({});
        const version = versionOf(store.schema);
        empty.attachJournal(await Journal.open(await place.directory(), version, this.#onJournalError));
        await tombstones.writeTo(empty, ids, context.now());
        const all = new Set(catalog.metaBySeq.keys());
        for (const part of context.carried) await part.saveInto(empty, all);
        const carried = await SettingsStore.open(place);
        await carried.change(settings.current);
        await carried.close();
        await empty.setFact(owed.name, owed.value);
        return empty;
      });
      this.#pending = [];
      const receipt = await settleReceipts(context);
      await context.events.record({ kind: 'erase', count: memories });
      this.#tell([]);
      return ok(receipt);
    });
  }

  readonly #onJournalError = (error: unknown): void => void this.#context.health.add(journalTrouble(error));

  #schedule(): void {
    clearTimeout(this.#timer);
    const next = this.waiting;
    if (!next) return;
    const delay = Math.max(0, next.physicalAt - this.#context.now());
    this.#timer = setTimeout(() => {
      const { queue, now } = this.#context;
      const makeDuePhysical = () =>
        this.#makePhysical(
          this.#pending.filter(({ physicalAt }) => physicalAt <= now()),
          noProgress,
        );
      queue.run(makeDuePhysical).catch((error: unknown) => {
        void this.#context.health.add({
          area: 'privacy/erase',
          severity: 'error',
          code: 'erase-unfinished',
          values: { error: nameOf(error) },
          message: `An erase could not be completed (${nameOf(error)}).`,
          action:
            'What was erased stays hidden; the erase is tried again when Recollect opens, or from the privacy page.',
        });
      });
    }, delay);
  }

  #tell(seqs: readonly Seq[]): void {
    const { catalog } = this.#context.store;
    this.#context.emit({ kind: 'memories', seqs, total: catalog.size - catalog.hidden.size });
    this.#context.emit({ kind: 'status', status: this.#context.status() });
  }
}
