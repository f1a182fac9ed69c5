import type { Conversation, Memory, MemoryMeta, Seq } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import type { SearchHit, SearchRequest, SearchResponse } from '../model/query.ts';
import { type SearchDocument, SearchIndex } from '../search/index.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { VaultContext } from './context.ts';
import { compileFilter, rowOf } from './facets.ts';
import { journalTrouble } from './health-messages.ts';
import { filterOfQuery } from './query-filter.ts';

const FEED_BATCH = 1_000;
/** Segments are written this long after the last change: a crash in between only costs re-reading those memories. */
const SAVE_DELAY_MS = 5_000;
const DEFAULT_LIMIT = 20;
/** Write sequence of the store that the saved segments belong to. */
const INDEXED_SEQUENCE = 'indexedSequence';

/** The search index of the vault: fed by every write, saved as segments, asked by popup and manager. */
export class SearchService {
  #index = new SearchIndex();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #context: () => VaultContext;

  constructor(context: () => VaultContext) {
    this.#context = context;
  }

  get size(): number {
    return this.#index.size;
  }

  /** Loads the saved segments; what is missing, damaged or newer is read from the memories again. */
  async open(onProgress: OnProgress): Promise<void> {
    const { store, health } = this.#context();
    const rows = await store.database.segments.toArray();
    const { index, damaged } = SearchIndex.load(rows);
    this.#index = index;
    if (damaged.length > 0) {
      await health.add({
        area: 'search',
        severity: 'warning',
        message: `Part of the search index was damaged (${damaged.length} of ${rows.length} segments).`,
        action: 'It was built again from the memories.',
      });
    }
    const saved = (await store.fact<number>(INDEXED_SEQUENCE)) ?? -1;
    const { catalog } = store;
    const gone = index.seqs().filter((seq) => !isSearchable(catalog.visible(seq)));
    index.remove(gone);
    const known = new Set(index.seqs());
    const changedSince = saved === store.writeSequence ? undefined : await store.fact<number>('indexedAt');
    const missing = [...catalog.all()].filter(
      (meta) =>
        !known.has(meta.seq) || (saved !== store.writeSequence && meta.updatedAt >= (changedSince ?? 0)),
    );
    await this.addAgain(
      missing.map(({ seq }) => seq),
      onProgress,
    );
  }

  /** Makes new and changed memories searchable before it returns. */
  async update(
    memories: readonly Memory[],
    conversation: Conversation,
    titleChanged: boolean,
  ): Promise<void> {
    const { hidden } = this.#context().store.catalog;
    const visible = memories.filter(({ seq }) => !hidden.has(seq));
    this.#index.update(visible.map((memory) => documentOf(memory, memory.markdown, conversation)));
    if (titleChanged) this.#index.retitle(conversation.ordinal, conversation.title);
    this.#scheduleSave();
  }

  /** Takes memories out of search at once. */
  remove(seqs: Iterable<Seq>): void {
    this.#index.remove(seqs);
    this.#scheduleSave();
  }

  /** Reads memories from the store and makes them searchable (after an undo, an import, a repair). */
  async addAgain(seqs: readonly Seq[], onProgress: OnProgress = () => undefined): Promise<void> {
    const { store } = this.#context();
    for (let at = 0; at < seqs.length; at += FEED_BATCH) {
      const texts = await store.texts(seqs.slice(at, at + FEED_BATCH));
      const documents = texts.flatMap(({ seq, markdown }) => {
        const meta = store.catalog.visible(seq);
        const conversation = meta && store.catalog.conversationByKey.get(meta.conversationKey);
        return conversation ? [documentOf(meta, markdown, conversation)] : [];
      });
      this.#index.update(documents);
      onProgress({ stage: 'indexing', done: Math.min(at + FEED_BATCH, seqs.length), total: seqs.length });
    }
    if (seqs.length > 0) this.#scheduleSave();
  }

  clear(): void {
    this.#index = new SearchIndex();
  }

  async search({
    query,
    limit = DEFAULT_LIMIT,
    filter = {},
    timeZone,
  }: SearchRequest): Promise<SearchResponse> {
    const { store, now } = this.#context();
    const { catalog } = store;
    const accepts = (meta: MemoryMeta) => passesFilter(meta) && passesQuery(meta);
    let passesQuery: (meta: MemoryMeta) => boolean = () => true;
    const passesFilter = compileFilter(filter, catalog);
    let quarantined = 0;
    const parsed = this.#index.parse(query, { now: now(), ...(timeZone === undefined ? {} : { timeZone }) });
    const queryFilter = filterOfQuery(parsed, catalog);
    passesQuery = compileFilter(queryFilter, catalog);
    const wantsQuarantined = queryFilter.labels?.includes('quarantined') ?? false;
    const ranked = this.#index.search(parsed, {
      now: now(),
      limit,
      accept: (seq) => {
        const meta = catalog.visible(seq);
        if (!meta || !accepts(meta)) return false;
        if (meta.label === 'quarantined' && !wantsQuarantined) {
          quarantined += 1;
          return false;
        }
        return true;
      },
    });
    const started = performance.now();
    const texts = new Map(
      (await store.texts(ranked.hits.map(({ seq }) => seq))).map((text) => [text.seq, text]),
    );
    const hits = ranked.hits.flatMap((hit): SearchHit[] => {
      const meta = catalog.visible(hit.seq);
      const text = texts.get(hit.seq);
      if (!meta || !text) return [];
      const row = rowOf(meta, catalog);
      const { snippet, marks } = this.#index.snippet(text.text, parsed);
      return [
        {
          row,
          score: hit.score,
          snippet,
          marks,
          titleMarks: this.#index.titleMarks(row.title, parsed),
          why: hit.parts,
          folded: hit.folded,
        },
      ];
    });
    return {
      query,
      tokens: parsed.tokens,
      hits,
      total: ranked.total,
      quarantined,
      timings: [...ranked.timings, { stage: 'snippets', ms: performance.now() - started }],
    };
  }

  /** Writes the index as segments into `target`, which holds the same memories. */
  async saveInto(target: MemoryStore): Promise<void> {
    const segments = this.#index.exportSegments();
    const { segments: table, facts } = target.database;
    await target.database.transaction('rw', table, facts, async () => {
      await table.clear();
      await table.bulkPut(segments.map(({ name, bytes }) => ({ name, bytes })));
      await facts.put({ name: INDEXED_SEQUENCE, value: target.writeSequence });
      await facts.put({ name: 'indexedAt', value: this.#context().now() });
    });
  }

  async storedBytes(): Promise<number> {
    let bytes = 0;
    await this.#context().store.database.segments.each((row) => {
      bytes += row.bytes.length;
    });
    return bytes;
  }

  #scheduleSave(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { queue, store, health } = this.#context();
      queue
        .run(() => this.saveInto(this.#context().store))
        .catch((error: unknown) => {
          void health.add(journalTrouble(error));
          return store;
        });
    }, SAVE_DELAY_MS);
  }
}

const isSearchable = (meta: MemoryMeta | undefined): boolean => meta !== undefined;

const documentOf = (
  meta: MemoryMeta,
  markdown: string,
  { ordinal, site, title }: Conversation,
): SearchDocument => ({
  seq: meta.seq,
  conversation: ordinal,
  order: meta.order,
  role: meta.role,
  site,
  createdAt: meta.createdAt,
  title,
  text: markdown.slice(0, meta.indexedLength),
});
