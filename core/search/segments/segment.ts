import type { Units } from '../spelling/edit-distance.ts';

/** Role bits and marks of a document inside `flags`. */
export const ROLE_MASK = 0b11;
export const ROLE_USER = 0;
export const ROLE_ASSISTANT = 1;
export const ROLE_NOTE = 2;
/** The message only asks. */
export const FLAG_ASKS = 0b100;
/** The message holds a figure. */
export const FLAG_NUMBER = 0b1000;
/** The message says when, by a day, a month or words like "yesterday". */
export const FLAG_TIME = 0b1_0000;

/** Speaker value of a document without a named speaker. */
export const NO_SPEAKER = 0xff_ff;

/** FNV-1a over UTF-16 units. */
export const HASH_START = 0x81_1c_9d_c5;
export const HASH_PRIME = 0x01_00_01_93;

/** Local document and term numbers fit 16 bits. */
export const MAX_LOCAL = 0xff_ff;

/** Facts of the documents of one segment, by local document number. */
export type Columns = {
  readonly seq: Uint32Array;
  readonly conversation: Uint32Array;
  readonly order: Int32Array;
  /** Milliseconds since the epoch. */
  readonly createdAt: Float64Array;
  /** Index into LANGUAGES. */
  readonly language: Uint8Array;
  readonly flags: Uint8Array;
  /** Local term number of the speaker's name, or NO_SPEAKER. */
  readonly speaker: Uint16Array;
  /** First token of each document in `tokens`; one entry more than documents. */
  readonly tokenStart: Uint32Array;
};

/** Adds to scores: called for each document holding a term, with the local number and the frequency (≤ 255). */
export type PostingVisitor = (document: number, frequency: number) => void;

/**
 * A part of the index that can be searched: the sealed ones are immutable typed arrays, the tail grows.
 *
 *   terms     sorted (sealed) or by first use (tail): local term number ↔ text
 *   postings  term → (document, frequency)      finds and counts
 *   tokens    document → terms in reading order  phrases, passages, neighbours, deletes, merges
 */
export type SearchSegment = {
  readonly columns: Columns;
  /** Documents held, removed ones included. */
  readonly count: number;
  readonly tokens: Uint16Array;
  /** 1 for documents that are searchable. */
  readonly alive: Uint8Array;
  /** Searchable documents. */
  readonly aliveCount: number;
  /** Tokens of the searchable documents. */
  readonly aliveTokens: number;
  readonly termCount: number;
  /** Local number of a term, -1 when absent. */
  termId(term: string): number;
  term(id: number): string;
  /** UTF-16 units of a term. */
  termLength(id: number): number;
  /** The letters of a term, to read at once: they may move. */
  termUnits(id: number): Units;
  /** 32-bit hash of a term's text, the same in every segment. */
  termHash(id: number): number;
  /** Searchable documents that hold the term. */
  documentFrequency(id: number): number;
  /** Visits searchable and removed documents alike: the caller checks `alive`. */
  visit(id: number, visitor: PostingVisitor): void;
  /** Calls back for at most `limit` terms that begin with `prefix`, the prefix itself excluded. */
  visitPrefix(prefix: string, limit: number, found: (id: number) => void): void;
  /** Takes a document out of every answer at once. */
  remove(document: number): void;
};
