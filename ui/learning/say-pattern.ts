import type { Sentence } from '../../core/model/sentence.ts';
import { agentName } from '../format.ts';
import { say } from '../i18n/i18n.ts';

/** What a preference is about, named in the current language; English has it in the sentence itself. */
const what = (facet: string, value: string): string =>
  facet === 'agent' || facet === 'tag'
    ? say({
        code: `what/${facet}`,
        values: { value: facet === 'agent' ? agentName(value) : value },
        text: value,
      })
    : say({ code: `what/${facet}/${value}`, text: value });

/** A learned pattern, or a change of mind, in the current language. */
export const sayPattern = (sentence: Sentence): string => {
  const { facet, value, before, after } = sentence.values ?? {};
  if (facet === undefined) return say(sentence);
  const named = (each: string | number | undefined) =>
    each === undefined ? '' : what(String(facet), String(each));
  return say({
    ...sentence,
    values: { ...sentence.values, what: named(value), before: named(before), after: named(after) },
  });
};
