import type { WordPattern } from './word-pattern.ts';

/** One sign of an attack in a message. Pages word it for the person by the rule’s name; it never quotes the message. */
export type Finding = {
  /** Name of the rule; stable. */
  readonly rule: string;
  /** Evidence it adds; 1 alone is enough to flag. */
  readonly weight: number;
};

export type Detection = {
  /** Evidence against the agent that wrote it. */
  readonly flagged: boolean;
  /** Reads like an order to an assistant, wherever it stands: must not reach a chat without confirmation. */
  readonly instructionLike: boolean;
  /** Sum of the weights; `FLAG_SCORE` flags. */
  readonly score: number;
  readonly findings: readonly Finding[];
};

/** A rule over folded text: lower case, accent-free, one space between words, line breaks kept. */
export type Rule = Finding & {
  /** What is said, in any words: one of them is enough. */
  readonly says?: readonly WordPattern[];
  /** Marks of software that prose does not contain: one of them is enough. */
  readonly shows?: readonly RegExp[];
  /** Set for signs that only help others: they never flag without one that does. */
  readonly weak?: true;
  /** Set for signs that count only beside another of this kind, within a few sentences; otherwise they are weak. */
  readonly near?: true;
};
