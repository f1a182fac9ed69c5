// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, a table's cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the row holds the focus, its cells do not
import type { MemoryRow as Row, SearchHit } from '../../../core/model/query.ts';
import { Marked } from '../../components/marked.tsx';
import { memo } from '../../components/memo.ts';
import { TrustDot } from '../../components/trust-dot.tsx';
import { agentName, formatAge, formatMoment } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import { memoryHref } from './memory-href.ts';

type Props = {
  readonly row: Row | undefined;
  readonly hit: SearchHit | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly active: boolean;
  /** Only its title, while the list flies past. */
  readonly brief: boolean;
  readonly onToggle: (index: number, extend: boolean) => void;
  readonly onFocus: (index: number) => void;
};

export const rowId = (index: number): string => `row-${index}`;

/** One line of the list, at its place; an outline until its words have arrived. */
export const MemoryRow = memo(
  ({ row, hit, index, top, height, selected, active, brief, onToggle, onFocus }: Props) => {
    const style = { insetBlockStart: `${top}px`, blockSize: `${height}px` };
    if (!row) return <div class="memory-row pending" style={style} aria-hidden="true" />;
    const title = row.title || t(`role.${row.role}`);
    if (brief)
      return (
        <div class="memory-row brief" dir="auto" style={style} aria-hidden="true">
          {title}
        </div>
      );
    const also = [
      hit && hit.folded.length > 0 && t('search.folded', { n: hit.folded.length }),
      row.partial && t('partial'),
    ].filter(Boolean);
    return (
      <div
        class="memory-row"
        role="row"
        id={rowId(index)}
        style={style}
        tabIndex={active ? 0 : -1}
        aria-rowindex={index + 1}
        aria-selected={selected}
        onFocus={() => onFocus(index)}
      >
        <div role="gridcell" class="check">
          <label>
            <input
              type="checkbox"
              aria-label={t('selection.one', { title })}
              tabIndex={-1}
              checked={selected}
              onClick={(event) => onToggle(index, event.shiftKey)}
            />
          </label>
        </div>
        <div class="main" role="gridcell">
          <a href={memoryHref(row.seq, hit !== undefined)} tabIndex={-1}>
            <span class="said">
              <span class="title">
                <Marked text={title} marks={row.title ? (hit?.titleMarks ?? []) : []} />
                {row.pinned && <Icon name="pin" size={13} />}
                {row.tags.slice(0, 3).map((tag) => (
                  <bdi key={tag} class="tag">
                    {tag}
                  </bdi>
                ))}
              </span>
              <span class="words">
                <b>{t(`role.${row.role}`)}</b>{' '}
                <Marked text={hit?.snippet ?? row.preview} marks={hit?.marks ?? []} />
              </span>
            </span>
            <span class="from">
              <span>
                <TrustDot label={row.label} /> <bdi>{agentName(row.agentId)}</bdi>
              </span>
              <span>
                <time dateTime={new Date(row.createdAt).toISOString()} title={formatMoment(row.createdAt)}>
                  {formatAge(row.createdAt)}
                </time>
                {also.map((words) => ` · ${words}`)}
              </span>
            </span>
          </a>
        </div>
      </div>
    );
  },
);
