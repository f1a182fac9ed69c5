import { t } from '../../i18n/i18n.ts';

const KNOWN = {
  'has_previous_page=false': 'evidence.start',
  'whole tree': 'evidence.whole',
  'whole branch': 'evidence.whole',
  'aria-setsize reached': 'evidence.counted',
  'window only': 'evidence.window',
  'nothing read yet': 'evidence.window',
  note: 'evidence.note',
} as const;

/** How a site let us know how much of a conversation there is, for people; an unknown sign is shown as it is. */
export const evidenceWords = (evidence: string): string => {
  const key = KNOWN[evidence as keyof typeof KNOWN];
  if (key) return t(key);
  if (evidence.startsWith('has_previous_page=')) return t('evidence.more');
  const [, seen, total] = /^(\d+) of (\d+)/.exec(evidence) ?? [];
  return seen && total ? t('evidence.seen', { seen: Number(seen), total: Number(total) }) : evidence;
};
