import type { Agent, Conversation, Memory, MemoryText, Seq } from '../model/memory.ts';
import type { ConversationView, Facets, MemoryFilter, MemoryPage, MemoryRow } from '../model/query.ts';
import type { VaultContext } from './context.ts';
import { compileFilter, facetsOf, matching, pageOf, rowOf } from './facets.ts';

/** The popup shows three lists at a time, the manager one. */
const CACHED_LISTS = 4;

/** Lists and single memories, as pages show them. Metadata comes from the heap; only words are read from disk. */
export class Reading {
  readonly #context: VaultContext;
  /** The lists asked for since the last change. */
  readonly #lists = new Map<string, ReturnType<typeof matching>>();

  constructor(context: VaultContext) {
    this.#context = context;
  }

  /** Forgets the cached lists; call on every change. */
  invalidate(): void {
    this.#lists.clear();
  }

  /** Lists show the profile the person is in unless another is named. */
  #inProfile(filter: MemoryFilter): MemoryFilter {
    return { profile: this.#context.settings.current.profile, ...filter };
  }

  list(wanted: MemoryFilter, offset: number, limit: number): MemoryPage {
    const { catalog } = this.#context.store;
    const filter = this.#inProfile(wanted);
    const key = JSON.stringify(filter);
    const sorted = this.#lists.get(key) ?? matching(filter, catalog);
    // The list asked for last stays longest.
    this.#lists.delete(key);
    this.#lists.set(key, sorted);
    for (const old of this.#lists.keys()) {
      if (this.#lists.size <= CACHED_LISTS) break;
      this.#lists.delete(old);
    }
    return pageOf(sorted, offset, limit, catalog);
  }

  /** One page of the given memories, in the order given. */
  rowsOf(seqs: readonly Seq[], offset: number, limit: number): { rows: MemoryRow[]; total: number } {
    const { catalog } = this.#context.store;
    const metas = seqs.slice(offset, offset + limit).flatMap((seq) => catalog.visible(seq) ?? []);
    return { rows: metas.map((meta) => rowOf(meta, catalog)), total: seqs.length };
  }

  facets(filter: MemoryFilter): Facets {
    return facetsOf(this.#inProfile(filter), this.#context.store.catalog);
  }

  async memory(seq: Seq): Promise<Memory | undefined> {
    const { store } = this.#context;
    const meta = store.catalog.visible(seq);
    if (!meta) return undefined;
    const [text] = await store.texts([seq]);
    return text && { ...meta, ...text };
  }

  texts(seqs: readonly Seq[]): Promise<MemoryText[]> {
    const { store } = this.#context;
    return store.texts(seqs.filter((seq) => store.catalog.visible(seq)));
  }

  conversation(key: string): ConversationView | undefined {
    const { catalog } = this.#context.store;
    const conversation = catalog.conversationByKey.get(key);
    const turns = catalog.turnsOf(key);
    if (!conversation || turns.length === 0) return undefined;
    const agentIds = new Set(turns.map(({ agentId }) => agentId));
    return {
      conversation,
      agents: this.agents().filter(({ id }) => agentIds.has(id)),
      memories: turns.filter(({ state }) => state !== 'trashed').map((meta) => rowOf(meta, catalog)),
    };
  }

  /** Conversations with at least one memory matching `filter`, newest first. */
  conversations(filter: MemoryFilter): Conversation[] {
    const { catalog } = this.#context.store;
    const accept = compileFilter(this.#inProfile(filter), catalog);
    const keys = new Set<string>();
    for (const meta of catalog.all()) if (accept(meta)) keys.add(meta.conversationKey);
    return [...keys]
      .flatMap((key) => catalog.conversationByKey.get(key) ?? [])
      .sort((a, b) => b.lastAt - a.lastAt);
  }

  agents(): Agent[] {
    const { catalog } = this.#context.store;
    const counts = new Map<string, number>();
    const { profile } = this.#context.settings.current;
    for (const meta of catalog.all()) {
      if (meta.profile === profile) counts.set(meta.agentId, (counts.get(meta.agentId) ?? 0) + 1);
    }
    return [...catalog.agentById.values()]
      .map((agent) => ({ ...agent, memoryCount: counts.get(agent.id) ?? 0 }))
      .filter(({ memoryCount }) => memoryCount > 0)
      .sort((a, b) => b.lastSeen - a.lastSeen);
  }
}
