import type { Agent, Conversation, Memory } from '../model/memory.ts';
import { RecollectError } from '../model/result.ts';
import { type Schema, versionOf } from './schema.ts';

/** Brings rows into the newest shape, step by step. */
export type Upgrade = {
  readonly memory: (row: Memory) => Memory;
  readonly conversation: (row: Conversation) => Conversation;
  readonly agent: (row: Agent) => Agent;
};

const inTurn =
  <Row>(steps: readonly (((row: Row) => Row) | undefined)[]) =>
  (row: Row): Row =>
    steps.reduce((current, step) => step?.(current) ?? current, row);

/**
 * What turns rows of version `from` into rows of the newest version of `schema`.
 * Throws `store/newer-schema` when they are newer than that.
 */
export const upgradeFrom = (from: number, schema: Schema): Upgrade => {
  if (from > versionOf(schema)) {
    throw new RecollectError(
      'store/newer-schema',
      'The safety copy of these memories was written by a newer version of Recollect. Update Recollect to open them.',
      { stored: from, supported: versionOf(schema) },
    );
  }
  const steps = schema.slice(from);
  return {
    memory: inTurn(steps.map(({ memory }) => memory)),
    conversation: inTurn(steps.map(({ conversation }) => conversation)),
    agent: inTurn(steps.map(({ agent }) => agent)),
  };
};
