import type { IntegrityLabel, Seq } from './memory.ts';
import type { Progress } from './progress.ts';
import type { MemoryRow } from './query.ts';
import type { Result } from './result.ts';

/** A community of memories. Identity, name and the person's changes survive re-clustering. */
export type Topic = {
  readonly id: string;
  readonly name: string;
  /** True when the person named it. */
  readonly renamed: boolean;
  readonly hidden: boolean;
  /** 0 is the coarsest level. */
  readonly level: number;
  readonly parent?: string;
  readonly terms: readonly string[];
  /** One line: terms, projects, agents, dates, count. */
  readonly summary: string;
  readonly size: number;
  readonly projects: readonly string[];
  readonly agents: readonly string[];
  readonly from: number;
  readonly to: number;
};

export type GraphStatus = {
  readonly state: 'none' | 'building' | 'ready';
  readonly progress?: Progress;
  readonly memories: number;
  readonly edges: number;
  readonly topics: number;
  readonly modularity?: number;
  readonly builtAt?: number;
};

/** What the screen draws: at most about 2,000 nodes, the rest folded into their topics. */
export type GraphView = {
  readonly nodes: readonly {
    readonly id: string;
    /** Memory, or undefined for a folded topic. */
    readonly seq?: Seq;
    readonly topicId: string;
    readonly label: string;
    readonly size: number;
    readonly agentId?: string;
    readonly createdAt: number;
    /** Integrity label of the memory, for colouring by trust. */
    readonly integrity?: IntegrityLabel;
    readonly x: number;
    readonly y: number;
  }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly weight: number;
    /** Shared terms. */
    readonly why: readonly string[];
  }[];
};

export type DigestScope =
  | { readonly kind: 'day' /** Local midnight, ms. */; readonly from: number; readonly to: number }
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'conversation'; readonly key: string };

export type Digest = {
  readonly title: string;
  readonly topics: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  /** Sentences as they were said, each with its memory. */
  readonly sentences: readonly { readonly seq: Seq; readonly text: string; readonly role: string }[];
  readonly links: readonly string[];
  /** How much of what there was the sentences come from: "12 of 14 conversations". */
  readonly coverage: {
    readonly conversations: number;
    readonly ofConversations: number;
    readonly memories: number;
    readonly ofMemories: number;
    /** Left out because they are in quarantine. */
    readonly quarantined: number;
  };
  readonly label: IntegrityLabel;
};

/** Memories of one stretch of a histogram; [from, to) in milliseconds since the epoch. */
export type TimelineBucket = { readonly from: number; readonly to: number; readonly count: number };

export type GraphApi = {
  graphStatus(): Promise<GraphStatus>;
  rebuildGraph(onProgress?: (progress: Progress) => void): Promise<Result<GraphStatus>>;
  cancelGraph(): Promise<void>;
  topics(): Promise<readonly Topic[]>;
  topicMemories(
    topicId: string,
    offset: number,
    limit: number,
  ): Promise<{ rows: readonly MemoryRow[]; total: number }>;
  renameTopic(topicId: string, name: string): Promise<void>;
  mergeTopics(topicIds: readonly string[]): Promise<void>;
  hideTopic(topicId: string, hidden: boolean): Promise<void>;
  /** Whole graph, or the surroundings of one memory up to `depth` steps. */
  graphView(options: { readonly around?: Seq; readonly depth?: number }): Promise<GraphView>;
  /** Memories joined to one by an edge, strongest first, with the terms they share. */
  related(
    seq: Seq,
    limit: number,
  ): Promise<readonly { readonly row: MemoryRow; readonly why: readonly string[] }[]>;
  digest(scope: DigestScope): Promise<Digest>;
};
