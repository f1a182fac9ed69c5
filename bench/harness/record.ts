/** One measured figure, flat, as written to JSON. Names of metrics and kinds are those of the bench's own README rows. */
export type BenchRecord = {
  readonly bench: string;
  readonly metric: string;
  /** `recollect` for ours, the library's name for a peer. */
  readonly engine: string;
  /** The data set or generated store that was measured. */
  readonly corpus: string;
  readonly scope: string;
  /** Memories (or edges, people, …) the figure was measured at. */
  readonly size: number;
  /** Narrows the metric; `all` where it covers everything. */
  readonly kind: string;
  readonly value: number;
  readonly unit: string;
  /** 95 % interval where a mean is shown. */
  readonly low?: number;
  readonly high?: number;
  /** Observations behind the value. */
  readonly n?: number;
};

/** What the command line asks of a bench. Empty lists mean the bench's own defaults. */
export type BenchOptions = {
  /** Files or folders of the shapes in the shared data folder. */
  readonly data: readonly string[];
  readonly sizes: readonly number[];
  readonly attack: readonly string[];
  readonly benign: readonly string[];
  /** Kinds of fault to measure, the others left out; empty: all. Faults only. */
  readonly kinds: readonly string[];
  /** Small sizes and few repetitions: a smoke run. */
  readonly quick: boolean;
  /** Fit the weights anew and measure them held out, instead of measuring what is shipped. Search only. */
  readonly fit: boolean;
};

/** What a bench entry may do while it runs inside the browser's worker. */
export type WorkerBench = {
  record(record: BenchRecord): void;
  log(line: string): void;
  /**
   * Bytes in use by the page and its workers after a garbage collection, measured by the page with
   * `performance.measureUserAgentSpecificMemory()` (typed arrays and WebAssembly memory included).
   */
  memory(): Promise<number>;
};

/** Default export of a bench entry. `args` arrive through JSON; `files` are fetched from `/files/<name>`. */
export type WorkerEntry<Args = unknown> = (args: Args, bench: WorkerBench) => Promise<void>;
