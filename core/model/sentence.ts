/** What goes into a sentence: figures, names of errors. Never captured content in what is stored. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A sentence of the vault. Pages word it in their language by `code` and `values`; `text` is the same in English, shown
 * where a language has no words for the code, and for what was stored before there were codes.
 */
export type Sentence = {
  readonly code?: string | undefined;
  readonly values?: Values | undefined;
  readonly text: string;
};
