import type { AgentRecord } from './agent-state.ts';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** Why an agent has the trust it has, as sentences for the person, weightiest first. */
export const reasonsOf = (record: AgentRecord): string[] => {
  const reasons: string[] = [];
  const flags = record.flags.filter(({ dismissed }) => !dismissed);
  if (record.state === 'revoked') reasons.push('You revoked it: nothing it writes is used.');
  if (record.state === 'paused') reasons.push('You paused it: what it writes waits in quarantine.');
  if (record.state === 'allowed') reasons.push('You said that everything from it is welcome.');
  if (record.state === 'alarmed')
    reasons.push('It looks hostile: what it writes waits in quarantine until you decide.');
  const countBySentence = new Map<string, number>();
  for (const { sentence } of flags) countBySentence.set(sentence, (countBySentence.get(sentence) ?? 0) + 1);
  const ordered = [...countBySentence].sort((a, b) => b[1] - a[1]).slice(0, 4);
  for (const [sentence, count] of ordered) reasons.push(`${sentence.replace(/\.$/, '')} (${times(count)}).`);
  if (flags.length === 0)
    reasons.push(
      record.writes === 0
        ? 'Nothing from it has been read yet.'
        : `None of its ${record.writes} messages gave a reason for doubt.`,
    );
  if (record.dismissals > 0) reasons.push(`You said ${times(record.dismissals)} that a warning was wrong.`);
  const { success, failure } = record.usefulness;
  if (success + failure < 0.25)
    reasons.push('You have not used anything from it yet, so it has earned no trust.');
  else if (success > failure) reasons.push('What you used of it was mostly kept.');
  else reasons.push('What you used of it was mostly marked wrong or changed.');
  return reasons;
};
