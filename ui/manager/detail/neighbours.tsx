import type { Memory } from '../../../core/model/memory.ts';
import type { ConversationView } from '../../../core/model/query.ts';
import { t } from '../../i18n/i18n.ts';

/** Turns shown on each side; the whole conversation is one press away. */
const SHOWN = 2;

type Props = {
  readonly view: ConversationView;
  readonly memory: Memory;
  readonly side: 'before' | 'after';
};

/** What was said right before or after a memory in its conversation. */
export const Neighbours = ({ view, memory, side }: Props) => {
  const { memories } = view;
  const at = memories.findIndex(({ seq }) => seq === memory.seq);
  if (at < 0) return null;
  const rows =
    side === 'before' ? memories.slice(Math.max(0, at - SHOWN), at) : memories.slice(at + 1, at + 1 + SHOWN);
  const left = side === 'before' ? at - rows.length : memories.length - at - 1 - rows.length;
  const key = encodeURIComponent(view.conversation.key);
  const whole = left > 0 && (
    <li>
      <a class="more" href={`#/memories?conversation=${key}`}>
        {t('detail.more', { n: left })}
      </a>
    </li>
  );
  if (rows.length === 0) return null;
  return (
    <nav class="neighbours" aria-label={t(side === 'before' ? 'detail.before' : 'detail.after')}>
      <ul>
        {side === 'before' && whole}
        {rows.map(({ seq, role, preview }) => (
          <li key={seq}>
            <a href={`#/memory/${seq}`}>
              <b>{t(`role.${role}`)}</b> <bdi>{preview}</bdi>
            </a>
          </li>
        ))}
        {side === 'after' && whole}
      </ul>
    </nav>
  );
};
