import type { SearchHit } from '../../core/model/query.ts';
import { browserPlaces } from '../../core/store/places.ts';
import { Vault } from '../../core/vault.ts';
import type { CorpusConversation } from './corpora.ts';

const SITES = ['chatgpt', 'claude'] as const;
const HOUR_MS = 3_600_000;
/** Turns of one visit to a chat. */
const VISIT = 20;
/** Results a person is shown. */
export const SHOWN = 10;

export type AskOptions = {
  readonly order?: 'plain';
  readonly front?: number;
  /** Only what one conversation holds: what search would give were the project certain. */
  readonly within?: number;
};

/**
 * Everybody's conversations in one vault, written and asked through its public calls alone, under a clock that the
 * simulation sets.
 */
export class VaultWorld {
  readonly conversations: readonly CorpusConversation[];
  /** Milliseconds since the epoch, as the vault reads it. */
  now = 0;
  readonly vault: Vault;
  readonly #seqs: number[][] = [];
  readonly #cache = new Map<string, readonly number[]>();
  #conversationBySeq = new Map<number, number>();

  private constructor(conversations: readonly CorpusConversation[]) {
    this.conversations = conversations;
    this.vault = Vault.open({ places: browserPlaces(), now: () => this.now });
  }

  /** Writes every conversation in visits of 20 turns, at the times the data sets name. */
  static async open(conversations: readonly CorpusConversation[]): Promise<VaultWorld> {
    const world = new VaultWorld(conversations);
    for (const [at, { turns }] of conversations.entries()) {
      for (let from = 0; from < turns.length; from += VISIT) {
        world.now = Math.max(world.now + HOUR_MS, turns[from]!.createdAt);
        const outcome = await world.#append(
          at,
          turns.slice(from, from + VISIT).map((_, offset) => from + offset),
        );
        if (outcome !== 'stored') throw new Error(`bench learn: the vault answered ${outcome} to a new chat`);
      }
      const view = await world.vault.conversation(world.#keyOf(at));
      const seqs = view?.memories.toSorted((a, b) => a.order - b.order).map(({ seq }) => seq) ?? [];
      if (seqs.length !== turns.length) throw new Error(`bench learn: chat ${at} was not kept whole`);
      world.#seqs.push(seqs);
      for (const seq of seqs) world.#conversationBySeq.set(seq, at);
    }
    return world;
  }

  get size(): number {
    return this.#conversationBySeq.size;
  }

  #siteOf(conversation: number): string {
    return SITES[conversation % SITES.length]!;
  }

  #keyOf(conversation: number): string {
    return `default/${this.#siteOf(conversation)}:${this.conversations[conversation]!.key}`;
  }

  async #append(conversation: number, turns: readonly number[]): Promise<string> {
    const { key, title, turns: all } = this.conversations[conversation]!;
    const site = this.#siteOf(conversation);
    const { outcome } = await this.vault.append(
      {
        conversation: {
          site,
          id: key,
          url: `https://${site}.example/c/${key}`,
          title,
          completeness: { complete: false, evidence: 'window only' },
        },
        turns: turns.map((at) => {
          const { role, text, createdAt } = all[at]!;
          return {
            id: `turn-${at}`,
            role,
            text,
            markdown: text,
            partial: false,
            createdAt,
            order: at,
            source: 'authoritative',
          };
        }),
      },
      { site, origin: `https://${site}.example`, tabId: 1, frameId: 0 },
    );
    return outcome;
  }

  /** A person is in a chat they have: its turns are on the screen again. */
  async visit(turns: readonly (readonly [conversation: number, turn: number])[]): Promise<void> {
    const byConversation = Map.groupBy(turns, ([conversation]) => conversation);
    for (const [conversation, seen] of byConversation)
      await this.#append(
        conversation,
        seen.map(([, turn]) => turn),
      );
  }

  relevant(conversation: number, evidence: readonly string[]): Set<number> {
    const { turns } = this.conversations[conversation]!;
    const seqs = this.#seqs[conversation]!;
    return new Set(turns.flatMap(({ id }, at) => (evidence.includes(id) ? [seqs[at]!] : [])));
  }

  conversationOf(seq: number): number | undefined {
    return this.#conversationBySeq.get(seq);
  }

  async ask(
    query: string,
    { front, order, within }: AskOptions,
  ): Promise<{ readonly hits: readonly SearchHit[]; readonly impression?: string }> {
    return this.vault.search({
      query,
      limit: SHOWN,
      ...(order === undefined ? {} : { order }),
      ...(within === undefined ? {} : { filter: { conversationKeys: [this.#keyOf(within)] } }),
      ...(front === undefined
        ? {}
        : { front: { site: this.#siteOf(front), conversation: this.conversations[front]!.key } }),
    });
  }

  /** Results in the plain order, which nobody's behaviour changes; asked once for each query. */
  async plain(query: string, within?: number): Promise<readonly number[]> {
    const key = `${within ?? ''}|${query}`;
    const known = this.#cache.get(key);
    if (known) return known;
    const { hits } = await this.ask(query, { order: 'plain', ...(within === undefined ? {} : { within }) });
    const seqs = hits.map(({ row }) => row.seq);
    this.#cache.set(key, seqs);
    return seqs;
  }

  /** The next person starts from nothing. */
  async forgetBehaviour(): Promise<void> {
    await this.vault.forgetSignals({ from: 0, to: Number.MAX_SAFE_INTEGER });
    const { signals } = await this.vault.learning();
    if (signals > 0) throw new Error('bench learn: something was left of the person before');
  }
}
