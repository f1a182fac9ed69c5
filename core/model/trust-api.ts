import type { IntegrityLabel, Seq } from './memory.ts';
import type { Result } from './result.ts';
import type { Sentence } from './sentence.ts';
import type { UndoHandle } from './vault-api.ts';

/** `alarmed`: new writes go to quarantine. `paused`: nothing is captured. `revoked`: nothing is captured or shown. */
export type AgentState = 'normal' | 'alarmed' | 'paused' | 'revoked' | 'allowed';

export type TrustFlag = {
  readonly seq: Seq;
  readonly at: number;
  /** The person's own memory that it speaks against. */
  readonly contradicts?: Seq | undefined;
  /** Name of the rule that fired; pages word it. */
  readonly rule: string;
};

/** Trust of one agent as seen on one origin. All figures are between 0 and 1. */
export type AgentTrust = {
  /** `agentId@origin`. */
  readonly key: string;
  readonly agentId: string;
  readonly origin: string;
  readonly state: AgentState;
  /** (1 − hostile) · usefulness. */
  readonly trust: number;
  /** Probability that it is hostile now. */
  readonly hostile: number;
  /** 5 % lower bound of its usefulness. */
  readonly usefulness: number;
  /** The reference system's Beta(2,1) mean on the same flags, for comparison. */
  readonly reference: number;
  /** Why, weightiest first. */
  readonly reasons: readonly Sentence[];
  readonly history: readonly { readonly at: number; readonly trust: number }[];
  readonly flags: readonly TrustFlag[];
  /** When its behaviour is estimated to have changed; set while alarmed. */
  readonly changedAt?: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly memories: number;
  readonly quarantined: number;
};

/** What "undo everything since" would take back. */
export type BlastRadius = {
  readonly memories: number;
  readonly conversations: number;
  /** Of them, how many were inserted or recalled since. */
  readonly used: number;
  readonly topics: number;
};

export type InsertionItem = {
  readonly seq: Seq;
  readonly verdict: 'as-said' | 'quoted' | 'needs-confirmation' | 'refused';
  readonly label: IntegrityLabel;
  readonly trust: number;
  /** Title of its conversation; may be empty. */
  readonly title: string;
  readonly site: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
};

/** The block that would go to the clipboard or into a chat, and what was decided about each memory. */
export type Insertion = {
  readonly block: string;
  readonly items: readonly InsertionItem[];
  readonly mark: string;
};

export type TrustApi = {
  agentsTrust(): Promise<readonly AgentTrust[]>;
  setAgentState(key: string, state: AgentState): Promise<void>;
  /** Takes memories out of quarantine; `always` also lets this source's later writes through. */
  release(seqs: readonly Seq[], always: boolean): Promise<UndoHandle>;
  quarantine(seqs: readonly Seq[]): Promise<UndoHandle>;
  /** Raises the label to `user-confirmed`: an act of the person. */
  confirm(seqs: readonly Seq[]): Promise<UndoHandle>;
  blastRadius(agentKey: string, since: number): Promise<BlastRadius>;
  /** Moves everything the agent wrote since then to the trash; undoable, and restorable for 30 days. */
  undoSince(agentKey: string, since: number): Promise<UndoHandle>;
  /** Runs the insert gate. `confirmed`: memories whose use as an instruction the person confirmed just now. */
  previewInsertion(seqs: readonly Seq[], confirmed: readonly Seq[]): Promise<Result<Insertion>>;
  /** Tells that the block was copied or inserted: its echo is recognised, its memories count as used. */
  inserted(mark: string): Promise<void>;
  /** Why a memory has its label and trust. */
  trustReasons(seq: Seq): Promise<readonly Sentence[]>;
};
