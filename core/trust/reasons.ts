import type { Sentence } from '../model/sentence.ts';
import type { AgentFlag, AgentRecord } from './agent-state.ts';

/** Flags of the most frequent kinds that are told. */
const TOLD_KINDS = 4;
/** Below this much use, a preference says nothing yet. */
const SOME_USE = 0.25;

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const STATES = {
  normal: undefined,
  revoked: 'You revoked it: nothing it writes is used.',
  paused: 'You paused it: what it writes is not kept.',
  allowed: 'You said that everything from it is welcome.',
  alarmed: 'It looks hostile: what it writes waits in quarantine until you decide.',
} as const;

const flagReasons = (flags: readonly AgentFlag[]): Sentence[] =>
  [...Map.groupBy(flags, ({ rule }) => rule)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, TOLD_KINDS)
    .map(([rule, { length: n }]) => ({
      code: 'reason/flagged',
      values: { n, rule },
      text: `Reads like an order to an assistant (${times(n)}).`,
    }));

const useReason = ({ success, failure }: AgentRecord['usefulness']): Sentence => {
  if (success + failure < SOME_USE)
    return {
      code: 'reason/unused',
      text: 'You have not used anything from it yet, so it has earned no trust.',
    };
  return success > failure
    ? { code: 'reason/kept', text: 'What you used of it was mostly kept.' }
    : { code: 'reason/wrong', text: 'What you used of it was mostly marked wrong or changed.' };
};

/** Why an agent has the trust it has, for the person, weightiest first. */
export const reasonsOf = (record: AgentRecord): Sentence[] => {
  const { state, writes, dismissals, usefulness } = record;
  const reasons: Sentence[] = [];
  const flags = record.flags.filter(({ dismissed }) => !dismissed);
  const text = STATES[state];
  if (text) reasons.push({ code: `reason/${state}`, text });
  reasons.push(...flagReasons(flags));
  if (record.hints.length > 0)
    reasons.push({
      code: 'reason/hinted',
      values: { n: record.hints.length },
      text: `Reads a little like an order to an assistant (${times(record.hints.length)}).`,
    });
  else if (flags.length === 0)
    reasons.push(
      writes === 0
        ? { code: 'reason/unread', text: 'Nothing from it has been read yet.' }
        : {
            code: 'reason/clean',
            values: { n: writes },
            text:
              writes === 1
                ? 'Its only message gave no reason for doubt.'
                : `None of its ${writes} messages gave a reason for doubt.`,
          },
    );
  if (dismissals > 0)
    reasons.push({
      code: 'reason/dismissed',
      values: { n: dismissals },
      text: `You said ${times(dismissals)} that a warning was wrong.`,
    });
  reasons.push(useReason(usefulness));
  return reasons;
};
