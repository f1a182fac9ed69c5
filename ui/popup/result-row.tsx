import { Marked } from '../components/marked.tsx';
import { TrustDot } from '../components/trust-dot.tsx';
import { agentName, formatAge, formatMoment } from '../format-row.ts';
import { t } from '../i18n/i18n.ts';
import { PinIcon } from '../icon-of.tsx';
import type { PopupItem } from './popup-state.ts';

type Props = {
  readonly item: PopupItem;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
};

export const optionId = (seq: number): string => `memory-${seq}`;

/** One memory in the popup: title, age, words with marks, who said it. */
export const ResultRow = ({ item, selected, onSelect, onOpen }: Props) => {
  const { row, snippet, marks, titleMarks } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox input holds the focus and handles every key
    // biome-ignore lint/a11y/useFocusableInteractive: options are reached through aria-activedescendant
    <div
      class="popup-row"
      id={optionId(row.seq)}
      role="option"
      aria-selected={selected}
      onPointerDown={(event) => {
        event.preventDefault();
        onSelect();
      }}
      onClick={onOpen}
    >
      <div class="title">
        {row.title ? <Marked text={row.title} marks={titleMarks} /> : t(`role.${row.role}`)}
      </div>
      <time class="age" dateTime={new Date(row.createdAt).toISOString()} title={formatMoment(row.createdAt)}>
        {formatAge(row.createdAt)}
      </time>
      <div class="snippet">
        <Marked text={snippet} marks={marks} />
      </div>
      <div class="meta">
        <TrustDot label={row.label} />
        <bdi>
          {t(`role.${row.role}`)} · {agentName(row.agentId)}
          {row.partial ? ` · ${t('partial')}` : ''}
        </bdi>
        {(item.folded?.length ?? 0) > 0 && (
          <span class="folded">{t('search.folded', { n: item.folded?.length ?? 0 })}</span>
        )}
        {row.pinned && <PinIcon name="pin" size={13} />}
      </div>
    </div>
  );
};
