import type { Agent, Conversation, MemoryMeta, Seq } from '../model/memory.ts';
import { MetaPool } from './meta-pool.ts';

/** Newest first; memories of the same moment in reading order reversed. */
const newestFirst = (a: MemoryMeta, b: MemoryMeta): number =>
  b.createdAt - a.createdAt || b.order - a.order || b.seq - a.seq;

/** Both lists, sorted by `compare` as they are, in one. */
const merged = <T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): T[] => {
  const all: T[] = [];
  let at = 0;
  for (const item of b) {
    while (at < a.length && compare(a[at] as T, item) <= 0) all.push(a[at++] as T);
    all.push(item);
  }
  while (at < a.length) all.push(a[at++] as T);
  return all;
};

/**
 * All metadata of a vault in the heap: filters, facets, lists and merges never read the disk.
 * Words stay on disk. About 0.6 kB a memory.
 */
export class Catalog {
  readonly metaBySeq = new Map<Seq, MemoryMeta>();
  readonly seqById = new Map<string, Seq>();
  readonly conversationByKey = new Map<string, Conversation>();
  readonly agentById = new Map<string, Agent>();
  readonly #pool = new MetaPool();
  readonly #seqsByConversation = new Map<string, Set<Seq>>();
  /** Every memory but those put since it was made, newest first. */
  #sorted: readonly MemoryMeta[] = [];
  readonly #unsorted = new Set<Seq>();
  /** Memories inside the undo window of an erase: in the store still, on no screen. */
  readonly hidden = new Set<Seq>();

  get size(): number {
    return this.metaBySeq.size;
  }

  put(given: MemoryMeta): void {
    const meta = this.#pool.pooled(given);
    const before = this.metaBySeq.get(meta.seq);
    if (before && before.id !== meta.id) this.seqById.delete(before.id);
    this.metaBySeq.set(meta.seq, meta);
    this.#unsorted.add(meta.seq);
    this.seqById.set(meta.id, meta.seq);
    let seqs = this.#seqsByConversation.get(meta.conversationKey);
    if (!seqs) {
      seqs = new Set();
      this.#seqsByConversation.set(meta.conversationKey, seqs);
    }
    seqs.add(meta.seq);
  }

  putConversation(conversation: Conversation): void {
    this.conversationByKey.set(conversation.key, conversation);
  }

  putAgent(agent: Agent): void {
    this.agentById.set(agent.id, agent);
  }

  byId(id: string): MemoryMeta | undefined {
    const seq = this.seqById.get(id);
    return seq === undefined ? undefined : this.metaBySeq.get(seq);
  }

  /** Visible metadata of `seq`: undefined when unknown or waiting for its physical erase. */
  visible(seq: Seq): MemoryMeta | undefined {
    return this.hidden.has(seq) ? undefined : this.metaBySeq.get(seq);
  }

  /** Visible memories of a conversation in reading order. */
  turnsOf(conversationKey: string): MemoryMeta[] {
    return this.allTurnsOf(conversationKey).filter(({ seq }) => !this.hidden.has(seq));
  }

  /** Memories of a conversation in reading order, those waiting for their erase included. */
  allTurnsOf(conversationKey: string): MemoryMeta[] {
    const seqs = this.#seqsByConversation.get(conversationKey);
    if (!seqs) return [];
    return [...seqs]
      .map((seq) => this.metaBySeq.get(seq) as MemoryMeta)
      .sort((a, b) => a.order - b.order || a.seq - b.seq);
  }

  /** Every memory, those waiting for their erase included, newest first. Costs one pass after a change. */
  newestFirst(): readonly MemoryMeta[] {
    if (this.#unsorted.size > 0) {
      const put = [...this.#unsorted].map((seq) => this.metaBySeq.get(seq) as MemoryMeta).sort(newestFirst);
      const rest = this.#sorted.filter(({ seq }) => !this.#unsorted.has(seq));
      this.#sorted = merged(rest, put, newestFirst);
      this.#unsorted.clear();
    }
    return this.#sorted;
  }

  /** Every visible memory, in no particular order. */
  *all(): Generator<MemoryMeta> {
    for (const meta of this.metaBySeq.values()) if (!this.hidden.has(meta.seq)) yield meta;
  }
}
