import type { IntegrityLabel } from '../model/memory.ts';
import type { Csr } from './leiden/network.ts';
import type { TermVectors } from './terms/term-vectors.ts';

/** A memory as the graph needs it. Quarantined ones are left out: they make no edge and name no topic. */
export type GraphDocument = {
  readonly seq: number;
  /** Ordinal of its conversation. */
  readonly conversation: number;
  /** Position within the conversation. */
  readonly order: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly site: string;
  readonly agentId: string;
  readonly project?: string;
  readonly label?: IntegrityLabel;
  readonly text: string;
};

/** What is kept of a document: everything but its text. */
export type GraphRow = Omit<GraphDocument, 'text' | 'label'>;

export type Topic = {
  /** Stable over runs: matched by overlap with the topics of the run before. */
  readonly id: number;
  /** The person's own name, else key terms. */
  readonly name: string;
  /** Key terms, most telling first. */
  readonly terms: readonly string[];
  /** One line: terms, projects, agents, dates, count. */
  readonly summary: string;
  /** Memories in it. */
  readonly size: number;
  readonly projects: readonly string[];
  readonly agents: readonly string[];
  /** Milliseconds since the epoch of its first and last memory. */
  readonly from: number;
  readonly to: number;
  /** Index of the topic of the level above that holds it; absent on the top level. */
  readonly parent?: number;
  readonly renamed: boolean;
  readonly hidden: boolean;
};

export type GraphLevel = {
  /** Index into `topics`, by row. */
  readonly communityOf: Uint32Array;
  readonly topics: readonly Topic[];
};

/** What the person did to topics, by topic id; kept over every run. */
export type TopicEdits = {
  readonly renamed: Readonly<Record<number, string>>;
  /** Topic shown as part of another one. */
  readonly mergedInto: Readonly<Record<number, number>>;
  readonly hidden: readonly number[];
};

/** What the next run needs to give topics the same identities. Holds no text but the person's own names. */
export type TopicState = {
  readonly nextId: number;
  readonly seqs: Uint32Array;
  /** Per level, the topic id of each of `seqs` before merges. */
  readonly levels: readonly Uint32Array[];
  readonly edits: TopicEdits;
};

/** Everything found up to some stage; what a killed analyst resumes from. */
export type GraphCheckpoint = {
  readonly rows: readonly GraphRow[];
  /** Key terms as read; the ids in `terms` index it. */
  readonly labels: readonly string[];
  /** Memories that hold each label's term. */
  readonly documentFrequency: Uint32Array;
  /** Key terms of each row, heaviest first. */
  readonly terms: TermVectors;
  readonly edges?: Csr;
};

export type GraphResult = GraphCheckpoint & {
  /** At most 10 per memory, both directions stored; weight is the cosine, plus 0.3 for neighbouring turns. */
  readonly edges: Csr;
  /** Coarse to fine. */
  readonly levels: readonly GraphLevel[];
  /** That the top level was made with. */
  readonly resolution: number;
  /** Of the top level, at resolution 1. */
  readonly modularity: number;
  readonly state: TopicState;
};

export const NO_EDITS: TopicEdits = { renamed: {}, mergedInto: {}, hidden: [] };
