/** One document as every engine gets it. */
export type EngineDocument = {
  readonly id: number;
  readonly text: string;
  /** Only ours reads these; the peers have no use for them. */
  readonly conversation: number;
  readonly order: number;
  readonly role: 'user' | 'assistant' | 'note';
  readonly createdAt: number;
  readonly title: string;
  readonly speaker?: string;
};

/** An engine under measurement, ours or a peer's: fill it, ask it, drop it. */
export type Engine = {
  readonly name: string;
  add(documents: readonly EngineDocument[]): void | Promise<void>;
  /** Ids, best first. */
  search(query: string, limit: number): number[] | Promise<number[]>;
  /** Bytes it would keep on disk, where it has a form for that. */
  diskBytes?(): number | Promise<number>;
  close?(): void;
};

export type EngineFactory = {
  readonly name: string;
  /** Larger stores are left out for this engine: it would take the bench past its time. */
  readonly largest?: number;
  create(): Engine | Promise<Engine>;
};
