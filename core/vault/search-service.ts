import type { Conversation, Memory, MemoryMeta, MemoryText, Seq } from '../model/memory.ts';
import type { OnProgress } from '../model/progress.ts';
import type { SearchHit, SearchRequest, SearchResponse, WhyPart } from '../model/query.ts';
import {
  Marker,
  makeSnippet,
  parseQuery,
  type RankedResults,
  READ_LENGTH,
  readable,
  type SearchDocument,
} from '../search/index.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { MOST_PER_ORIGIN, TOP } from '../trust/index.ts';
import type { VaultContext } from './context.ts';
import { compileFilter, rowOf } from './facets.ts';
import { nameOf } from './health-messages.ts';
import { compileQueryFilter } from './query-filter.ts';
import { SearchIndexes } from './search-indexes.ts';

const FEED_BATCH = 1_000;
/** Segments are written this long after the last change: a crash in between only costs re-reading those memories. */
const SAVE_DELAY_MS = 15_000;
const DEFAULT_LIMIT = 20;
const SAVED_AT = 'indexSaved';
/** Write sequence of the store, and time, that the saved segments belong to. */
type SavedAt = { readonly sequence: number; readonly at: number };

/** Hits of two searches, best first, each once. */
const withOthers = (hits: RankedResults['hits'], others: RankedResults['hits']): RankedResults['hits'] => {
  const known = new Set(hits.map(({ seq }) => seq));
  const added = others.filter(({ seq }) => !known.has(seq));
  return added.length === 0 ? hits : [...hits, ...added].sort((a, b) => b.score - a.score);
};

/** A hit whose reasons are still being put together. */
type ShownHit = SearchHit & { readonly why: WhyPart[] };

/** The search index of the vault: fed by every write, saved as segments, asked by popup and manager. */
export class SearchService {
  #indexes = new SearchIndexes();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Segments on disk by name: bytes that are the same object need no writing. */
  #saved: { store?: MemoryStore; bytesByName: ReadonlyMap<string, Uint8Array> } = { bytesByName: new Map() };
  readonly #context: () => VaultContext;

  constructor(context: () => VaultContext) {
    this.#context = context;
  }

  get size(): number {
    return this.#indexes.size;
  }

  /** Loads the saved segments; what is missing, damaged or newer is read from the memories again. */
  async open(onProgress: OnProgress): Promise<void> {
    const { store, health } = this.#context();
    const rows = await store.database.segments.toArray();
    const { indexes, damaged } = SearchIndexes.load(rows);
    this.#indexes = indexes;
    this.#saved = { store, bytesByName: new Map(rows.map(({ name, bytes }) => [name, bytes])) };
    if (damaged.length > 0) {
      await health.add({
        area: 'search',
        severity: 'warning',
        code: 'index-damaged',
        values: { damaged: damaged.length, all: rows.length },
        message: `Part of the search index was damaged (${damaged.length} of ${rows.length} segments).`,
        action: 'It was built again from the memories.',
      });
    }
    const { catalog } = store;
    indexes.remove([...indexes.seqs()].filter((seq) => !catalog.visible(seq)));
    const saved = await store.fact<SavedAt>(SAVED_AT);
    const staleFrom = saved?.sequence === store.writeSequence ? Number.POSITIVE_INFINITY : (saved?.at ?? 0);
    const stale = [...catalog.all()].filter(
      ({ seq, updatedAt }) => !indexes.has(seq) || updatedAt >= staleFrom,
    );
    await this.addAgain(
      stale.map(({ seq }) => seq),
      onProgress,
    );
  }

  /** Makes new and changed memories searchable before it returns. */
  update(memories: readonly Memory[], conversation: Conversation, titleChanged: boolean): void {
    const { hidden } = this.#context().store.catalog;
    const visible = memories.filter(({ seq }) => !hidden.has(seq));
    const documents = visible.map((memory) => documentOf(memory, memory.markdown, conversation));
    this.#indexes.update(conversation.profile, documents);
    if (titleChanged)
      this.#indexes.of(conversation.profile).retitle(conversation.ordinal, conversation.title);
    this.#scheduleSave();
  }

  /** Takes memories out of search at once. */
  remove(seqs: Iterable<Seq>): void {
    this.#indexes.remove(seqs);
    this.#scheduleSave();
  }

  /** Reads memories from the store and makes them searchable (after an undo, an import, a repair). */
  async addAgain(seqs: readonly Seq[], onProgress: OnProgress = () => undefined): Promise<void> {
    const { store } = this.#context();
    for (let at = 0; at < seqs.length; at += FEED_BATCH) {
      const texts = await store.texts(seqs.slice(at, at + FEED_BATCH));
      const found = texts.flatMap(({ seq, markdown }) => {
        const meta = store.catalog.visible(seq);
        const conversation = meta && store.catalog.conversationByKey.get(meta.conversationKey);
        return conversation ? [{ meta, document: documentOf(meta, markdown, conversation) }] : [];
      });
      for (const [profile, own] of Map.groupBy(found, ({ meta }) => meta.profile)) {
        this.#indexes.update(
          profile,
          own.map(({ document }) => document),
        );
      }
      onProgress({ stage: 'indexing', done: Math.min(at + FEED_BATCH, seqs.length), total: seqs.length });
    }
    if (seqs.length > 0) this.#scheduleSave();
  }

  clear(): void {
    this.#indexes = new SearchIndexes();
  }

  async search(request: SearchRequest): Promise<SearchResponse> {
    const { query, limit = DEFAULT_LIMIT, timeZone, grouped = false } = request;
    const { store, settings, trust, learning, now } = this.#context();
    const filter = { profile: settings.current.profile, ...request.filter };
    const index = this.#indexes.of(filter.profile);
    const { catalog } = store;
    const clock = { now: now(), ...(timeZone === undefined ? {} : { timeZone }) };
    const parsed = parseQuery(query, clock);
    const passesQuery = compileQueryFilter(parsed.filter, catalog);
    const { state } = parsed.filter;
    const passesFilter = compileFilter(state === undefined ? filter : { ...filter, state }, catalog);
    const wantsQuarantined = parsed.filter.labels?.includes('quarantined') ?? false;
    const quarantined = new Set<Seq>();
    const accept = (seq: Seq): boolean => {
      const meta = catalog.visible(seq);
      if (!meta || !passesFilter(meta) || !passesQuery(meta)) return false;
      if (meta.label !== 'quarantined' || wantsQuarantined) return true;
      quarantined.add(seq);
      return false;
    };
    const trustOf = (seq: Seq): number => {
      const meta = catalog.visible(seq);
      return meta ? trust.rankFactor(meta) : 1;
    };
    const { like } = parsed.filter;
    const learned = like === undefined ? await learning.begin(request) : undefined;
    const rerank = learned ? { rerank: learned.rerank } : {};
    const look = (wanted: number, accepted: (seq: Seq) => boolean): RankedResults => {
      const options = { ...clock, limit: wanted, accept: accepted, trustOf, groupByConversation: grouped };
      return like === undefined
        ? index.search(parsed, { ...options, ...rerank })
        : index.similar(like, options, parsed);
    };
    const isNewcomer = (seq: Seq): boolean => {
      const meta = catalog.visible(seq);
      return meta !== undefined && trust.isNewcomer(meta);
    };
    const ranked = look(limit, accept);
    const started = performance.now();
    const crowded = ranked.hits.filter(({ seq }) => isNewcomer(seq)).length > MOST_PER_ORIGIN;
    // Cheap identities may have taken every place, so that there is no one left to put before them.
    const others = crowded ? look(TOP, (seq) => accept(seq) && !isNewcomer(seq)).hits : [];
    const found = { ...ranked, hits: withOthers(ranked.hits, others) };
    const hits = trust.cap(await this.#shown(found, store)).slice(0, limit);
    for (const hit of hits) hit.why.push(...(learned?.why(hit.row.seq) ?? []));
    const list = learned?.shown(hits.map(({ row }) => row.seq));
    return {
      query,
      ...(list === undefined ? {} : { impression: list.id }),
      tokens: ranked.parsed.tokens,
      hits: list ? inOrder(hits, list.order) : hits,
      total: ranked.total,
      quarantined: quarantined.size,
      timings: [...ranked.timings, { stage: 'snippets', ms: performance.now() - started }],
    };
  }

  async #shown(ranked: RankedResults, store: MemoryStore): Promise<ShownHit[]> {
    const { hits } = ranked;
    const { catalog } = store;
    const texts = new Map(
      (await store.shownTexts(hits.map(({ seq }) => seq))).map((text) => [text.seq, text]),
    );
    const marker = new Marker(ranked);
    return hits.flatMap((hit): ShownHit[] => {
      const meta = catalog.visible(hit.seq);
      const text = texts.get(hit.seq);
      if (!meta || !text) return [];
      const row = rowOf(meta, catalog);
      const { snippet, marks } = makeSnippet(readableOf(text), marker);
      const titleMarks = marker.marks(row.title);
      return [{ row, score: hit.score, snippet, marks, titleMarks, why: [...hit.parts], folded: hit.folded }];
    });
  }

  /** Memories of a profile that are about some words and are accepted, best first; no learning, no trust, no limit by date. */
  about(words: string, profile: string, limit: number, accept: (seq: Seq) => boolean): Seq[] {
    const clock = { now: this.#context().now() };
    const { hits } = this.#indexes.of(profile).search(parseQuery(words, clock), { ...clock, limit, accept });
    return hits.map(({ seq }) => seq);
  }

  /** Writes the index as segments into `target`, which holds the same memories; only what is new since the last time. */
  async saveInto(target: MemoryStore): Promise<void> {
    const segments = this.#indexes.exportSegments();
    const before = this.#saved.store === target ? this.#saved.bytesByName : new Map<string, Uint8Array>();
    const bytesByName = new Map(segments.map(({ name, bytes }) => [name, bytes]));
    const { segments: table, facts } = target.database;
    const saved: SavedAt = { sequence: target.writeSequence, at: this.#context().now() };
    await target.database.transaction('rw', table, facts, async () => {
      await table.bulkDelete([...before.keys()].filter((name) => !bytesByName.has(name)));
      await table.bulkPut(segments.filter(({ name, bytes }) => before.get(name) !== bytes));
      await facts.put({ name: SAVED_AT, value: saved });
    });
    this.#saved = { store: target, bytesByName };
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
      const { queue, health } = this.#context();
      queue
        .run(() => this.saveInto(this.#context().store))
        .catch((error: unknown) =>
          health.add({
            area: 'search',
            severity: 'warning',
            code: 'index-not-saved',
            values: { error: nameOf(error) },
            message: `The search index could not be saved (${nameOf(error)}).`,
            action: 'Search works; the index is completed from the memories at the next start.',
          }),
        );
    }, SAVE_DELAY_MS);
  }
}

/** Lives as long as the text in the store's cache. */
const readableByText = new WeakMap<MemoryText, string>();

const readableOf = (text: MemoryText): string => {
  let words = readableByText.get(text);
  if (words === undefined) {
    words = readable(text.text.slice(0, READ_LENGTH));
    readableByText.set(text, words);
  }
  return words;
};

const inOrder = (hits: readonly ShownHit[], order: readonly Seq[]): ShownHit[] => {
  const bySeq = new Map(hits.map((hit) => [hit.row.seq, hit]));
  return order.flatMap((seq) => bySeq.get(seq) ?? []);
};

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
