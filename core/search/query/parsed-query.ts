import type { IntegrityLabel, MemoryState } from '../../model/memory.ts';
import type { QueryToken } from '../../model/query.ts';
import type { Span } from '../types.ts';
import type { NamedTime } from './natural-time.ts';

/** What the operators of a query ask for; values of one operator are alternatives, operators are joined by AND. */
export type QueryFilter = {
  /** Words to match in agent ids, case ignored. */
  readonly agents?: readonly string[];
  readonly sites?: readonly string[];
  /** Words to match in project names, case ignored. */
  readonly projects?: readonly string[];
  readonly tags?: readonly string[];
  readonly roles?: readonly ('user' | 'assistant' | 'note')[];
  /** Milliseconds since the epoch, inclusive. */
  readonly from?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly to?: number;
  /** Memories like this one. */
  readonly like?: number;
  readonly pinned?: boolean;
  readonly partial?: boolean;
  readonly hasCode?: boolean;
  readonly hasLink?: boolean;
  readonly state?: MemoryState;
  readonly labels?: readonly IntegrityLabel[];
};

/** A run of words of the query, with its place in it. */
export type QueryPart = { readonly text: string; readonly span: Span };

/** A query as understood. Parsing never fails: what is not understood becomes words, and the token says so. */
export type ParsedQuery = {
  readonly text: string;
  /** Everything the query was read as, in order, for the search box. */
  readonly tokens: readonly QueryToken[];
  /** Stretches of plain words between the operators; phrases are not in here. */
  readonly words: readonly QueryPart[];
  readonly phrases: readonly QueryPart[];
  readonly excluded: readonly QueryPart[];
  readonly filter: QueryFilter;
  /** Named stretches of time: they lift what was said then; alone, they select it. */
  readonly times: readonly NamedTime[];
  /** The last word may still be being typed. */
  readonly unfinished: boolean;
};

export type ParseContext = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA zone; UTC when left out or unknown. */
  readonly timeZone?: string;
};
