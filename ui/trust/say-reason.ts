import type { Sentence } from '../../core/model/sentence.ts';
import { say } from '../i18n/i18n.ts';

/** A reason for trust in the current language; what a rule found is named in that language too. */
export const sayReason = (reason: Sentence): string => {
  const { rule, sentence } = reason.values ?? {};
  if (rule === undefined || sentence === undefined) return say(reason);
  const found = say({ code: `rule/${rule}`, text: String(sentence) }).replace(/\.$/, '');
  return say({ ...reason, values: { ...reason.values, found } });
};
