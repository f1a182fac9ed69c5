import * as v from 'valibot';
import type { IntegrityLabel, Seq } from '../model/memory.ts';
import type { Sentence } from '../model/sentence.ts';
import { evidenceOf, newRecord, ratesOf } from './agent-record.ts';
import { type AgentFlag, type AgentRecord, type AgentState, BookSchema, type Step } from './agent-state.ts';
import { DEFAULT_RATES, logRatio, stepPosterior } from './change-point.ts';
import { HINT_SCORE } from './detect/detect.ts';
import type { Detection } from './detect/types.ts';
import { CEILING_BY_LABEL, isPersonsOwn } from './labels.ts';
import { reasonsOf } from './reasons.ts';
import { REFERENCE_START, referenceMean, withReferenceSignal } from './reference-score.ts';
import { lowerBound, type Outcome, withOutcome } from './usefulness.ts';

/** Above this an agent is taken for hostile: its new writes wait in quarantine until the person decides. */
export const ALARM = 0.5;
/** One message this plainly hostile waits in quarantine whoever wrote it. */
const PLAIN_SCORE = 1.8;

/** The sign of a message that says something else than the person did. */
export const CONTRADICTION = { rule: 'contradiction', weight: 0.5 } as const;

const MOST_STEPS = 400;
const MOST_FLAGS = 100;
const MOST_SETTLED = 400;
const MOST_HISTORY = 120;

export type ObservedWrite = {
  /** `agentId@origin`: from the channel, never from the message. */
  readonly agentKey: string;
  readonly conversationKey: string;
  readonly seq: Seq;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly role: 'user' | 'assistant' | 'note';
  readonly label: IntegrityLabel;
  readonly detection: Detection;
  /** Repeats what was inserted from here: no evidence of anything. */
  readonly echo: boolean;
  /** A memory of the person's own that it speaks against: evidence, and never a reason to hold it back. */
  readonly contradicts?: Seq;
};

export type Observed = {
  /** The memory waits in quarantine. */
  readonly quarantine: boolean;
  /** This write raised the alarm. */
  readonly alarm: boolean;
  /** The agent's record changed. */
  readonly changed: boolean;
};

export type AgentTrust = {
  /** P(hostile now), 0…1. */
  readonly hostile: number;
  /** 5 % lower bound of usefulness, 0…1. */
  readonly usefulness: number;
  /** (1 − hostile) · usefulness. */
  readonly trust: number;
  readonly flags: readonly AgentFlag[];
  /** When it most likely changed, and its first memory since. */
  readonly estimatedChangeAt?: number;
  readonly estimatedChangeSeq?: Seq;
  readonly state: AgentState;
  readonly history: readonly { readonly at: number; readonly trust: number }[];
  readonly reasons: readonly Sentence[];
  /** The reference system's mean of Beta(2, 1) for the same flags. */
  readonly reference: number;
  /** Writes observed. */
  readonly writes: number;
};

/**
 * What is known about every agent: a change-point filter over flags, usefulness from the person's acts, and the state
 * the person put it in. Pure: the caller stores `snapshot()` and gives it back to `restore()`.
 */
export class TrustBook {
  readonly #recordByKey: Map<string, AgentRecord>;
  readonly #changed = new Set<string>();

  constructor(recordByKey: Map<string, AgentRecord> = new Map()) {
    this.#recordByKey = recordByKey;
  }

  /** @throws valibot's error naming the field when `state` is not a snapshot of this version. `undefined` gives an empty book. */
  static restore(state: unknown): TrustBook {
    if (state === undefined || state === null) return new TrustBook();
    const { agents } = v.parse(BookSchema, state);
    return new TrustBook(new Map(Object.entries(agents)));
  }

  /** JSON of these agents, all by default; contains no text of any memory. */
  snapshot(agentKeys: Iterable<string> = this.#recordByKey.keys()) {
    const agents: Record<string, AgentRecord> = {};
    for (const key of agentKeys) agents[key] = structuredClone(this.#recordByKey.get(key) ?? newRecord());
    return { version: 1, agents };
  }

  /** Keys of the agents that may have changed and were not called saved since. */
  unsaved(): string[] {
    return [...this.#changed];
  }

  saved(agentKeys: readonly string[]): void {
    for (const key of agentKeys) this.#changed.delete(key);
  }

  /** Keys of all agents seen. */
  keys(): string[] {
    return [...this.#recordByKey.keys()];
  }

  /**
   * Takes a new or changed memory into account. The person's own words are no evidence about an agent, nor is an echo;
   * a conversation counts until its first flag. While an alarm is open, quiet writes do not calm it: only the person does.
   */
  observe(write: ObservedWrite): Observed {
    const { label, detection, echo, seq, at, conversationKey, contradicts } = write;
    const flagged = detection.flagged || contradicts !== undefined;
    const record = this.#record(write.agentKey);
    const before = record.state;
    let changed = false;
    // A question that a link or another page wrote is in the person's turn: the agent did not write it.
    const byAgent = !isPersonsOwn(label) && write.role !== 'user';
    if (byAgent && !echo && !record.settled.includes(conversationKey)) {
      const hinted =
        !flagged &&
        detection.score >= HINT_SCORE &&
        !record.hints.some((hint) => hint.conversationKey === conversationKey);
      const earlier = record.steps.find((step) => step.seq === seq);
      if (!earlier || (flagged && !earlier.flagged) || (hinted && !earlier.hinted)) {
        if (earlier) record.steps.splice(record.steps.indexOf(earlier), 1);
        else record.writes++;
        if (flagged) this.#dropHint(record, conversationKey, at);
        this.#step(record, { seq, at, flagged, ...(hinted && { hinted }) });
        if (flagged) this.#flag(record, write);
        if (hinted) record.hints = [...record.hints.slice(1 - MOST_SETTLED), { conversationKey, seq }];
        changed = true;
      }
    }
    const alarm = before === 'normal' && record.hostile > ALARM;
    if (alarm) record.state = 'alarmed';
    if (changed) this.#remember(record, at);
    return { quarantine: this.#quarantines(record, write), alarm, changed };
  }

  #quarantines(record: AgentRecord, { label, detection, echo }: ObservedWrite): boolean {
    if (label === 'quarantined') return true;
    if (isPersonsOwn(label)) return false;
    if (record.state === 'allowed' || echo) return false;
    if (record.state !== 'normal') return true;
    if (!detection.flagged) return false;
    return label !== 'assistant-generated' || detection.score >= PLAIN_SCORE;
  }

  /** A flag says all that an earlier hint of its conversation said, and takes its place. */
  #dropHint(record: AgentRecord, conversationKey: string, at: number): void {
    const hint = record.hints.find((candidate) => candidate.conversationKey === conversationKey);
    if (!hint) return;
    record.hints = record.hints.filter((candidate) => candidate !== hint);
    record.steps = record.steps.map((step) => (step.seq === hint.seq ? { ...step, hinted: false } : step));
    if (record.state === 'normal') this.#rerun(record, at);
  }

  #step(record: AgentRecord, step: Step): void {
    const rates = ratesOf(record);
    const posterior = stepPosterior(record.hostile, evidenceOf(step), rates);
    record.hostile = record.state === 'alarmed' ? Math.max(record.hostile, posterior) : posterior;
    if (record.cusum <= 0) {
      record.cusum = 0;
      if (step.flagged) {
        record.changeAt = step.at;
        record.changeSeq = step.seq;
      }
    }
    record.cusum = Math.max(0, record.cusum + logRatio(evidenceOf(step), rates));
    record.reference = withReferenceSignal(record.reference, step.flagged);
    record.steps.push(step);
    if (record.steps.length > MOST_STEPS) {
      const oldest = record.steps.shift()!;
      record.base = stepPosterior(record.base, evidenceOf(oldest), rates);
    }
  }

  #flag(record: AgentRecord, { seq, at, conversationKey, detection, contradicts }: ObservedWrite): void {
    record.settled.push(conversationKey);
    if (record.settled.length > MOST_SETTLED) record.settled.shift();
    const [finding] = detection.flagged ? detection.findings : [CONTRADICTION];
    record.flags.push({
      seq,
      at,
      conversationKey,
      rule: finding?.rule ?? 'unknown',
      ...(contradicts === undefined ? {} : { contradicts }),
      dismissed: false,
    });
    if (record.flags.length > MOST_FLAGS) record.flags.shift();
  }

  #remember(record: AgentRecord, at: number): void {
    const trust = (1 - record.hostile) * lowerBound(record.usefulness);
    record.history.push({ at, trust });
    if (record.history.length > MOST_HISTORY) {
      // Halving keeps the whole course in the sparkline: every second point, the newest always.
      record.history = record.history.filter(
        (_, index) => index % 2 === record.history.length % 2 || index === record.history.length - 1,
      );
    }
  }

  /** Runs the filter again over the kept steps, after some were taken back. */
  #rerun(record: AgentRecord, at: number): void {
    const { steps } = record;
    record.steps = [];
    record.hostile = record.base;
    record.cusum = 0;
    record.reference = { ...REFERENCE_START };
    delete record.changeAt;
    delete record.changeSeq;
    if (record.state === 'alarmed') record.state = 'normal';
    for (const step of steps) {
      this.#step(record, step);
      if (record.state === 'normal' && record.hostile > ALARM) record.state = 'alarmed';
    }
    this.#remember(record, at);
  }

  /** What an agent is known for. An agent never seen has the prior and no flags. */
  agent(agentKey: string): AgentTrust {
    const record = this.#recordByKey.get(agentKey) ?? newRecord();
    const usefulness = lowerBound(record.usefulness);
    return {
      hostile: record.hostile,
      usefulness,
      trust: record.state === 'revoked' ? 0 : (1 - record.hostile) * usefulness,
      flags: record.flags,
      ...(record.changeAt === undefined || record.cusum <= 0 ? {} : { estimatedChangeAt: record.changeAt }),
      ...(record.changeSeq === undefined || record.cusum <= 0
        ? {}
        : { estimatedChangeSeq: record.changeSeq }),
      state: record.state,
      history: record.history,
      reasons: reasonsOf(record),
      reference: referenceMean(record.reference),
      writes: record.writes,
    };
  }

  /** Trust of a memory: the agent's, never above its label's ceiling. The person's own words have the ceiling itself. */
  trustOf(agentKey: string, label: IntegrityLabel): number {
    if (isPersonsOwn(label)) return CEILING_BY_LABEL[label];
    return Math.min(this.agent(agentKey).trust, CEILING_BY_LABEL[label]);
  }

  /**
   * Factor 0…1 for a memory's rank: smooth in P(hostile) and the label, blind to usefulness, so that a new agent
   * is found as well as an old one.
   */
  rankFactor(agentKey: string, label: IntegrityLabel): number {
    if (isPersonsOwn(label)) return 1;
    const record = this.#recordByKey.get(agentKey);
    if (record?.state === 'revoked') return 0.05;
    const honest = 1 - (record?.hostile ?? DEFAULT_RATES.prior);
    return (0.1 + 0.9 * honest) * (0.85 + 0.15 * CEILING_BY_LABEL[label]);
  }

  /** The person used what the agent wrote, or said it was wrong. */
  outcome(agentKey: string, kind: Outcome, at: number): void {
    const record = this.#record(agentKey);
    record.usefulness = withOutcome(record.usefulness, kind);
    this.#remember(record, at);
  }

  /** The person says a flag was none: it is taken back, and this agent's flags weigh less from now on. */
  falseAlarm(agentKey: string, seq: Seq, at: number): void {
    const record = this.#record(agentKey);
    const flag = record.flags.find((candidate) => candidate.seq === seq && !candidate.dismissed);
    if (!flag) return;
    record.flags[record.flags.indexOf(flag)] = { ...flag, dismissed: true };
    record.settled = record.settled.filter((key) => key !== flag.conversationKey);
    record.steps = record.steps.map((step) => (step.seq === seq ? { ...step, flagged: false } : step));
    record.dismissals++;
    this.#rerun(record, at);
  }

  /** Set by the person. Back to `normal` clears the alarm and starts the filter over from the prior. */
  setState(agentKey: string, state: AgentState, at: number): void {
    const record = this.#record(agentKey);
    record.state = state;
    if (state === 'normal' || state === 'allowed') {
      record.hostile = record.base = DEFAULT_RATES.prior;
      record.steps = [];
      record.hints = [];
      record.cusum = 0;
      delete record.changeAt;
      delete record.changeSeq;
    }
    this.#remember(record, at);
  }

  /** After an erase: nothing of these memories stays. Erasing is no penalty: their flags go with them. */
  forget(agentKey: string, seqs: readonly Seq[], at: number): void {
    const record = this.#recordByKey.get(agentKey);
    if (!record) return;
    this.#changed.add(agentKey);
    const gone = new Set(seqs);
    const lost = record.flags.filter(({ seq }) => gone.has(seq));
    record.flags = record.flags.filter(({ seq }) => !gone.has(seq));
    record.settled = record.settled.filter(
      (key) => !lost.some(({ conversationKey }) => conversationKey === key),
    );
    record.steps = record.steps.filter(({ seq }) => !gone.has(seq));
    record.hints = record.hints.filter(({ seq }) => !gone.has(seq));
    this.#rerun(record, at);
  }

  /** After an erase of the person's own memories: no flag points at what is gone. */
  forgetContradicted(gone: ReadonlySet<Seq>): void {
    for (const [key, record] of this.#recordByKey) {
      this.#changed.add(key);
      record.flags = record.flags.map(({ contradicts, ...flag }) =>
        contradicts === undefined || gone.has(contradicts) ? flag : { ...flag, contradicts },
      );
    }
  }

  /** The record to change; made when there is none. */
  #record(agentKey: string): AgentRecord {
    this.#changed.add(agentKey);
    let record = this.#recordByKey.get(agentKey);
    if (!record) {
      record = newRecord();
      this.#recordByKey.set(agentKey, record);
    }
    return record;
  }
}
