/** What the ranker knows of a memory; the vault answers it from its catalog, nothing of it is stored here. */
export type CandidateMeta = {
  readonly agentId: string;
  readonly role: 'user' | 'assistant' | 'note';
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly conversationKey: string;
  /** Project or custom assistant the chat sits in, or any grouping of chats the vault knows. */
  readonly project?: string;
  readonly site: string;
  readonly pinned: boolean;
  /** 1 to 5, set by the person; 3 when untouched. */
  readonly importance: number;
  /** UTF-16 length. */
  readonly length: number;
  readonly tags: readonly string[];
  readonly hasCode: boolean;
};

/** One result of search, before learning. */
export type RankCandidate = {
  readonly seq: number;
  /** Search score; larger is better. Only ratios matter. */
  readonly score: number;
  /** Search's own feature vector, any layout, the same for all candidates of a query. */
  readonly features: ArrayLike<number>;
  readonly meta: CandidateMeta;
  /** 0 (none) to 1 (full). */
  readonly trust: number;
};

/** Answers a memory's metadata; undefined once it is erased, and then nothing is learned from it any more. */
export type MetaLookup = (seq: number) => CandidateMeta | undefined;

/** One thing a person did with one shown result. */
export type Signal =
  | { readonly kind: 'open'; readonly seq: number; readonly at: number; readonly dwellMs?: number }
  | {
      readonly kind: 'insert' | 'copy' | 'pin' | 'thumbs-up' | 'thumbs-down' | 'not-this';
      readonly seq: number;
      readonly at: number;
    }
  | {
      readonly kind: 'deleted-after-recall' | 'insert-undone' | 'requery' | 'chosen';
      readonly seq: number;
      readonly at: number;
    }
  | {
      readonly kind: 'outcome';
      readonly seq: number;
      readonly at: number;
      readonly outcome: 'worked' | 'partly' | 'failed';
    };
export type SignalKind = Signal['kind'];

/** What was known of a result when it was served and cannot be computed again later. */
export type Served = {
  /** Features that depend on the query and not on anything learned; see `static-features.ts`. */
  readonly served: readonly number[];
  /** −1 … 1: how well it fitted what the person usually does next; 0 when left out. */
  readonly fit?: number;
};

/** A result as it was shown; the rest follows from the catalog. */
export type ShownItem = Served & {
  readonly seq: number;
  readonly trust: number;
};

/** A result that was opened, copied or inserted. */
export type UsedResult = { readonly seq: number; readonly at: number };

/** What was known about the person's place at a query. Numbers of memories only, never words. */
export type Situation = {
  /** Any memory of the conversation in front of the person. */
  readonly front?: number;
  /** Last captured memories, newest first; 20 are used. */
  readonly captures: readonly number[];
  /** When the newest of them was captured; the older, the less they say about now. */
  readonly lastCaptureAt?: number;
  /** Results used last, oldest first; 5 are read. */
  readonly used?: readonly UsedResult[];
  /** Minutes east of UTC, for the part of day. Default 0. */
  readonly zoneMinutes?: number;
};

/**
 * Two neighbours of a list that a coin put in their order, to measure what learning is worth.
 * `at` is the upper position; `swapped` when the coin turned the learned order round.
 */
export type Probe = { readonly at: number; readonly swapped: boolean };

/** One search that was shown, with what the person did on it. Holds numbers and a keyed hash, no words. */
export type Impression = {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** HMAC of the query under a key of this installation. */
  readonly queryKey: string;
  /** Meaningful terms in the query. */
  readonly queryTerms: number;
  /** In shown order, at most 20. */
  readonly shown: readonly ShownItem[];
  readonly situation: Situation;
  readonly probe?: Probe;
  readonly signals: readonly Signal[];
};

/** One reason for a place, in words; `share` is signed and the absolute shares of a result sum to 1. */
export type { WhyPart } from '../model/query.ts';

export type Phase = 0 | 1 | 2;
