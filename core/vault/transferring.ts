import type { Seq } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import { fail, ok, RecollectError, type Result } from '../model/result.ts';
import type { ExportRequest, ImportOptions, ImportReport, Receipt } from '../model/vault-api.ts';
import { copySurvivors } from '../privacy/copy-store.ts';
import { exportArchive } from '../privacy/transfer/export-archive.ts';
import type { ExportedMemory } from '../privacy/transfer/export-format.ts';
import { exportMarkdown } from '../privacy/transfer/export-markdown.ts';
import { type CheckedArchive, checkArchive } from '../privacy/transfer/import-archive.ts';
import { isQuotaError, type MemoryStore } from '../store/memory-store.ts';
import type { Place } from '../store/places.ts';
import type { VaultFact } from '../store/schema.ts';
import { checkImported, planCheck } from './check-imported.ts';
import type { VaultContext } from './context.ts';
import { compileFilter } from './facets.ts';
import { journalTrouble } from './health-messages.ts';
import { type ImportCounts, mergeImported, mergeImportedAgents } from './import-merge.ts';
import { oweReceipt, settleReceipts } from './owed-receipts.ts';
import { switchPlace } from './switch-place.ts';

/** Up to this many memories an import is one transaction; above, it is built in a fresh place and switched to. */
const ONE_TRANSACTION = 2_000;
const ONE_TRANSACTION_BYTES = 32_000_000;

const CANCELLED = { export: 'export/cancelled', import: 'import/cancelled' } as const;

/** Moves memories out of and into the vault, each as a whole or not at all. */
export class Transferring {
  readonly #context: VaultContext;
  readonly #running = new Map<'export' | 'import', AbortController>();

  constructor(context: VaultContext) {
    this.#context = context;
  }

  cancel(task: 'export' | 'import'): void {
    this.#running.get(task)?.abort(new DOMException(`The ${task} was cancelled.`, 'AbortError'));
  }

  /** Streams an archive into `sink`. Without a filter everything goes, trash and archive included. */
  exportTo(
    request: ExportRequest,
    sink: WritableStream<Uint8Array>,
    onProgress: OnProgress,
  ): Promise<Result<Receipt>> {
    return this.#run('export', async (signal) => {
      const { store, audit, events, now } = this.#context;
      const accept = request.filter ? compileFilter(request.filter, store.catalog) : () => true;
      const job = { store, accept, sink, signal, onProgress };
      const { memories, conversations } =
        request.format === 'markdown'
          ? await exportMarkdown(job)
          : await exportArchive(job, (text) => audit.sign(text));
      await events.record({ kind: 'export', count: memories });
      const scope = `${request.filter ? 'filter' : 'everything'} (${request.format})`;
      return audit.add({ at: now(), act: 'export', scope, memories, conversations, state: 'done' });
    });
  }

  /** Checks the whole file first, then adds all of it or nothing. */
  importFrom(file: Blob, options: ImportOptions, onProgress: OnProgress): Promise<Result<ImportReport>> {
    return this.#run('import', async (signal) => {
      const { audit, queue, events } = this.#context;
      const archive = await checkArchive(
        file,
        async (text, mac) => (await audit.sign(text)) === mac,
        signal,
        onProgress,
      );
      const counts = await queue.run(() => this.#apply(archive, options, signal, onProgress));
      await events.record({ kind: 'import', count: counts.added + counts.merged });
      return counts;
    });
  }

  async #apply(
    archive: CheckedArchive,
    options: ImportOptions,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<ImportReport> {
    const context = this.#context;
    const changed: Seq[] = [];
    let counts: ImportCounts = { added: 0, merged: 0, unchanged: 0, conversations: 0, refusedErased: 0 };
    const mergeInto = async (store: MemoryStore, batch: readonly ExportedMemory[]) => {
      signal.throwIfAborted();
      const erased = options.bringBackErased
        ? new Set<string>()
        : await context.tombstones.erasedAmong(batch.map(({ id }) => id));
      const merge = await mergeImported(batch, archive.conversationByKey, store, {
        trustLabels: archive.ownMac || options.ownFile === true,
        erased,
      });
      for (const { seq } of merge.change.memories ?? []) changed.push(seq);
      counts = addCounts(counts, merge.counts);
      return merge.change;
    };
    const { counts: total, files } = archive.manifest;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (total.memories <= ONE_TRANSACTION && bytes <= ONE_TRANSACTION_BYTES) {
      const { store } = context;
      const batch: ExportedMemory[] = [];
      for await (const part of archive.memories()) batch.push(...part);
      const change = await mergeInto(store, batch);
      const facts = [await this.#owedReceipt(counts), await planCheck(store, changed)];
      await store.write({ ...change, agents: mergeImportedAgents(archive.agents, store), facts });
    } else {
      await switchPlace(context, async (place) => {
        const copy = await this.#copyOfAll(place, onProgress);
        await copy.write({ agents: mergeImportedAgents(archive.agents, copy) });
        for await (const batch of archive.memories()) {
          await copy.write(await mergeInto(copy, batch));
          const done = counts.added + counts.merged + counts.unchanged;
          onProgress({ stage: 'importing', done, total: total.memories });
        }
        for (const { name, value } of [
          await this.#owedReceipt(counts),
          await planCheck(context.store, changed),
        ])
          await copy.setFact(name, value);
        return copy;
      });
    }
    await settleReceipts(context);
    await context.search.addAgain(changed, onProgress);
    const { catalog } = context.store;
    context.emit({ kind: 'memories', seqs: changed, total: catalog.size - catalog.hidden.size });
    void checkImported(context);
    return counts;
  }

  #owedReceipt({ added, merged, conversations }: ImportCounts): Promise<VaultFact> {
    const receipt = { at: this.#context.now(), act: 'import', scope: 'file', state: 'done' } as const;
    return oweReceipt(this.#context, { ...receipt, memories: added + merged, conversations });
  }

  async #copyOfAll(place: Place, onProgress: OnProgress): Promise<MemoryStore> {
    const { store, settings, tombstones, health, now } = this.#context;
    const onJournalError = (error: unknown) => void health.add(journalTrouble(error));
    const copy = await copySurvivors(store, place, new Set(), settings, onProgress, onJournalError);
    await copy.database.pendingErases.bulkPut(await store.database.pendingErases.toArray());
    for (const seq of store.catalog.hidden) copy.catalog.hidden.add(seq);
    await tombstones.writeTo(copy, [], now());
    for (const part of this.#context.carried) await part.saveInto(copy, new Set());
    return copy;
  }

  async #run<T>(task: 'export' | 'import', work: (signal: AbortSignal) => Promise<T>): Promise<Result<T>> {
    if (this.#running.has(task))
      return fail(`${task}/busy`, `Another ${task} is running: wait for it or cancel it.`);
    const controller = new AbortController();
    this.#running.set(task, controller);
    try {
      return ok(await work(controller.signal));
    } catch (error) {
      if (controller.signal.aborted) {
        return fail(CANCELLED[task], `The ${task} was cancelled. Your memories are as they were.`);
      }
      if (error instanceof RecollectError) return { ok: false, error: error.toFailure() };
      if (isQuotaError(error)) {
        return fail(
          `${task}/disk-full`,
          `There is not enough room on the disk for this ${task}. Nothing was changed.`,
        );
      }
      throw error;
    } finally {
      this.#running.delete(task);
    }
  }
}

const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  added: a.added + b.added,
  merged: a.merged + b.merged,
  unchanged: a.unchanged + b.unchanged,
  conversations: a.conversations + b.conversations,
  refusedErased: a.refusedErased + b.refusedErased,
});
