/** What the index needs of one memory. */
export type SearchDocument = {
  readonly seq: number;
  /** Ordinal of its conversation. */
  readonly conversation: number;
  /** Position within the conversation; neighbours are those next in this order. */
  readonly order: number;
  readonly role: 'user' | 'assistant' | 'note';
  readonly site: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Title of the conversation. */
  readonly title: string;
  /** Markdown or plain text, already cut to the indexed length. */
  readonly text: string;
  /** Name of who said it, where a transcript has names. */
  readonly speaker?: string;
};

/** [start, end) in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** One saved piece of the index: opaque bytes under a name that never changes its meaning. */
export type Segment = { readonly name: string; readonly bytes: Uint8Array };
