import type { SearchDocument } from '../../core/search/index.ts';

/** A question with the memories that answer it, by position in the conversation's documents. */
export type Question = {
  readonly text: string;
  readonly kind: string;
  readonly relevant: readonly number[];
};

/** One conversation of a data set: its memories in order, and the questions about it. */
export type TestConversation = {
  readonly name: string;
  readonly corpus: 'locomo' | 'beam';
  readonly documents: readonly Omit<SearchDocument, 'seq' | 'conversation'>[];
  /** Session of each document: becomes a conversation of its own where the data set has sessions. */
  readonly sessions: readonly number[];
  readonly questions: readonly Question[];
};
