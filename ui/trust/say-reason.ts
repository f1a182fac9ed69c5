import type { Sentence } from '../../core/model/sentence.ts';
import { rules } from '../i18n/en/said-rules.ts';
import { say } from '../i18n/i18n.ts';
import { formatMessage } from '../i18n/message.ts';

const UNKNOWN = 'Reads like an order to an assistant.';

/** What a rule of the detectors found, in the current language. */
export const sayRule = (rule: string): string => {
  const code = `rule/${rule}`;
  return say({ code, text: formatMessage(rules[code] ?? UNKNOWN, {}, 'en') });
};

/** A reason for trust in the current language; what a rule found is named in that language too. */
export const sayReason = (reason: Sentence): string => {
  if (reason.code?.startsWith('rule/')) return sayRule(reason.code.slice('rule/'.length));
  const { rule, n } = reason.values ?? {};
  if (rule === undefined) return say(reason);
  const found = sayRule(String(rule)).replace(/\.$/, '');
  const times = n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
  return say({ ...reason, values: { ...reason.values, found }, text: `${found} (${times}).` });
};
