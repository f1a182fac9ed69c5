import type { Agent, Conversation, IntegrityLabel, MemoryMeta, Seq } from './memory.ts';
import type { Sentence, Values } from './sentence.ts';

/** Which memories a list, an export or an erase is about. Empty fields mean "any"; fields are joined by AND. */
export type MemoryFilter = {
  readonly profile?: string;
  readonly sites?: readonly string[];
  readonly agentIds?: readonly string[];
  readonly projects?: readonly string[];
  readonly tags?: readonly string[];
  readonly conversationKeys?: readonly string[];
  readonly roles?: readonly MemoryMeta['role'][];
  /** Milliseconds since the epoch, inclusive. */
  readonly from?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly to?: number;
  readonly pinned?: boolean;
  readonly partial?: boolean;
  readonly hasCode?: boolean;
  readonly hasLink?: boolean;
  readonly state?: MemoryMeta['state'];
  readonly labels?: readonly IntegrityLabel[];
  readonly seqs?: readonly Seq[];
};

/** One row of a list: metadata and what a row shows of its conversation. */
export type MemoryRow = MemoryMeta & {
  readonly title: string;
  readonly site: string;
  readonly url: string;
  readonly project?: string;
};

/** A page of a virtual list, newest first. */
export type MemoryPage = {
  readonly rows: readonly MemoryRow[];
  /** Rows matching the filter in all. */
  readonly total: number;
  readonly offset: number;
  /** Local-day headings inside the whole list: first offset of each day, in order. */
  readonly days?: readonly { readonly day: string; readonly offset: number; readonly count: number }[];
};

export type FacetCount = { readonly value: string; readonly label: string; readonly count: number };
export type Facets = {
  readonly agents: readonly FacetCount[];
  readonly sites: readonly FacetCount[];
  readonly projects: readonly FacetCount[];
  readonly tags: readonly FacetCount[];
  readonly months: readonly FacetCount[];
};

/** [start, end) UTF-16 offsets of a marked hit inside a snippet. */
export type Mark = readonly [start: number, end: number];

/** A part of a hit's score: a negative share held it back. */
export type WhyPart = {
  readonly part: string;
  readonly share: number;
  /** Name of the sentence and what goes into it, for pages in other languages. */
  readonly code?: string;
  readonly values?: Values;
  /** In English. */
  readonly sentence: string;
};

export type SearchHit = {
  readonly row: MemoryRow;
  readonly score: number;
  /** Shown words of the memory around its hits; plain text. */
  readonly snippet: string;
  readonly marks: readonly Mark[];
  readonly titleMarks: readonly Mark[];
  /** Parts of the score in words and figures, largest first. */
  readonly why: readonly WhyPart[];
  /** Near-duplicates folded under this hit. */
  readonly folded: readonly Seq[];
};

/** What the query was understood as; shown as removable tokens. */
export type QueryToken = {
  /** `term` | `phrase` | `not` | an operator name such as `agent` | `time`. */
  readonly kind: string;
  readonly label: string;
  /** [start, end) in the query text, so that a click can remove it. */
  readonly span: Mark;
  /** Set where the token could not be understood; it is then searched as words. */
  readonly problem?: Sentence;
};

export type SearchResponse = {
  readonly query: string;
  /** Id of this shown list, for signals of what is done with it; absent while learning is off. */
  readonly impression?: string;
  readonly tokens: readonly QueryToken[];
  readonly hits: readonly SearchHit[];
  /** Memories that match; exact up to 1,000, an estimate above. */
  readonly total: number;
  /** Matches left out because they are in quarantine. */
  readonly quarantined: number;
  /** Milliseconds spent per stage, in order. */
  readonly timings: readonly { readonly stage: string; readonly ms: number }[];
};

export type SearchRequest = {
  readonly query: string;
  /** Default 20. */
  readonly limit?: number;
  readonly filter?: MemoryFilter;
  /** The chat the person has in front, where one is: tells the project they are in. */
  readonly front?: { readonly site: string; readonly conversation: string };
  /** `plain`: the order without learning; such a list takes no signals. */
  readonly order?: 'plain';
  /** Hits of one conversation beyond three stand after those of others. */
  readonly grouped?: boolean;
  /** IANA zone for `before:`, `on:` and natural time; the page's own zone. */
  readonly timeZone?: string;
};

export type ConversationView = {
  readonly conversation: Conversation;
  readonly agents: readonly Agent[];
  readonly memories: readonly MemoryRow[];
};
