import { type Activity, activityOf, type CandidateMeta, type RankCandidate } from '../../core/rank/index.ts';
import { SearchIndex } from '../../core/search/index.ts';
import type { CorpusConversation } from './corpora.ts';

const CANDIDATES = 100;
/** What the vault keeps of a text beside its numbers, and tells activities from. */
const PREVIEW = 200;
/** The same moment for all: the simulated weeks lie after the data sets' own dates. */
const NOW = Date.UTC(2025, 0, 6);

/** One store with everybody's conversations, searched by the shipped index without any learning. */
export class World {
  readonly conversations: readonly CorpusConversation[];
  readonly #index = new SearchIndex();
  readonly #metas: CandidateMeta[] = [];
  readonly #activities: Activity[] = [];
  readonly #firstSeq: number[] = [];
  readonly #cache = new Map<string, readonly RankCandidate[]>();
  readonly #seqById: Map<string, number>[] = [];

  constructor(conversations: readonly CorpusConversation[]) {
    this.conversations = conversations;
    for (const [ordinal, conversation] of conversations.entries()) {
      this.#firstSeq.push(this.#metas.length);
      const seqById = new Map<string, number>();
      const documents = conversation.turns.map((turn, order) => {
        const seq = this.#metas.length;
        seqById.set(turn.id, seq);
        this.#activities.push(activityOf(turn.text.slice(0, PREVIEW)));
        this.#metas.push({
          agentId: turn.role === 'assistant' ? conversation.corpus : 'person',
          role: turn.role,
          createdAt: turn.createdAt,
          conversationKey: conversation.key,
          site: conversation.corpus,
          pinned: false,
          importance: 3,
          length: turn.text.length,
          tags: [],
          hasCode: turn.text.includes('```'),
        });
        return {
          seq,
          conversation: ordinal,
          order,
          role: turn.role,
          site: conversation.corpus,
          createdAt: turn.createdAt,
          title: conversation.title,
          text: turn.text,
          ...(turn.speaker === undefined ? {} : { speaker: turn.speaker }),
        };
      });
      this.#index.update(documents);
      this.#seqById.push(seqById);
    }
  }

  get size(): number {
    return this.#metas.length;
  }

  lookup = (seq: number): CandidateMeta | undefined => this.#metas[seq];

  /** What a memory is about. */
  activity = (seq: number): Activity => this.#activities[seq]!;

  seqOf(conversation: number, turn: number): number {
    return this.#firstSeq[conversation]! + turn;
  }

  conversationOf(seq: number): number {
    return this.#firstSeq.findLastIndex((first) => first <= seq);
  }

  relevant(conversation: number, evidence: readonly string[]): Set<number> {
    return new Set(evidence.flatMap((id) => this.#seqById[conversation]!.get(id) ?? []));
  }

  /** The best 100 in plain order; `within` one conversation only, where one is named. */
  search(text: string, within?: number): readonly RankCandidate[] {
    const name = `${within ?? ''}|${text}`;
    const known = this.#cache.get(name);
    if (known) return known;
    const key = within === undefined ? undefined : this.conversations[within]!.key;
    const { hits } = this.#index.search(text, {
      now: NOW,
      limit: CANDIDATES,
      ...(key === undefined ? {} : { accept: (seq) => this.#metas[seq]?.conversationKey === key }),
    });
    const found = hits.map(
      ({ seq, score, features }): RankCandidate => ({
        seq,
        score,
        features: [...features],
        meta: this.#metas[seq]!,
        trust: 1,
      }),
    );
    this.#cache.set(name, found);
    return found;
  }
}
