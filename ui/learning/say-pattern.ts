import type { Sentence } from '../../core/model/sentence.ts';
import { agentName } from '../format.ts';
import { say } from '../i18n/i18n.ts';

/** What the vault writes between the steps of a habit. */
const STEP = ' → ';

/** What a preference is about, named in the current language; English has it in the sentence itself. */
const what = (facet: string, value: string): string =>
  facet === 'agent' || facet === 'tag'
    ? say({
        code: `what/${facet}`,
        values: { value: facet === 'agent' ? agentName(value) : value },
        text: value,
      })
    : say({ code: `what/${facet}/${value}`, text: value });

/** What follows on what in a habit, each step named in the current language. */
const stepsOf = (steps: string): string =>
  steps
    .split(STEP)
    .map((step) => say({ code: `activity/${step}`, text: step }))
    .join(STEP);

/** A learned pattern, or a change of mind, in the current language. */
export const sayPattern = (sentence: Sentence): string => {
  const { facet, value, before, after, steps } = sentence.values ?? {};
  if (steps !== undefined)
    return say({ ...sentence, values: { ...sentence.values, steps: stepsOf(String(steps)) } });
  if (facet === undefined) return say(sentence);
  // The English sentence holds agents by their ids.
  let { text } = sentence;
  if (facet === 'agent')
    for (const id of [value, before, after])
      if (id !== undefined) text = text.replace(String(id), () => agentName(String(id)));
  const named = (each: string | number | undefined) =>
    each === undefined ? '' : what(String(facet), String(each));
  return say({
    ...sentence,
    text,
    values: { ...sentence.values, what: named(value), before: named(before), after: named(after) },
  });
};
