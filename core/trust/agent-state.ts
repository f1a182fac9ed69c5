import * as v from 'valibot';

export const AGENT_STATES = ['normal', 'alarmed', 'paused', 'revoked', 'allowed'] as const;
export type AgentState = (typeof AGENT_STATES)[number];

const FlagSchema = v.object({
  seq: v.number(),
  at: v.number(),
  conversationKey: v.string(),
  rule: v.string(),
  /** The person's own memory that it speaks against. */
  contradicts: v.optional(v.number()),
  /** The person said it was none. */
  dismissed: v.boolean(),
});
export type AgentFlag = Readonly<v.InferOutput<typeof FlagSchema>>;

/** One observed memory, as little of it as the filter needs to be run again after an erase or a dismissal. */
const StepSchema = v.object({
  seq: v.number(),
  at: v.number(),
  flagged: v.boolean(),
  /** Something short of a flag. */
  hinted: v.optional(v.boolean()),
});
export type Step = Readonly<v.InferOutput<typeof StepSchema>>;

export const AgentRecordSchema = v.object({
  state: v.picklist(AGENT_STATES),
  /** Posterior after the last step. */
  hostile: v.number(),
  /** Posterior before the oldest kept step: where a rerun starts. */
  base: v.number(),
  steps: v.array(StepSchema),
  flags: v.array(FlagSchema),
  /** Conversations whose flag was counted; nothing more of them counts. */
  settled: v.array(v.string()),
  /** Conversations with a hint and no flag yet, and the memory that gave it; no second hint of them counts. */
  hints: v.optional(v.array(v.object({ conversationKey: v.string(), seq: v.number() })), []),
  usefulness: v.object({ success: v.number(), failure: v.number() }),
  reference: v.object({ alpha: v.number(), beta: v.number() }),
  history: v.array(v.object({ at: v.number(), trust: v.number() })),
  /** Sum of Page's CUSUM and where it last left zero. */
  cusum: v.number(),
  changeAt: v.optional(v.number()),
  changeSeq: v.optional(v.number()),
  writes: v.number(),
  dismissals: v.number(),
});
export type AgentRecord = v.InferOutput<typeof AgentRecordSchema>;

export const BookSchema = v.object({
  version: v.literal(1),
  agents: v.record(v.string(), AgentRecordSchema),
});
