import type { VaultEvent } from '../../core/model/events-api.ts';
import { agentName, formatMoment } from '../format.ts';
import { t } from '../i18n/i18n.ts';

/** `Claude · opus-4` of `claude/opus-4@https://claude.ai`. */
export const agentOfKey = (key: string): string => agentName(key.slice(0, key.lastIndexOf('@')) || key);

/** One event as a sentence, with the way to what it was about. */
export const EventLine = ({ event }: { event: VaultEvent }) => {
  const { sequence, at, kind, agentKey, conversationKey, seqs = [] } = event;
  const n = event.count ?? Math.max(1, seqs.length);
  const href =
    seqs.length === 1
      ? `#/memory/${seqs[0]}`
      : conversationKey === undefined
        ? agentKey === undefined
          ? undefined
          : `#/agents/${encodeURIComponent(agentKey)}`
        : `#/memories?conversation=${encodeURIComponent(conversationKey)}`;
  return (
    <li class="event">
      <time dateTime={new Date(at).toISOString()}>{formatMoment(at)}</time>
      <p>
        {t(`events.${kind}`, { n })}
        {agentKey !== undefined &&
          ` ${t(kind === 'memory-created' ? 'events.by' : 'events.of', { agent: agentOfKey(agentKey) })}`}
      </p>
      <span class="hint">{t('events.sequence', { sequence: String(sequence) })}</span>
      {href !== undefined && (
        <a href={href} aria-label={`${t('events.show')}: ${t(`events.${kind}`, { n })}`}>
          {t('events.show')}
        </a>
      )}
    </li>
  );
};
