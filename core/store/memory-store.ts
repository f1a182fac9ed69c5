import type { Conversation, MemoryText, Seq } from '../model/memory.ts';
import { RecollectError } from '../model/result.ts';
import { Catalog } from './catalog.ts';
import type { Journal } from './journal.ts';
import type { Place } from './places.ts';
import {
  MemoryDatabase,
  SCHEMA,
  type Schema,
  storedSchemaVersion,
  type TextPage,
  versionOf,
} from './schema.ts';
import { mergeTextPage, metaOf, PageMap, type StoreChange } from './store-writer.ts';
import { TextCache } from './text-cache.ts';

const WRITE_SEQUENCE = 'writeSequence';

export const isQuotaError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' ||
    /quota/i.test(`${error.name} ${(error as { inner?: Error }).inner?.name}`));

/**
 * The memory store of one place: words and metadata in IndexedDB, metadata in the heap as well.
 * Has exactly one writer (the vault's queue); reads may run at any time.
 */
export class MemoryStore {
  readonly place: Place;
  readonly database: MemoryDatabase;
  readonly schema: Schema;
  readonly catalog = new Catalog();
  #pages = new PageMap();
  readonly #shownPages = new TextCache();
  /** Changes when a write of words begins and when it ends: what was read across one is not kept. */
  #textWrites = 0;
  #journal: Journal | undefined;
  #writeSequence = 0;
  #lastSeq = 0;
  #lastOrdinal = 0;

  private constructor(place: Place, database: MemoryDatabase, schema: Schema) {
    this.place = place;
    this.database = database;
    this.schema = schema;
  }

  /**
   * Opens the database of `place` without reading it yet (see {@link load}).
   * Throws `store/newer-schema` and touches nothing when a newer version of Recollect wrote it.
   */
  static async open(place: Place, schema: Schema = SCHEMA): Promise<MemoryStore> {
    const stored = await storedSchemaVersion(place);
    if (stored > versionOf(schema)) {
      throw new RecollectError(
        'store/newer-schema',
        'These memories were written by a newer version of Recollect. Nothing was changed: update Recollect to open them.',
        { stored, supported: versionOf(schema) },
      );
    }
    const database = new MemoryDatabase(place, schema);
    await database.open();
    return new MemoryStore(place, database, schema);
  }

  /** Reads all metadata into the heap. */
  async load(): Promise<void> {
    const [metaPages, conversations, agents, sequence] = await Promise.all([
      this.database.metas.toArray(),
      this.database.conversations.toArray(),
      this.database.agents.toArray(),
      this.fact<number>(WRITE_SEQUENCE),
    ]);
    for (const conversation of conversations) this.#putConversation(conversation);
    for (const agent of agents) this.catalog.putAgent(agent);
    for (const page of metaPages) {
      this.#pages.load(page);
      for (const meta of page.metas) {
        this.catalog.put(meta);
        this.#lastSeq = Math.max(this.#lastSeq, meta.seq);
      }
    }
    this.#writeSequence = sequence ?? 0;
    // Numbers once given are never given again, even when the memory that had the highest was erased.
    this.#lastSeq = Math.max(this.#lastSeq, (await this.fact<number>('lastSeq')) ?? 0);
    this.#lastOrdinal = Math.max(this.#lastOrdinal, (await this.fact<number>('lastOrdinal')) ?? 0);
  }

  /** From now on every committed write is also recorded in `journal`. */
  attachJournal(journal: Journal): void {
    this.#journal = journal;
  }

  get journal(): Journal | undefined {
    return this.#journal;
  }

  get writeSequence(): number {
    return this.#writeSequence;
  }

  get lastSeq(): Seq {
    return this.#lastSeq;
  }

  get lastOrdinal(): number {
    return this.#lastOrdinal;
  }

  nextSeq(): Seq {
    this.#lastSeq += 1;
    return this.#lastSeq;
  }

  nextOrdinal(): number {
    this.#lastOrdinal += 1;
    return this.#lastOrdinal;
  }

  /** Raises the counters, for a copy that must never give a number again. */
  reserveNumbers(lastSeq: number, lastOrdinal: number): void {
    this.#lastSeq = Math.max(this.#lastSeq, lastSeq);
    this.#lastOrdinal = Math.max(this.#lastOrdinal, lastOrdinal);
  }

  /** Commits one change with strict durability; on failure nothing of it stays, in heap or on disk. */
  async write(change: StoreChange): Promise<void> {
    const { memories = [], metas = [], conversations = [], agents = [], facts = [] } = change;
    // Memories that come back from a journal bring their numbers: they are never given again.
    for (const { seq } of memories) this.#lastSeq = Math.max(this.#lastSeq, seq);
    const ordinalByKey = new Map(conversations.map(({ key, ordinal }) => [key, ordinal]));
    const ordinalOf = (key: string): number => {
      const ordinal = ordinalByKey.get(key) ?? this.catalog.conversationByKey.get(key)?.ordinal;
      if (ordinal === undefined) {
        throw new RecollectError('store/no-conversation', 'A memory was written before its conversation.');
      }
      return ordinal;
    };
    const fresh = memories.filter(({ seq }) => this.#pages.pageOf(seq) === undefined).map(({ seq }) => seq);
    const memoriesByPage = this.#pages.assign(memories, ordinalOf);
    const changedMetas = new Map([...metas, ...memories.map(metaOf)].map((meta) => [meta.seq, meta]));
    const touchedPages = new Set(memoriesByPage.keys());
    for (const { seq } of metas) touchedPages.add(this.#pages.pageOf(seq) as number);
    const metaPages = [...touchedPages].map((key) =>
      this.#pages.metaPage(key, (seq) => changedMetas.get(seq) ?? this.catalog.metaBySeq.get(seq)!),
    );
    const database = this.database;
    const sequence = this.#writeSequence + 1;
    this.#forgetShown(memoriesByPage.keys());
    try {
      await database.transaction(
        'rw',
        [database.metas, database.texts, database.conversations, database.agents, database.facts],
        async () => {
          const heldKeys = this.#pages.withOthers(memoriesByPage);
          const held = heldKeys.length > 0 ? await database.texts.bulkGet(heldKeys) : [];
          const heldByKey = new Map(held.map((page) => [page?.key, page]));
          const textPages = [...memoriesByPage].map(([key, own]) =>
            mergeTextPage(key, heldByKey.get(key), own),
          );
          await Promise.all([
            database.texts.bulkPut(textPages),
            database.metas.bulkPut(metaPages),
            database.conversations.bulkPut([...conversations]),
            database.agents.bulkPut([...agents]),
            database.facts.bulkPut([
              { name: WRITE_SEQUENCE, value: sequence },
              { name: 'lastSeq', value: this.#lastSeq },
              { name: 'lastOrdinal', value: this.#lastOrdinal },
              ...facts,
            ]),
          ]);
        },
      );
    } catch (error) {
      this.#pages.unassign(fresh);
      throw error;
    }
    this.#forgetShown(memoriesByPage.keys());
    this.#writeSequence = sequence;
    for (const conversation of conversations) this.#putConversation(conversation);
    for (const agent of agents) this.catalog.putAgent(agent);
    for (const meta of changedMetas.values()) this.catalog.put(meta);
    if (this.#journal) await this.#recordWrite(this.#journal, change);
  }

  async #recordWrite(journal: Journal, change: StoreChange): Promise<void> {
    const { memories = [], metas = [], conversations = [], agents = [] } = change;
    const metaOnly = metas.length > 0 ? await this.texts(metas.map(({ seq }) => seq)) : [];
    const textBySeq = new Map(metaOnly.map((text) => [text.seq, text]));
    journal.record({
      sequence: this.#writeSequence,
      rows: this.catalog.size,
      memories: [
        ...memories,
        ...metas.flatMap((meta) =>
          textBySeq.has(meta.seq) ? [{ ...meta, ...textBySeq.get(meta.seq)! }] : [],
        ),
      ],
      conversations,
      agents,
    });
  }

  /** Words of the given memories, in the order asked; unknown ones are left out. */
  async texts(seqs: readonly Seq[]): Promise<MemoryText[]> {
    const keys = [...new Set(seqs.flatMap((seq) => this.#pages.pageOf(seq) ?? []))];
    const pages = await this.database.texts.bulkGet(keys);
    const textBySeq = new Map(pages.flatMap((page) => page?.texts ?? []).map((text) => [text.seq, text]));
    return seqs.flatMap((seq) => textBySeq.get(seq) ?? []);
  }

  /**
   * Like {@link texts}, for lists that are shown again and again: pages read before come from the heap. A text that was
   * not written since is the same object every time.
   */
  async shownTexts(seqs: readonly Seq[]): Promise<MemoryText[]> {
    const pageByKey = new Map<number, TextPage>();
    const missing: number[] = [];
    for (const key of new Set(seqs.flatMap((seq) => this.#pages.pageOf(seq) ?? []))) {
      const page = this.#shownPages.get(key);
      if (page) pageByKey.set(key, page);
      else missing.push(key);
    }
    const writes = this.#textWrites;
    const read = missing.length > 0 ? await this.database.texts.bulkGet(missing) : [];
    for (const page of read) {
      if (!page) continue;
      pageByKey.set(page.key, page);
      if (this.#textWrites === writes) this.#shownPages.put(page);
    }
    return seqs.flatMap(
      (seq) => pageByKey.get(this.#pages.pageOf(seq) ?? -1)?.texts.find((text) => text.seq === seq) ?? [],
    );
  }

  #forgetShown(keys: Iterable<number>): void {
    this.#textWrites += 1;
    for (const key of keys) this.#shownPages.forget(key);
  }

  /** All words in storage order, `pagesPerBatch` pages at a time; the next are read while these are used. */
  async *allTexts(pagesPerBatch = 100): AsyncGenerator<MemoryText[]> {
    // Settled, so that a read that fails is told when its pages are asked for.
    const read = (after: number) =>
      Promise.allSettled([
        this.database.texts.where('key').above(after).limit(pagesPerBatch).toArray(),
      ] as const);
    let next = read(-1);
    for (;;) {
      const [pages] = await next;
      if (pages.status === 'rejected') throw pages.reason;
      const last = pages.value.at(-1);
      if (!last) return;
      next = read(last.key);
      yield pages.value.flatMap((page) => page.texts);
    }
  }

  async fact<T>(name: string): Promise<T | undefined> {
    return (await this.database.facts.get(name))?.value as T | undefined;
  }

  async setFact(name: string, value: unknown): Promise<void> {
    await this.database.facts.put({ name, value });
  }

  /** Several facts in one write. */
  async setFacts(facts: readonly (readonly [name: string, value: unknown])[]): Promise<void> {
    await this.database.facts.bulkPut(facts.map(([name, value]) => ({ name, value })));
  }

  /** Facts whose names begin with `prefix`, by what follows it. */
  async factsUnder(prefix: string): Promise<Record<string, unknown>> {
    const facts = await this.database.facts.where('name').startsWith(prefix).toArray();
    return Object.fromEntries(facts.map(({ name, value }) => [name.slice(prefix.length), value]));
  }

  /** Flushes the journal and closes the database. */
  async close(): Promise<void> {
    await this.#journal?.flush();
    this.database.close();
  }

  #putConversation(conversation: Conversation): void {
    this.catalog.putConversation(conversation);
    this.#lastOrdinal = Math.max(this.#lastOrdinal, conversation.ordinal);
  }
}
