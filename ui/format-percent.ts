import { language } from './i18n/i18n.ts';

/** A share between 0 and 1 as a percentage with at most `digits` decimals (none by default). */
export const formatPercent = (share: number, digits = 0): string =>
  share.toLocaleString(language.value, { style: 'percent', maximumFractionDigits: digits });
